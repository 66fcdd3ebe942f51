"""Spans of days as people type them: "3.12.–10.12.", "vom 3. bis 10. Dezember", "2026-12-03"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

MONTHS = (
    ("januar", "january", "jänner"),
    ("februar", "february"),
    ("märz", "march", "maerz"),
    ("april",),
    ("mai", "may"),
    ("juni", "june"),
    ("juli", "july"),
    ("august",),
    ("september",),
    ("oktober", "october"),
    ("november",),
    ("dezember", "december"),
)
"""Names in German and English; three letters of them are enough."""

NAME = "|".join(sorted({name[:3] for names in MONTHS for name in names}))
DAY = re.compile(
    r"(?P<iso>\d{4}-\d{1,2}-\d{1,2})"
    rf"|(?<!\d)(?P<day>\d{{1,2}})\.?\s*(?P<name>(?:{NAME})[^\W\d_]*)\.?\s*(?P<named_year>\d{{4}})?"
    r"|(?<!\d)(?P<dotted>\d{1,2})\.(?:\s*(?P<month>\d{1,2})\.?)?\s*(?P<year>\d{4}|\d{2}(?!\d|\.))?",
    re.IGNORECASE,
)
LONGEST = 200
LONGEST_OVER_NEW_YEAR = timedelta(days=183)
CENTURY = 2000


@dataclass(frozen=True, slots=True)
class _Typed:
    """A day as far as it was typed."""

    day: int
    month: int | None
    year: int | None

    def on(self, year: int) -> date | None:
        """The date, if there is such a day."""
        try:
            return date(year, self.month or 0, self.day)
        except ValueError:
            return None


def span(text: str, today: date) -> tuple[date, date] | None:
    """The first and the last day, or None when `text` names no one day or two in their order.

    What the first day lacks, month or year, is the last one's. Without any year the next such
    days that are not over are meant. Over New Year the years may be left out for half a year.
    """
    typed = _typed(text[:LONGEST])
    if not 1 <= len(typed) <= 2:
        return None
    last = typed[-1]
    first = typed[0] if typed[0].month else replace(typed[0], month=last.month)
    year = last.year or first.year
    return _within(first, last, year) if year else _next(first, last, today)


def _typed(text: str) -> list[_Typed]:
    found = (_one(match) for match in DAY.finditer(text))
    return [typed for typed in found if typed is not None]


def _one(match: re.Match[str]) -> _Typed | None:
    if match["iso"]:
        year, month, day = map(int, match["iso"].split("-"))
        return _Typed(day, month, year)
    if match["name"]:
        named = _month(match["name"])
        return _Typed(int(match["day"]), named, _year(match["named_year"])) if named else None
    number = int(match["month"]) if match["month"] else None
    return _Typed(int(match["dotted"]), number, _year(match["year"]))


def _month(name: str) -> int | None:
    name = name.casefold()
    for number, names in enumerate(MONTHS, 1):
        if any(known.startswith(name) for known in names):
            return number
    return None


def _year(written: str | None) -> int | None:
    if not written:
        return None
    return int(written) + (CENTURY if len(written) == 2 else 0)


def _within(first: _Typed, last: _Typed, year: int) -> tuple[date, date] | None:
    """The span that ends in `year`, or begins there when only its first year was typed."""
    begin, end = first.on(first.year or year), last.on(year)
    if begin and end and begin > end:
        return _over_new_year(first, last, year)
    return (begin, end) if begin and end else None


def _over_new_year(first: _Typed, last: _Typed, year: int) -> tuple[date, date] | None:
    if first.year and last.year:
        return None
    begin, end = first.on(first.year or year - 1), last.on(year + 1 if first.year else year)
    if begin is None or end is None or end - begin > LONGEST_OVER_NEW_YEAR:
        return None
    return begin, end


def _next(first: _Typed, last: _Typed, today: date) -> tuple[date, date] | None:
    for year in range(today.year, today.year + 9):  # a 29 February comes within eight years
        found = _within(first, last, year)
        if found and found[1] >= today:
            return found
    return None
