"""A schedule made ready, so that asking it about a day is quick."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache

from analysis.hours.days import EveryDay, Weekdays, days_of
from analysis.hours.schedule import Schedule
from analysis.hours.week import MIDNIGHT, WEEKDAYS, Interval

LAST_MINUTE = time(23, 59)
"""How formats write the end of the day that know no 24:00."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A schedule on its days from `first` to `last`, both included; no interval: closed then."""

    schedule: Schedule
    days: Container[date]
    first: date
    last: date
    interval: Interval | None

    def holds(self, day: date) -> bool:
        """Whether it says something about a day."""
        return self.first <= day <= self.last and day in self.days

    @property
    def length(self) -> int:
        """Over how many days it reaches: of several exceptions the shortest is the one meant."""
        return (self.last - self.first).days

    @property
    def single(self) -> bool:
        """Whether it names one day: whoever did so meant it, even if that is a holiday."""
        return self.first == self.last

    @property
    def weekdays(self) -> frozenset[int]:
        """The days of a plain week; none for what comes less often or in another way."""
        if isinstance(self.days, EveryDay):
            return frozenset(range(WEEKDAYS))
        return self.days.numbers if isinstance(self.days, Weekdays) else frozenset()

    def lapsed(self, day: date) -> bool:
        """Whether its validity is over, so that other hours may hold that nobody told us."""
        valid_to = self.schedule.valid_to
        return valid_to is not None and valid_to < day and self.last == valid_to and not self.single


def computable(schedule: Schedule) -> bool:
    """Whether its days and hours can be reckoned; otherwise only its words can be shown."""
    return rule_of(schedule) is not None


@lru_cache(4096)
def rule_of(schedule: Schedule) -> Rule | None:
    """The rule of a schedule. None: it is not computable."""
    days = days_of(schedule)
    bounds = _bounds(schedule)
    if days is None or bounds[0] > bounds[1]:
        return None
    if schedule.opens_at is None and schedule.closes_at is None and schedule.instead:
        return Rule(schedule, days, *bounds, None)
    interval = _interval(schedule)
    return Rule(schedule, days, *bounds, interval) if interval else None


def around_the_clock(schedules: Sequence[Schedule]) -> bool:
    """Whether it is open day and night, every day of the week, so that no holiday shuts it."""
    rules = [rule for one in schedules if not one.instead and (rule := rule_of(one))]
    whole = [rule for rule in rules if _is_whole_day(rule) and not rule.schedule.by_appointment]
    periods = {(rule.first, rule.last) for rule in whole}
    return any(
        len(frozenset[int]().union(*(x.weekdays for x in whole if (x.first, x.last) == one)))
        == WEEKDAYS
        for one in periods
    )


def _is_whole_day(rule: Rule) -> bool:
    return rule.interval == Interval(MIDNIGHT, MIDNIGHT)


def _interval(schedule: Schedule) -> Interval | None:
    opens, closes = schedule.opens_at, schedule.closes_at
    if opens is None or closes is None:
        return None
    closes = MIDNIGHT if closes >= LAST_MINUTE else closes
    return Interval(opens, closes) if opens != closes or closes == MIDNIGHT else None


def _bounds(schedule: Schedule) -> tuple[date, date]:
    first = max(schedule.valid_from or date.min, schedule.dtstart or date.min)
    last = min(schedule.valid_to or date.max, schedule.until or date.max)
    if not schedule.freq and schedule.dtstart and not schedule.byday:
        return first, min(last, schedule.dtstart)
    return first, last
