"""The days of a recurrence rule that is more than a plain week, worked out a year at a time.

Days are reckoned without zone: wall times become moments last, and RFC 5545's rule that UNTIL be in
UTC where DTSTART has a zone never comes into it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any

from analysis.hours.schedule import DAYS, Schedule

FREQUENCIES = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY")
"""From the place in the tuple python-dateutil knows them."""

NAMED = re.compile(rf"([+-]?\d{{1,2}})?({'|'.join(DAYS)})")
MOST_WEEKS = (5, 53)
"""As often a weekday comes in a month and in a year."""

Days = tuple[tuple[int, int], ...]
STEPS = {"WEEKLY": 7, "DAILY": 1}
"""Days in one step of a rule whose steps are all of the same length."""


@lru_cache(256)
def byday_of(written: str) -> Days | None:
    """ "MO,1SA" as numbers (0: every) with weekdays. None: it is nothing of the kind."""
    found = [NAMED.fullmatch(part) for part in _parts(written)]
    if any(one is None or one[1] in {"0", "00", "+0", "-0"} for one in found):
        return None
    return tuple((int(one[1] or 0), DAYS.index(one[2])) for one in found if one)


@lru_cache(256)
def numbers_of(written: str) -> tuple[int, ...] | None:
    """ "1,-1" as numbers. None: it is nothing of the kind."""
    try:
        return tuple(map(int, _parts(written)))
    except ValueError:
        return None


class Recurring:
    """The days on which a rule comes; those of a year are found when the first is asked for."""

    __slots__ = ("_frequency", "_schedule")

    def __init__(self, schedule: Schedule, frequency: str) -> None:
        self._schedule, self._frequency = schedule, frequency

    def __contains__(self, day: object) -> bool:
        if not isinstance(day, date):
            return False
        return day in _days_of(self._schedule, self._frequency, day.year)


@lru_cache(1024)
def _days_of(schedule: Schedule, frequency: str, year: int) -> frozenset[date]:
    return frozenset(day for day in _each(schedule, frequency, year) if day.year == year)


def _each(schedule: Schedule, frequency: str, year: int) -> Iterator[date]:
    from dateutil.rrule import rrule, weekday  # noqa: PLC0415  few hours need it, no command at once

    last = datetime.combine(date(year, 12, 31), time())
    days = _numbered(byday_of(schedule.byday) or (), MOST_WEEKS[frequency == "YEARLY"])
    rule: dict[str, Any] = {
        "byweekday": [weekday(day, number or None) for number, day in days] or None,
        "bymonthday": numbers_of(schedule.bymonthday) or None,
        "byyearday": numbers_of(schedule.byyearday) or None,
        "byweekno": numbers_of(schedule.byweekno) or None,
        "wkst": DAYS.index(schedule.wkst) if schedule.wkst else None,
        "interval": schedule.interval,
        "count": schedule.count,
        "until": None if schedule.count else last,
    }
    begin = datetime.combine(_begin(schedule, frequency, year), time())
    for found in rrule(FREQUENCIES.index(frequency), begin, **rule):
        if found > last:
            return
        yield found.date()


def _numbered(days: Days, most: int) -> Days:
    """The same where some are numbered and some are not: python-dateutil would take both for
    conditions, and RFC 5545 means either.
    """
    if not any(number for number, _ in days):
        return days
    each = ((range(1, most + 1) if not number else (number,), day) for number, day in days)
    return tuple((number, day) for numbers, day in each for number in numbers)


def _begin(schedule: Schedule, frequency: str, year: int) -> date:
    """Where the counting begins; steps that are all alike need not be taken one by one."""
    begin, new_year = schedule.dtstart or date(year, 1, 1), date(year, 1, 1)
    if schedule.count is not None or frequency not in STEPS or begin >= new_year:
        return begin
    step = STEPS[frequency] * schedule.interval
    return begin + timedelta(days=(new_year - begin).days // step * step)


def _parts(written: str) -> list[str]:
    return [part.strip().upper() for part in written.split(",") if part.strip()]
