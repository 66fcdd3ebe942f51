"""Whoever turns words into another language, when a town has somebody that does."""

from __future__ import annotations

from typing import Protocol

from models.outside import NotAnswered, Why

__all__ = ["LONGEST", "NotTranslated", "Translator", "Why"]

LONGEST = 5000
"""Letters of one text that are handed over."""


class NotTranslated(NotAnswered):
    """There is no translation."""


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
