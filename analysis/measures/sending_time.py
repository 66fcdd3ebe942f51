"""When something sent unasked may go out: quiet hours, Sundays, holidays, a person's own hour.

All arithmetic is in the town's wall time and becomes a moment last, so a day is never 24 hours.
Wall times that a clock change skips or doubles are read as RFC 5545 (3.3.5) says: a skipped 02:30
is 03:30, a doubled one is the first of the two. Quiet hours thus begin and end once a day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:  # loads all holidays of the world, which not every command needs
    from analysis.measures.workdays import Holidays

MONDAY_TO_FRIDAY = frozenset(range(5))
"""For people with a task in the town's integration work."""

MONDAY_TO_SATURDAY = frozenset(range(6))
"""For everyone else."""

_DAYS_AHEAD = 370  # Nobody's rules leave no day in a year; guards the search all the same.
_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class SendingRules:
    """A town's rules. Nothing goes out from `quiet_from` to `quiet_until`, wall times, equal for
    no quiet hours at all; nor on a weekday (Monday is 0) that is not among `weekdays`; nor on a
    holiday. Raises ValueError when no weekday is left.
    """

    zone: ZoneInfo
    holidays: Holidays | None = None
    weekdays: frozenset[int] = MONDAY_TO_FRIDAY
    quiet_from: time = time(20)
    quiet_until: time = time(8)

    def __post_init__(self) -> None:
        if not self.weekdays & set(range(7)):
            raise ValueError("rules that leave no weekday send nothing")

    def is_open(self, day: date) -> bool:
        """Tell whether anything goes out on a day."""
        holiday = self.holidays is not None and self.holidays.is_holiday(day)
        return day.weekday() in self.weekdays and not holiday


def moment(day: date, wall: time, zone: ZoneInfo) -> datetime:
    """Return the moment, in UTC, of a wall time as RFC 5545 reads it.

    Python counts a skipped time with the offset before the gap, which is that reading.
    """
    return datetime.combine(day, wall.replace(fold=0), zone).astimezone(UTC)


def days_later(now: datetime, days: int, zone: ZoneInfo) -> datetime:
    """Return the same wall time so many days later, in the town's zone ("in 3 days")."""
    local = now.astimezone(zone)
    there = moment(local.date() + timedelta(days=days), local.time(), zone)
    return there.astimezone(zone)


@dataclass(frozen=True, slots=True)
class Slot:
    """From `begin` on something may go out, until `end`, which does not belong to it any more."""

    begin: datetime
    end: datetime


def next_slot(now: datetime, rules: SendingRules, hour: int | None = None) -> datetime:
    """Return the first moment from now on at which something may go out, in the town's zone.

    `now` may be in any zone. `hour` is a person's own: then only from that full hour for one hour
    long, in quiet hours too, because they chose it; Sundays and holidays stay free. Raises
    ValueError for a `now` without a zone or an hour that no clock has.
    """
    return slot_from(now, rules, hour).begin


def slot_from(now: datetime, rules: SendingRules, hour: int | None = None) -> Slot:
    """Return the same moment with the one at which nothing may go out any more. Raises alike."""
    if now.tzinfo is None:
        raise ValueError("a moment needs a zone")
    start = now.astimezone(UTC)
    today = start.astimezone(rules.zone).date()
    days = (today + timedelta(days=ahead) for ahead in range(_DAYS_AHEAD))
    windows = (
        window for day in days if rules.is_open(day) for window in _windows(day, rules, hour)
    )
    for opening, closing in windows:
        if (first := max(start, opening)) < closing:
            return Slot(first.astimezone(rules.zone), closing.astimezone(rules.zone))
    raise ValueError("no day of a year is open by these rules")


def _windows(
    day: date, rules: SendingRules, hour: int | None
) -> Iterator[tuple[datetime, datetime]]:
    """The times of an open day at which it may go out, from the earliest, in UTC."""
    if hour is not None:
        opening = moment(day, time(hour), rules.zone)
        yield opening, opening + _HOUR
        return
    for first, last in _waking(rules):
        after = day + timedelta(days=last == time())
        yield moment(day, first, rules.zone), moment(after, last, rules.zone)


def _waking(rules: SendingRules) -> list[tuple[time, time]]:
    """Wall times outside quiet hours; midnight as a last one is the next day's."""
    midnight = time()
    first, last = rules.quiet_until, rules.quiet_from
    if first < last or last == midnight:
        return [(first, last)]
    return [(midnight, last), (first, midnight)] if first > last else [(midnight, midnight)]
