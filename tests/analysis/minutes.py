"""Slow references for sending times and for the ladder: they live through every minute of two years
and look at the clock and at a calendar on the wall. They share no arithmetic with what they check.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from analysis.measures.sending_time import SendingRules

MINUTE = 60
FIRST = date(2027, 1, 1)
MINUTES = 2 * 365 * 24 * 60
NOTHING = -1


SATURDAY = 5
EASTER = {2026: date(2026, 4, 5), 2027: date(2027, 3, 28), 2028: date(2028, 4, 16)}
FIXED = ((1, 1), (5, 1), (9, 20), (10, 3), (10, 31), (12, 25), (12, 26))
MOVED = (-2, 1, 39, 50)
"""Thuringia's holidays as the almanac has them: by the day of the year, or by days from Easter."""
HOLIDAYS = frozenset(
    {date(year, *day).toordinal() for year in EASTER for day in FIXED}
    | {easter.toordinal() + days for easter in EASTER.values() for days in MOVED}
)


class Clock:
    """A clock tower that strikes every minute of a day once, for two years unless said otherwise.

    `struck[n]` is what it strikes in the nth minute, as a minute of the day. A time that a clock
    change skips it strikes late, when a clock that nobody has changed shows it: `missed[n]`. A
    doubled one it strikes the first time alone. `days[n]` is the day on the calendar.
    """

    def __init__(self, zone: ZoneInfo, first: date = FIRST, minutes: int = MINUTES) -> None:
        self.begin = int(datetime.combine(first, time(), zone).timestamp())
        self.struck, self.missed = array("h"), array("h")
        self.days = array("l")
        for n in range(minutes):
            self._live(datetime.fromtimestamp(self.begin + n * MINUTE, zone))

    def _live(self, local: datetime) -> None:
        today = local.toordinal()
        shown = local.hour * 60 + local.minute
        if not self.days or self.days[-1] != today:
            self.done: set[int] = set()
            self.unchanged = shown
        self.days.append(today)
        self.struck.append(self._once(shown))
        self.missed.append(self._once(self.unchanged) if self.unchanged < shown else NOTHING)
        self.unchanged += 1

    def _once(self, minute: int) -> int:
        if minute in self.done:
            return NOTHING
        self.done.add(minute)
        return minute


@cache
def clock(zone: ZoneInfo) -> Clock:
    """The clock of a zone, wound up once."""
    return Clock(zone)


class Walk:
    """Two years under some rules; `open` has a byte for each minute, 1 when all allow sending."""

    def __init__(self, rules: SendingRules, hour: int | None) -> None:
        self.clock = clock(rules.zone)
        self.open = bytearray(_open(rules, hour))

    def closed(self, first: int, last: int) -> None:
        """Lotse is down in these minutes."""
        self.open[first:last] = bytes(last - first)

    def moment(self, minute: int) -> datetime:
        """When a minute of the walk begins."""
        return datetime.fromtimestamp(self.clock.begin, UTC) + timedelta(minutes=minute)

    def first_from(self, now: datetime) -> datetime:
        """The first moment from `now` on that falls into an open minute."""
        index = (int(now.timestamp()) - self.clock.begin) // MINUTE
        found = self.open.find(1, index)
        assert found >= 0, "the walk is too short"
        return max(now, datetime.fromtimestamp(self.clock.begin + found * MINUTE, UTC))


@dataclass(frozen=True)
class Step:
    """A rung as the reference knows it: days from the due day, and how late it may be."""

    code: str
    days: int
    late: int


def climb(walk: Walk, due: date, statutory: bool, rungs: Sequence[Step]) -> list[tuple[int, str]]:
    """What is told in which minute of the walk: in each open one, the newest rung that has come and
    was not passed, unless it is too late.
    """
    day = due.toordinal() if statutory else _workday_by(due.toordinal())
    come = {rung: _day_of(rung, day) for rung in rungs}
    told: list[tuple[int, str]] = []
    passed: set[Step] = set()
    first = min(come.values())
    for minute, today in enumerate(walk.clock.days):
        if today < first or not walk.open[minute]:
            continue
        there = [rung for rung in rungs if come[rung] <= today]
        if there[-1] not in passed:
            newest = there[-1]
            passed.update(there)
            told += [(minute, newest.code)] * (today - come[newest] <= newest.late)
        if len(passed) == len(rungs):
            break
    return told


def _day_of(rung: Step, due: int) -> int:
    """Day by day from the due day; up to it no free day is stood on."""
    day = due
    for _ in range(abs(rung.days)):
        day += 1 if rung.days > 0 else -1
    return day if rung.days > 0 else _workday_by(day)


def _workday_by(day: int) -> int:
    while date.fromordinal(day).weekday() >= SATURDAY or day in HOLIDAYS:
        day -= 1
    return day


def _is_open(day: int, rules: SendingRules) -> bool:
    free = rules.holidays is not None and day in HOLIDAYS
    return date.fromordinal(day).weekday() in rules.weekdays and not free


@cache
def _open(rules: SendingRules, hour: int | None) -> bytes:
    """A byte for each minute, 1 when the rules allow sending."""
    ours = clock(rules.zone)
    days = {day: _is_open(day, rules) for day in set(ours.days)}
    awake = _own_hour(ours, hour) if hour is not None else _awake(ours, rules)
    return bytes(may and days[day] for may, day in zip(awake, ours.days, strict=True))


def _own_hour(clock: Clock, hour: int) -> bytearray:
    """Sixty minutes from the strike of the hour."""
    left, open_minutes = 0, bytearray()
    for strikes in zip(clock.struck, clock.missed, strict=True):
        left = 60 if hour * 60 in strikes else left - 1
        open_minutes.append(left > 0)
    return open_minutes


def _awake(clock: Clock, rules: SendingRules) -> bytearray:
    """From the strike that ends quiet hours to the one that begins them."""
    bed, rise = (wall.hour * 60 + wall.minute for wall in (rules.quiet_from, rules.quiet_until))
    if bed == rise:
        return bytearray(b"\1" * MINUTES)
    awake, minutes = 0 < bed < rise, bytearray()
    for strikes in zip(clock.struck, clock.missed, strict=True):
        if rise in strikes:
            awake = True
        elif bed in strikes:
            awake = False
        minutes.append(awake)
    return minutes
