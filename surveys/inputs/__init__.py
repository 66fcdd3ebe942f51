"""Typed words to values, by type and language."""
