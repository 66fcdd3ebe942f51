"""What a machine made of a text, checked like what a person writes."""

from __future__ import annotations

from models.plain_words import plain
from models.translator import NotTranslated, Why

SWOLLEN, AND_A_BIT = 6, 200
"""A translation with so many times the letters of its text, and some more, is none."""


def taken(made: object, text: str) -> str:
    """What a machine made of a text, checked like what a person writes. Raises NotTranslated."""
    words = plain(made) if isinstance(made, str) else ""
    if not words or len(words) > SWOLLEN * len(text) + AND_A_BIT:
        raise NotTranslated(Why.WRONG)
    return words
