"""The hours of a week as somebody who keeps them would say them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING, Protocol
from zoneinfo import ZoneInfo

if TYPE_CHECKING:  # loads all holidays of the world, which not every command needs
    from analysis.measures.workdays import Holidays

WEEKDAYS = 7
MIDNIGHT = time()


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """Open from `opens` on, until `closes`, which does not belong to it any more: wall times.

    One that closes at or before it opens runs into the next day; midnight is the day's end.
    """

    opens: time
    closes: time

    @property
    def ends_next_day(self) -> bool:
        """Whether it closes on the day after the one it is named for."""
        return self.closes <= self.opens


class Hours(Protocol):
    """What is open when, day by day: the hours of an office, or of anything else that has some."""

    @property
    def zone(self) -> ZoneInfo:
        """In whose wall time they are kept."""

    def on(self, day: date) -> Sequence[Interval]:
        """The hours that are named for a day; none: closed."""


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """The same hours each week, from Monday (0) on; not on holidays and not on `closed` days.

    `closed` are days of one year ("2026-05-15") or of every year ("12-24").
    """

    zone: ZoneInfo
    week: tuple[tuple[Interval, ...], ...]
    holidays: Holidays | None = None
    closed: frozenset[str] = frozenset()

    def on(self, day: date) -> tuple[Interval, ...]:
        """The hours of a day."""
        if {day.isoformat(), f"{day:%m-%d}"} & self.closed:
            return ()
        if self.holidays is not None and self.holidays.is_holiday(day):
            return ()
        return self.week[day.weekday()]
