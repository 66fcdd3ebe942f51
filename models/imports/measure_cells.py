"""What a cell of the measures table may hold, besides what any table's cells may."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import NoReturn

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
from models.imports.cells import Parser
from models.imports.problems import Unexpected
from models.imports.table import Cell

MOST_EUROS = 9_999_999_999.99
LONGEST_UNIT = 200
FIRST_YEAR, LAST_YEAR = 1900, 2099
"""Of plans: the same years in which a spelling is understood."""
BOTH = ", or both dates in the column “period”"
MOST = 99_999_999_999.0

_GROUPED = re.compile(r"(-?\d{1,3})((?:[. \u00a0\u202f]\d{3})+)(?:,(\d+))?", re.ASCII)
_PLAIN = re.compile(r"-?\d{1,12}(?:[.,]\d{1,12})?", re.ASCII)
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(?::00)?(?: ?Uhr)?", re.ASCII | re.IGNORECASE)
_SINCE = re.compile(
    r"\s*(?:seit|since)\b(?!.*\b(?:fort|an)?(?:laufend|dauerhaft)\b)", re.IGNORECASE
)
_KEY = re.compile(r"(?s)(.*?)\s*<([^<>\n]+)>")


def short_text(most: int) -> Parser:
    """One line of at most `most` characters: what goes into a list."""
    return lambda cell: " ".join(cells.text(cell, most).split())


def number(cell: Cell) -> str:
    """A measure's number, such as HF3-M02: the id that it is known by."""
    written = cells.identity(cell)
    if len(written) > 32:
        raise Unexpected("long", length=len(written), most=32)
    return written


def start(cell: Cell) -> Point | None:
    """The point in time at which something begins, also as “ab 2026” or “seit 2024”."""
    try:
        return _point(cell, starting=True)
    except Unexpected as problem:
        period = _otherwise(cell, problem)
        if period.running and not _SINCE.match(_shown(cell)):
            raise Unexpected("runs_on", value=_shown(cell)) from None
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
    return Unexpected("date_period", value=_shown(cell), hint=hint)


def _otherwise(cell: Cell, problem: Unexpected) -> Period:
    """The period of a cell that is no point; the problem, when it is none either."""
    try:
        return _period(cell)
    except Unexpected:
        raise problem from None


def period(cell: Cell) -> Period:
    """From when until when, in a plan's own words."""
    return Period(None, _day(cell)) if isinstance(cell, date) else _period(cell)


def clock(cell: Cell) -> time:
    """A time of day: Excel's own, 12:00, or 12 Uhr."""
    if isinstance(cell, time):
        return cell.replace(second=0, microsecond=0)
    if isinstance(cell, datetime):
        return cell.time().replace(second=0, microsecond=0)
    wrong = Unexpected("clock", value=_shown(cell))
    found = _CLOCK.fullmatch(_shown(cell))
    if found is None:
        raise wrong
    try:
        return time(int(found[1]), int(found[2] or 0))
    except ValueError:
        raise wrong from None


def euros(cell: Cell) -> float:
    """Euros: 12500, 12.500 or 12.500,50, with or without the sign."""
    wrong = Unexpected("euros", value=_shown(cell))
    amount = _number(cell if isinstance(cell, float) else _shown(cell).replace("€", ""), wrong)
    if not 0 <= amount <= MOST_EUROS or abs(round(amount, 2) - amount) > 1e-6:
        raise wrong
    return round(amount, 2)


def figure(cell: Cell) -> float:
    """An indicator's value, kept to three decimals."""
    wrong = Unexpected("figure", value=_shown(cell))
    value = round(_number(cell if isinstance(cell, float) else _shown(cell), wrong), 3)
    if abs(value) > MOST:
        raise wrong
    return value


def whole(least: int, most: int) -> Parser:
    """A whole number between two others, both included; a percent sign may follow."""

    def parse(cell: Cell) -> int:
        wrong = Unexpected("whole", value=_shown(cell), least=least, most=most)
        value = _number(_shown(cell).removesuffix("%").strip(), wrong)
        if not (least <= value <= most and value.is_integer()):
            raise wrong
        return int(value)

    return parse


def keyed(cell: Cell) -> tuple[str, str]:
    """A unit and, in angle brackets, an account: "Amt für Soziales <sozial@example.org>"."""
    written = cells.text(cell)
    found = _KEY.fullmatch(written)
    unit, key = (found[1], found[2].strip()) if found else (written, "")
    return short_text(LONGEST_UNIT)(unit) if unit else "", key


def _point(cell: Cell, *, starting: bool) -> Point | None:
    if isinstance(cell, date):
        return _day(cell)
    try:
        return parse_point(_shown(cell), starting=starting)
    except Unreadable as problem:
        raise _unexpected(problem) from None


def _period(cell: Cell) -> Period:
    try:
        return parse_period(_shown(cell))
    except Unreadable as problem:
        raise _unexpected(problem) from None


def _unexpected(problem: Unreadable) -> Unexpected:
    return Unexpected(f"date_{problem.reason}", value=problem.text, example=problem.example)


def _day(cell: date) -> Point | None:
    day = cells.day(cell)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise Unexpected("date_spelling", value=str(day), example="31.12.2027")
    return point_around(day, Precision.DAY)


def _number(cell: float | str, otherwise: Unexpected) -> float:
    if isinstance(cell, float):
        return cell if abs(cell) <= MOST else _refuse(otherwise)
    written = cell.strip()
    if grouped := _GROUPED.fullmatch(written):
        whole_part = grouped[1] + re.sub(r"\D", "", grouped[2])
        return float(f"{whole_part}.{grouped[3] or 0}")
    if not _PLAIN.fullmatch(written):
        raise otherwise
    return float(written.replace(",", "."))


def _refuse(problem: Unexpected) -> NoReturn:
    raise problem


def _shown(cell: Cell) -> str:
    return str(cell) if isinstance(cell, bool | time | timedelta) else cells.string(cell)
