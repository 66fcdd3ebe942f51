"""What hours mean for a moment: open or not, when next, and how long in working time.

Wall times become moments before anything is counted, so the minutes of a day on which the clock
changes are those that really pass. Wall times that a change skips or doubles are read as RFC 5545
(3.3.5) says: a skipped 02:30 is 03:30, a doubled one is the first of the two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import takewhile

from analysis.hours.week import Hours, Interval
from analysis.measures.sending_time import moment

A_DAY = timedelta(days=1)
A_MINUTE = timedelta(minutes=1)
YEARS_AHEAD = 20
"""Whoever opens at all does so within that; it guards the search all the same."""

LOOKING_BACK = (7, 35, 366, 366 * YEARS_AHEAD)
"""Days: a week is nearly always enough."""

Span = tuple[datetime, datetime]


class NeverOpen(ValueError):
    """There is nothing to wait for."""


def is_open(hours: Hours, at: datetime) -> bool:
    """Whether it is open at a moment, which may be in any zone."""
    found = next(spans(hours, at), None)
    return found is not None and found[0] <= at


def next_opening(hours: Hours, at: datetime) -> datetime:
    """When it opens next after `at`, in its own zone. Raises NeverOpen where it does not."""
    for begin, _ in spans(hours, at):
        if begin > at:
            return begin.astimezone(hours.zone)
    raise NeverOpen


def open_from(hours: Hours, at: datetime) -> datetime:
    """`at` if it is open then, else when it opens next; in its own zone. Raises NeverOpen."""
    found = next(spans(hours, at), None)
    if found is None:
        raise NeverOpen
    return max(found[0], at).astimezone(hours.zone)


def working_minutes_between(hours: Hours, first: datetime, last: datetime) -> int:
    """How many whole minutes it is open from `first` to `last`; 0 when `last` comes before."""
    worked = timedelta()
    for begin, end in spans(hours, first):
        if begin >= last:
            break
        worked += max(min(end, last) - max(begin, first), timedelta())
    return worked // A_MINUTE


def after_working_hours(hours: Hours, start: datetime, number: float) -> datetime:
    """The first moment by which it has been open for so many hours since `start`, in its own zone.

    Raises NeverOpen where that does not happen.
    """
    left = timedelta(hours=number)
    if left <= timedelta():
        return start.astimezone(hours.zone)
    for begin, end in spans(hours, start):
        worked = max(end - max(begin, start), timedelta())
        if worked >= left:
            return (max(begin, start) + left).astimezone(hours.zone)
        left -= worked
    raise NeverOpen


def before_working_hours(hours: Hours, end: datetime, number: float) -> datetime:
    """The last moment since which it has been open for so many hours by `end`, in its own zone.

    Whatever began then or earlier has waited so long. Raises NeverOpen where nothing can have.
    """
    for days in LOOKING_BACK:
        worked = _until(hours, end - days * A_DAY, end)
        if since := _since(worked, timedelta(hours=number)):
            return since.astimezone(hours.zone)
    raise NeverOpen


def spans(hours: Hours, since: datetime, days: int = 366 * YEARS_AHEAD) -> Iterator[Span]:
    """When it is open, in UTC, from the one that `since` is in or that comes next; those that
    touch or overlap are one. Looked for as far ahead as so many `days`.
    """
    whole: Span | None = None
    for begin, end in _each(hours, since.astimezone(hours.zone).date() - A_DAY, days):
        if whole and begin <= whole[1]:
            whole = (whole[0], max(end, whole[1]))
            continue
        if whole and whole[1] > since:
            yield whole
        whole = (begin, end)
    if whole and whole[1] > since:
        yield whole


def _until(hours: Hours, since: datetime, end: datetime) -> list[Span]:
    """Those before `end`, the last cut off there."""
    begun = takewhile(lambda span: span[0] < end, spans(hours, since))
    return [(begin, min(closing, end)) for begin, closing in begun]


def _since(worked: Sequence[Span], left: timedelta) -> datetime | None:
    """The last moment since which these spans make up so much time. None: they do not."""
    for begin, end in reversed(worked):
        if end - begin >= left:
            return end - left
        left -= end - begin
    return None


def _each(hours: Hours, first: date, days: int) -> Iterator[Span]:
    for ahead in range(days):
        day = first + ahead * A_DAY
        yield from sorted(
            span for one in hours.on(day) if (span := _span(hours, day, one))[0] < span[1]
        )


def _span(hours: Hours, day: date, one: Interval) -> Span:
    """In UTC; empty where a clock change swallowed it."""
    last = day + one.ends_next_day * A_DAY
    begin = moment(day, one.opens, hours.zone)
    return begin.astimezone(UTC), moment(last, one.closes, hours.zone).astimezone(UTC)
