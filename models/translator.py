"""Whoever turns words into another language, when a town has somebody that does."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol

LONGEST = 5000
"""Letters of one text that are handed over."""


class Why(StrEnum):
    """Why there is no translation."""

    LATE = "late"
    REFUSED = "refused"
    WRONG = "wrong"
    UNREACHED = "unreached"
    TOO_LONG = "too_long"
    UNFAITHFUL = "unfaithful"
    ANOTHER_LANGUAGE = "another_language"


class NotTranslated(Exception):
    """There is none, and everybody goes on without."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


class Translator(Protocol):
    """A machine that translates. What it makes is always shown as made by a machine."""

    async def translate(self, text: str, source: str, target: str) -> str:
        """`text` in the language `target`; languages as in the catalogs ("ar").

        Raises NotTranslated, soon: nobody waits for long.
        """
        ...

    async def close(self) -> None:
        """Nothing more is to be translated."""
        ...
