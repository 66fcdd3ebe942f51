"""Responses as files for analysts: tables, codebooks and packages, from all versions of a form."""
