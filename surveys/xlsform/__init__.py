"""XLSForm: reading and checking. `surveys.xlsform.reading.read` is the way in."""
