"""Answers to files: tables, SPSS, GeoJSON, FLOIP."""
