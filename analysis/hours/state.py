"""Is it open now, and when next: what can be said at a moment, and what cannot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

from analysis.hours.opening import ByAppointment, OpeningHours
from analysis.hours.reckoning import A_DAY, Span, spans
from analysis.hours.schedule import Schedule
from analysis.hours.week import Hours

A_WEEK = timedelta(days=7)
DAYS_AHEAD = (9, 368)
"""An opening is looked for in a week, and only then in a year."""

OpenKind = Literal["open", "closed", "appointment", "unknown", "text"]


@dataclass(frozen=True, slots=True)
class OpenState:
    """`kind` at a moment, with moments in the zone of the hours.

    - `open` `until` a moment; None: for more than a week.
    - `closed`, open again at `next_opening`; None: not within a year.
    - `appointment`: one may come now only with one, or ever.
    - `text`: not open as far as can be reckoned, but there are hours that only words tell.
    - `unknown`: nobody said, or what was said held for a time that is over.

    `holiday` is today where only a public holiday closes it, `special` whether today is an
    exception.
    """

    kind: OpenKind
    until: datetime | None = None
    next_opening: datetime | None = None
    holiday: date | None = None
    special: bool = False


def state(hours: OpeningHours, at: datetime) -> OpenState:
    """What there is to say at a moment, which may be in any zone."""
    today = at.astimezone(hours.zone).date()
    special = bool(hours.exceptions and hours.exceptions_on(today))
    holiday = today if hours.holidays and hours.shut_by_holiday(today) else None
    if hours.always and holiday is None and is_open(hours, at):
        return OpenState("open", special=special)
    found = _next(hours, at)
    if found and found[0] <= at:
        return OpenState("open", _end(found, hours, at), special=special)
    opening = found[0].astimezone(hours.zone) if found else None
    kind, until = _otherwise(hours, at, today)
    return OpenState(kind, until, opening, holiday, special)


def is_open(hours: OpeningHours, at: datetime) -> bool:
    """Whether it is known to be open, for everybody, at a moment; quicker than `state`."""
    wall = at.astimezone(hours.zone)
    day, now = wall.date(), wall.time()
    if not _is_steady(hours.zone, day):
        found = next(spans(hours, at, 3), None)
        return found is not None and found[0] <= at
    return any(
        one.opens <= now and (one.ends_next_day or now < one.closes) for one in hours.on(day)
    ) or any(one.ends_next_day and now < one.closes for one in hours.on(day - A_DAY))


@lru_cache(64)
def _is_steady(zone: ZoneInfo, day: date) -> bool:
    """Whether no clock change is near, so that wall times are in the order of moments."""
    first = datetime(day.year, day.month, day.day, tzinfo=zone)
    return (first - A_DAY).utcoffset() == (first + 2 * A_DAY).utcoffset()


def _next(hours: Hours, at: datetime) -> Span | None:
    """The span that `at` is in, or the next one."""
    for days in DAYS_AHEAD:
        if found := next(spans(hours, at, days), None):
            return found
    return None


def _end(span: Span, hours: Hours, at: datetime) -> datetime | None:
    return span[1].astimezone(hours.zone) if span[1] - at <= A_WEEK else None


def _otherwise(hours: OpeningHours, at: datetime, today: date) -> tuple[OpenKind, datetime | None]:
    """What it is when nobody may just come in, and until when."""
    alone = ByAppointment(hours)
    found = next(spans(alone, at, DAYS_AHEAD[0]), None) if hours.has_appointments else None
    if found and found[0] <= at:
        return "appointment", _end(found, alone, at)
    return _kind(hours, today), None


def _kind(hours: OpeningHours, today: date) -> OpenKind:
    if hours.exceptions_on(today) and not hours.named_for(today):
        return "closed"
    if hours.only_by_appointment:
        return "appointment"
    if any(_has_words(one, today) for one in hours.unread):
        return "text"
    return "unknown" if all(rule.lapsed(today) for rule in hours.rules) else "closed"


def _has_words(schedule: Schedule, today: date) -> bool:
    """Whether it says in words what can not be reckoned, and not for another time."""
    first, last = schedule.valid_from or today, schedule.valid_to or today
    return bool(schedule.description) and (first <= today <= last or first > last)
