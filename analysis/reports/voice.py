"""Words, numbers and dates of a report; who knows languages speaks them."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from analysis.measures.point import Point


class Voice(Protocol):
    """The language that a report is written in."""

    @property
    def language(self) -> str:
        """Its code, "de"."""

    @property
    def direction(self) -> str:
        """ "ltr" or "rtl"."""

    def say(self, id: str, /, **values: object) -> str:
        """A message of the catalogs with its values filled in."""

    def number(self, value: float) -> str:
        """`1234.5` is "1.234,5" in German."""

    def percent(self, share: float) -> str:
        """`0.061` is "6,1 %" in German."""

    def day(self, day: date) -> str:
        """TT.MM.JJJJ in German."""

    def point(self, point: Point) -> str:
        """A day, month, quarter, half-year or year: "2. Quartal 2027"."""
