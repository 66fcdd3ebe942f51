"""XLSForm: reading and checking."""
