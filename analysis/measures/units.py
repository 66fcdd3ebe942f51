"""Spans that have names of their own: school years, semesters, weeks."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from analysis.measures.point import Point, Precision, point_around

Unit = tuple[Point | None, Point | None]

_BOTH_YEARS = r"(?:20)?(\d\d) ?/ ?(?:20)?(\d\d)"
_UNITS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"schuljahr {_BOTH_YEARS}"), "school_year"),
    (re.compile(rf"wintersemester {_BOTH_YEARS}"), "winter_term"),
    (re.compile(r"sommersemester (20\d\d)"), "summer_term"),
    (re.compile(r"(?P<week>\d\d?)\. ?kw ?/? ?(?P<year>20\d\d)"), "week"),
    (re.compile(r"kw ?(?P<week>\d\d?) ?/? ?(?P<year>20\d\d)"), "week"),
)


def unit_in(plain: str) -> Unit | None:
    """The first and the last point of a named span, None for a spelling that names none.

    A school year is August to July in every Land, whenever the holidays are; semesters are those
    of universities, October to March and April to September; weeks are those of ISO 8601.
    """
    for pattern, kind in _UNITS:
        if found := pattern.fullmatch(plain):
            return _MAKERS[kind](found)
    return None


def _over_new_year(first: int, last: int) -> Callable[[re.Match[str]], Unit | None]:
    def make(found: re.Match[str]) -> Unit | None:
        year, following = 2000 + int(found[1]), 2000 + int(found[2])
        if following != year + 1:
            return None
        return _month(year, first), _month(following, last)

    return make


def _summer_term(found: re.Match[str]) -> Unit:
    return _month(int(found[1]), 4), _month(int(found[1]), 9)


def _week(found: re.Match[str]) -> Unit | None:
    try:
        days = [date.fromisocalendar(int(found["year"]), int(found["week"]), n) for n in (1, 7)]
    except ValueError:
        return None
    first, last = (point_around(day, Precision.DAY) for day in days)
    return first, last


def _month(year: int, month: int) -> Point | None:
    return point_around(date(year, month, 1), Precision.MONTH)


_MAKERS: dict[str, Callable[[re.Match[str]], Unit | None]] = {
    "school_year": _over_new_year(8, 7),
    "winter_term": _over_new_year(10, 3),
    "summer_term": _summer_term,
    "week": _week,
}
