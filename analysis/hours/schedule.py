"""A schedule (Öffnungszeiten, Sprechzeiten) as HSDS writes it: an RFC 5545 rule in columns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

WEEKLY = "WEEKLY"
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""RFC 5545 weekdays; the place in the tuple is Python's weekday number."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """HSDS 3.0 `schedule`: the days come from the rule, the hours are wall times of the town.

    `byday` is written as there: "MO,TH" or, monthly, "1SA". Without `freq` a rule with `byday` is
    weekly, one with only `dtstart` is that single day. It holds from `valid_from` to `valid_to`,
    both included; `until` is the last day of the recurrence, `count` its number of days. Midnight
    as `closes_at` is the end of the day; hours that close before they open end on the next day.
    Without hours only `description` says when, in words.

    Ours: `by_appointment`, one may come then only with an appointment; `instead`, on its days this
    holds instead of everything else, and without hours it is closed then (an exception, EXDATE).
    """

    byday: str = ""
    opens_at: time | None = None
    closes_at: time | None = None
    freq: str = WEEKLY
    interval: int = 1
    count: int | None = None
    until: date | None = None
    dtstart: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    wkst: str = ""
    byweekno: str = ""
    bymonthday: str = ""
    byyearday: str = ""
    timezone: float | None = None
    description: str = ""
    notes: str = ""
    schedule_link: str = ""
    attending_type: str = ""
    by_appointment: bool = False
    instead: bool = False


def weekly(day: int, opens: time, closes: time) -> Schedule:
    """The same hours each week; `day` 0 is Monday."""
    return Schedule(DAYS[day], opens, closes)
