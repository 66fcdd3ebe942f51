"""Cells as German official statistics write them (DIN 55301): signs for what is no figure."""

from __future__ import annotations

from datetime import date

from analysis.measures.point import Point
from analysis.reports.document import Cell
from analysis.reports.voice import Voice

NOTHING = "–"
"""Exactly none."""
UNKNOWN = "."
MEANINGLESS = "x"


def worded(text: str) -> Cell:
    """Words, or the sign for none."""
    return Cell(text or NOTHING, text)


def counted(figure: int, voice: Voice) -> Cell:
    """How many."""
    return Cell(voice.number(figure) if figure else NOTHING, figure)


def measured(figure: float | None, voice: Voice) -> Cell:
    """A figure that may be unknown."""
    return Cell(UNKNOWN) if figure is None else Cell(voice.number(figure), figure)


def dated(day: date | None, voice: Voice) -> Cell:
    """A day, or none."""
    return Cell(NOTHING) if day is None else Cell(voice.day(day), day)


def pointed(point: Point | None, voice: Voice) -> Cell:
    """A day, month, quarter …; open ones in words. A spreadsheet gets the last day."""
    if point is None:
        return Cell(voice.say("report.open"))
    return Cell(voice.point(point), point.last)
