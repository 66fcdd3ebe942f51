"""On which days a schedule holds, as its recurrence rule says (RFC 5545, 3.3.10).

What a rule does not say is not guessed: nothing is reckoned by one that RFC 5545 does not define,
or that repeats every second week from nobody knows when.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import date

from analysis.hours.recurring import FREQUENCIES, Recurring, byday_of, numbers_of
from analysis.hours.schedule import DAYS, WEEKLY, Schedule
from analysis.hours.week import WEEKDAYS

DAILY, MONTHLY, YEARLY = "DAILY", "MONTHLY", "YEARLY"
WEEKS_IN_A_MONTH = 5
NUMBERS = {"byweekno": 53, "bymonthday": 31, "byyearday": 366}


@dataclass(frozen=True, slots=True)
class EveryDay:
    """All days."""

    def __contains__(self, _day: object) -> bool:
        return True


@dataclass(frozen=True, slots=True)
class Weekdays:
    """The same days each week, 0 is Monday."""

    numbers: frozenset[int]

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and day.weekday() in self.numbers


def days_of(schedule: Schedule) -> Container[date] | None:
    """On which days it holds between its bounds. None: it does not say, or says nonsense."""
    if not _is_defined(schedule):
        return None
    if _names_no_days(schedule):
        return _all_or_one(schedule)
    plain = schedule.interval == 1 and schedule.count is None and not schedule.bymonthday
    if plain and _frequency(schedule) in {DAILY, WEEKLY}:
        return Weekdays(_weekdays(schedule))
    return Recurring(schedule, _frequency(schedule))


def _frequency(schedule: Schedule) -> str:
    return schedule.freq or WEEKLY


def _names_no_days(schedule: Schedule) -> bool:
    parts = (schedule.byday, schedule.bymonthday, schedule.byyearday, schedule.byweekno)
    return not any(parts) and (schedule.dtstart is None or not schedule.freq)


def _all_or_one(schedule: Schedule) -> Container[date] | None:
    """Of a rule that names no days: a single date, or all days of an exception or a daily one."""
    one_day = schedule.valid_from is not None and schedule.valid_from == schedule.valid_to
    every = schedule.instead or schedule.freq == DAILY or one_day or schedule.dtstart
    anchored = schedule.interval == 1 and schedule.count in {None, 1}
    if schedule.count == 1 and not (one_day or schedule.dtstart):
        return None
    return EveryDay() if every and anchored and schedule.freq in {"", DAILY, WEEKLY} else None


def _weekdays(schedule: Schedule) -> frozenset[int]:
    named = byday_of(schedule.byday) or ()
    if not named and schedule.freq == DAILY:
        return frozenset(range(WEEKDAYS))
    if not named and schedule.dtstart:
        return frozenset({schedule.dtstart.weekday()})
    return frozenset(day for _, day in named)


def _is_defined(schedule: Schedule) -> bool:
    """Whether RFC 5545 says what the rule means, and where its counting begins."""
    counts = schedule.interval != 1 or schedule.count is not None
    known = schedule.freq in {"", *FREQUENCIES} and schedule.interval > 0
    begins = schedule.dtstart is not None or not counts or _names_no_days(schedule)
    counted = schedule.count is None or schedule.count > 0
    return known and begins and counted and _week_fits(schedule) and _numbers_fit(schedule)


def _week_fits(schedule: Schedule) -> bool:
    """Numbers before a weekday ("1SA") have a meaning in a month and in a year only."""
    named, frequency = byday_of(schedule.byday), _frequency(schedule)
    if named is None or (schedule.wkst and schedule.wkst not in DAYS):
        return False
    furthest = max((abs(number) for number, _ in named), default=0)
    if frequency == YEARLY:
        return not (furthest and schedule.byweekno)
    return furthest <= (WEEKS_IN_A_MONTH if frequency == MONTHLY else 0)


def _numbers_fit(schedule: Schedule) -> bool:
    frequency = _frequency(schedule)
    if not (schedule.bymonthday or schedule.byyearday or schedule.byweekno):
        return frequency in {DAILY, WEEKLY} or not _names_no_days(schedule)
    if frequency != YEARLY and (schedule.byweekno or schedule.byyearday):
        return False
    if frequency == WEEKLY and schedule.bymonthday:
        return False
    read = {name: numbers_of(getattr(schedule, name)) for name in NUMBERS}
    return all(
        found is not None and all(0 < abs(one) <= NUMBERS[name] for one in found)
        for name, found in read.items()
    )
