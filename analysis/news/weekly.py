"""When a weekly digest goes out: on a working day of each week, in the town's wall time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from analysis.news.recurrence import moment_of

WEEK = timedelta(days=7)
WEEKS_BACK = 60


@dataclass(frozen=True, slots=True)
class Weekly:
    """The day of the week (Monday is 0) and the wall time."""

    weekday: int = 4
    at: time = time(10)


def day_in_week(of: date, weekly: Weekly, is_working: Callable[[date], bool]) -> date | None:
    """The day of the digest in the week of `of`: the last working day up to the one that is meant,
    None in a week without one.
    """
    monday = of - timedelta(days=of.weekday())
    days = (monday + timedelta(days=ahead) for ahead in range(weekly.weekday, -1, -1))
    return next((day for day in days if is_working(day)), None)


def last_before(
    now: datetime, weekly: Weekly, is_working: Callable[[date], bool]
) -> datetime | None:
    """The moment (UTC) of the last digest that was due at `now`, aware and in the town's zone.

    None: for more than a year there was no working day.
    """
    if now.tzinfo is None:
        raise ValueError("a moment needs a zone")
    for back in range(WEEKS_BACK):
        day = day_in_week(now.date() - back * WEEK, weekly, is_working)
        if day is None:
            continue
        due = moment_of(datetime.combine(day, weekly.at), now.tzinfo)
        if due <= now:
            return due
    return None
