"""Everything with a token, a socket or a clock."""
