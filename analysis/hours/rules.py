"""A schedule made ready, so that asking it about a day is quick (RFC 5545, 3.3.10).

What a rule does not say is not guessed: a rule that RFC 5545 does not define, one that repeats
every second week from nobody knows when, and hours that begin but do not end are not computable.
They are shown as their town wrote them.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache

from analysis.hours.recurring import FREQUENCIES, Recurring, byday_of, numbers_of
from analysis.hours.schedule import DAYS, WEEKLY, Schedule
from analysis.hours.week import MIDNIGHT, WEEKDAYS, Interval

DAILY, MONTHLY, YEARLY = "DAILY", "MONTHLY", "YEARLY"
LAST_MINUTE = time(23, 59)
"""How formats write the end of the day that know no 24:00."""

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
    days = _days(schedule)
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


def _days(schedule: Schedule) -> Container[date] | None:
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
