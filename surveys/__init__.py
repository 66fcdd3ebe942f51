"""Needs surveys: XLSForm in, an interview's course, answers out. Pure."""
