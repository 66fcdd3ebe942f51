"""ODK XPath: compiled once, evaluated often."""
