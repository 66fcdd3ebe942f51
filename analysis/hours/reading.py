"""Hours as they are typed in a setting: "Mo-Th 09:00-12:00,13:00-16:00; Fr 09:00-12:00".

The shape is that of OpenStreetMap's `opening_hours` in its plainest form; weekdays may be German.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, time
from itertools import pairwise

from analysis.hours.week import MIDNIGHT, WEEKDAYS, Interval

ENGLISH = ("mo", "tu", "we", "th", "fr", "sa", "su")
GERMAN = ("mo", "di", "mi", "do", "fr", "sa", "so")
DAYS = {name: day for names in (ENGLISH, GERMAN) for day, name in enumerate(names)}
RULE = re.compile(r"([a-z]{2}(?:[-,][a-z]{2})*)\s+([\d:,\s-]+)")
TIMES = re.compile(r"(\d{1,2}):(\d\d)-(\d{1,2}):(\d\d)")
EVERY_YEAR = re.compile(r"(\d\d)-(\d\d)")
LEAP = 2000
DEFAULT = "Mo-Th 09:00-12:00,13:00-16:00; Fr 09:00-12:00"

Week = tuple[tuple[Interval, ...], ...]


class BadHours(ValueError):
    """Not understood; the message says what, and what is expected."""


def read_week(written: str) -> Week:
    """The hours of each weekday from Monday on. Raises BadHours, also when there are none."""
    week: list[list[Interval]] = [[] for _ in range(WEEKDAYS)]
    for rule in filter(None, (part.strip() for part in written.lower().split(";"))):
        days, intervals = _rule(rule)
        for day in days:
            week[day] += intervals
    if not any(week):
        raise BadHours(f"no hours at all; expected something like {DEFAULT!r}")
    return tuple(_in_order(intervals) for intervals in week)


def read_closed(written: str) -> frozenset[str]:
    """Days with commas between: "2026-05-15" or, every year, "12-24". Raises BadHours."""
    return frozenset(_day(part.strip()) for part in written.split(",") if part.strip())


def _rule(rule: str) -> tuple[list[int], list[Interval]]:
    found = RULE.fullmatch(rule)
    if found is None:
        raise BadHours(f"{rule!r}; expected something like {DEFAULT!r}")
    days, times = found.groups()
    return list(_days(days)), [_interval(part) for part in re.sub(r"\s", "", times).split(",")]


def _days(written: str) -> Iterator[int]:
    for part in written.split(","):
        first, _, last = part.partition("-")
        if unknown := [name for name in (first, last or first) if name not in DAYS]:
            raise BadHours(f"{unknown[0]!r} is no weekday; expected Mo, Tu, We, Th, Fr, Sa, Su")
        length = (DAYS[last or first] - DAYS[first]) % WEEKDAYS
        yield from ((DAYS[first] + ahead) % WEEKDAYS for ahead in range(length + 1))


def _interval(written: str) -> Interval:
    found = TIMES.fullmatch(written)
    if found is None:
        raise BadHours(f"{written!r} are no hours; expected 09:00-12:00")
    opens, closes = _time(*found.groups()[:2]), _time(*found.groups()[2:], end=True)
    if closes <= opens and closes != MIDNIGHT:
        raise BadHours(f"{written!r} ends before it begins")
    return Interval(opens, closes)


def _time(hour: str, minute: str, *, end: bool = False) -> time:
    if end and (hour, minute) == ("24", "00"):
        return MIDNIGHT
    try:
        return time(int(hour), int(minute))
    except ValueError:
        raise BadHours(f"no clock shows {hour}:{minute}") from None


def _in_order(intervals: list[Interval]) -> tuple[Interval, ...]:
    ordered = sorted(intervals)
    for one, following in pairwise(ordered):
        if one.ends_next_day or following.opens < one.closes:
            raise BadHours(f"hours that overlap, at {following.opens:%H:%M}")
    return tuple(ordered)


def _day(written: str) -> str:
    try:
        if found := EVERY_YEAR.fullmatch(written):
            date(LEAP, *map(int, found.groups()))
            return written
        return date.fromisoformat(written).isoformat()
    except ValueError:
        raise BadHours(f"{written!r} is no day; expected 2026-05-15 or 12-24") from None
