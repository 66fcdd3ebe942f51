"""Weekly opening hours in wall time: pure functions on schedules.

Offices keep wall time, so does this: nothing is added to an instant, a day is a date, and only
which of two times comes first is asked of the time zone, for the hours that a clock change
doubles or skips (RFC 5545, 3.3.5). No schedules mean that nobody said, which is never "closed":
ask for that first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from analysis.hours.schedule import DAYS, WEEKLY, Schedule
from models.turn import Hours

MIDNIGHT = time(0)
WEEK = 7
KEPT = 4096


@dataclass(frozen=True, slots=True)
class _Span:
    day: int
    opens_at: time
    closes_at: time


@lru_cache(KEPT)
def _spans(schedules: tuple[Schedule, ...]) -> tuple[_Span, ...]:
    """Those of every week."""
    return tuple(
        _Span(DAYS.index(day), span.opens_at, span.closes_at)
        for span in schedules
        if span.freq == WEEKLY
        and span.interval == 1
        and span.opens_at is not None
        and span.closes_at is not None
        for day in span.byday.split(",")
        if day in DAYS  # "1SA" belongs to monthly rules, which are no weekly hours
    )


def is_open(schedules: Iterable[Schedule], local: datetime) -> bool:
    """Whether it is known to be open at `local`, wall time of the town."""
    day, now = local.weekday(), local.time()
    yesterday = (day - 1) % WEEK
    return any(
        (span.day == day and _opened(span, now)) or (span.day == yesterday and _runs_on(span, now))
        for span in _spans(tuple(schedules))
    )


def next_opening(schedules: Sequence[Schedule], local: datetime) -> datetime | None:
    """When it opens next after `local`, within 7 days; in the time zone of `local`."""
    days = [local.date() + timedelta(days=number) for number in range(WEEK + 1)]
    openings = (at for day in days for at in _openings(schedules, day, local))
    later = [at for at in openings if _instant(at) > _instant(local) and is_open(schedules, at)]
    first = min(later, key=_instant, default=None)
    return first if first and first.replace(tzinfo=None) <= _in_a_week(local) else None


def by_day(schedules: Iterable[Schedule]) -> tuple[Hours, ...]:
    """For a card: the days that have hours, from Monday on, their spans in order ("24:00" ends)."""
    days: dict[int, set[tuple[str, str]]] = defaultdict(set)
    for span in _spans(tuple(schedules)):
        days[span.day].add((f"{span.opens_at:%H:%M}", _end(span.closes_at)))
    return tuple(Hours(day, tuple(sorted(days[day]))) for day in sorted(days))


def _opened(span: _Span, now: time) -> bool:
    return span.opens_at <= now and (now < span.closes_at or _over_midnight(span))


def _runs_on(span: _Span, now: time) -> bool:
    return _over_midnight(span) and now < span.closes_at


def _over_midnight(span: _Span) -> bool:
    return span.closes_at <= span.opens_at


def _openings(schedules: Sequence[Schedule], day: date, local: datetime) -> Iterator[datetime]:
    for span in _spans(tuple(schedules)):
        if span.day == day.weekday():
            wall = datetime.combine(day, span.opens_at, local.tzinfo)
            yield from (_existing(wall.replace(fold=fold)) for fold in (0, 1))


def _existing(wall: datetime) -> datetime:
    """A time that the clock really shows: what is skipped in spring is an hour later."""
    if wall.tzinfo is None:
        return wall
    return wall.astimezone(UTC).astimezone(wall.tzinfo)


def _instant(at: datetime) -> datetime:
    return at if at.tzinfo is None else at.astimezone(UTC)


def _in_a_week(local: datetime) -> datetime:
    return local.replace(tzinfo=None) + timedelta(days=WEEK)


def _end(at: time) -> str:
    return "24:00" if at == MIDNIGHT else f"{at:%H:%M}"
