"""The dates that a cell of the measures table may hold: a point in time, an end, a period."""

from __future__ import annotations

import re
from datetime import date

from analysis.measures.period import (
    Period,
    Point,
    Precision,
    Unreadable,
    parse_period,
    parse_point,
    point_around,
)
from models.imports import cells
from models.imports.problems import Unexpected
from models.imports.table import Cell

FIRST_YEAR, LAST_YEAR = 1900, 2099
"""Of plans: the same years in which a spelling is understood."""
BOTH = ", or both dates in the column “period”"

_SINCE = re.compile(
    r"\s*(?:seit|since)\b(?!.*\b(?:fort|an)?(?:laufend|dauerhaft)\b)", re.IGNORECASE
)


def start(cell: Cell) -> Point | None:
    """The point in time at which something begins, also as “ab 2026” or “seit 2024”."""
    try:
        return _point(cell, starting=True)
    except Unexpected as problem:
        period = _otherwise(cell, problem)
        if period.running and not _SINCE.match(cells.string(cell)):
            raise Unexpected("runs_on", value=cells.string(cell)) from None
        if period.end or not period.start:
            raise _not_single(cell) from None
        return period.start


def point(cell: Cell) -> Point | None:
    """The point in time by which something is to be done."""
    try:
        return _point(cell, starting=False)
    except Unexpected as problem:
        _otherwise(cell, problem)
        raise _not_single(cell, "") from None


def end(cell: Cell) -> Period:
    """The end of a period, or “laufend”: a period without a start."""
    try:
        return Period(None, _point(cell, starting=False))
    except Unexpected as problem:
        period = _otherwise(cell, problem)
        if period.start or not period.running:
            raise _not_single(cell) from None
        return period


def _not_single(cell: Cell, hint: str = BOTH) -> Unexpected:
    return Unexpected("date_period", value=cells.string(cell), hint=hint)


def _otherwise(cell: Cell, problem: Unexpected) -> Period:
    """The period of a cell that is no point; the problem, when it is none either."""
    try:
        return _period(cell)
    except Unexpected:
        raise problem from None


def period(cell: Cell) -> Period:
    """From when until when, in a plan's own words."""
    return Period(None, _day(cell)) if isinstance(cell, date) else _period(cell)


def _point(cell: Cell, *, starting: bool) -> Point | None:
    if isinstance(cell, date):
        return _day(cell)
    try:
        return parse_point(cells.string(cell), starting=starting)
    except Unreadable as problem:
        raise _unexpected(problem) from None


def _period(cell: Cell) -> Period:
    try:
        return parse_period(cells.string(cell))
    except Unreadable as problem:
        raise _unexpected(problem) from None


def _unexpected(problem: Unreadable) -> Unexpected:
    return Unexpected(f"date_{problem.reason}", value=problem.text, example=problem.example)


def _day(cell: date) -> Point | None:
    day = cells.day(cell)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise Unexpected("date_spelling", value=str(day), example="31.12.2027")
    return point_around(day, Precision.DAY)
