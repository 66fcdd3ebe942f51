"""Texts in .csv files that no spreadsheet takes for a formula, and back."""

from __future__ import annotations

import re

DANGEROUS = re.compile(r"'*[=+\-@\t\r]")
"""How a formula begins (OWASP, CSV Injection), also with apostrophes before it: they are what
makes it a text, and one more of them comes off again.
"""


def safe(text: str) -> str:
    """
    >>> safe("=1+1"), safe("'=1"), safe("a=b")
    ("'=1+1", "''=1", 'a=b')
    """
    return f"'{text}" if DANGEROUS.match(text) else text


def plain(text: str) -> str:
    """The text that `safe` was given."""
    return text[1:] if text[:1] == "'" and DANGEROUS.match(text) else text
