"""Figures of a survey as cells, with the signs of official statistics where there is none."""

from __future__ import annotations

from analysis.needs.rules import Rules
from analysis.reports.cells import MEANINGLESS, NOTHING, UNKNOWN
from analysis.reports.document import Cell
from analysis.reports.voice import Voice

LITTLE = "0"
"""More than nothing, and less than half of the last place."""
UNSURE = "/"
TENTH = 0.0005
"""Half of the last place of a percentage."""

NO_SHARE = Cell(MEANINGLESS)


def many(figure: float | None, voice: Voice) -> Cell:
    """How many people, or points."""
    if figure is None:
        return Cell(UNKNOWN)
    whole = round(figure)
    return Cell(voice.number(whole) if whole else NOTHING, whole)


def share(figure: float | None, base: float | None, rules: Rules, voice: Voice) -> Cell:
    """A share of a base; none of few people, because it would be less sure than it looks."""
    if figure is None or base is None:
        return Cell(UNKNOWN)
    if not figure:
        return Cell(NOTHING, 0.0, percent=True)
    if base < rules.shares:
        return Cell(UNSURE)
    portion = figure / base
    text = LITTLE if portion < TENTH else voice.percent(portion)
    return Cell(text, portion, percent=True)


def both(figure: float | None, base: float | None, rules: Rules, voice: Voice) -> Cell:
    """How many with their share in one cell, which calculates with how many."""
    count, portion = many(figure, voice), share(figure, base, rules, voice)
    if not figure or base is None:
        return count
    return Cell(voice.say("needs.both", number=count.text, share=portion.text), count.value)


def mean(figure: float | None, voice: Voice) -> Cell:
    """A mean, median or quartile, with one decimal place."""
    if figure is None:
        return Cell(UNKNOWN)
    return Cell(voice.number(round(figure, 1)), round(figure, 2))
