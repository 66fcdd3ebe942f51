"""Reports: facts become a document of sections, tables and charts, which becomes a file."""
