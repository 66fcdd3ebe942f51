"""Which rung of the ladder of reminders is to be sent today, and which are skipped.

A rung is decided once: sent, or skipped because a later one has come or because it is too late.
Who keeps the decisions keeps them by the version of the due date: a changed date is a new ladder.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from analysis.measures.point import months_after
from analysis.measures.rungs import Ladder, Priority, Rung
from analysis.measures.workdays import Holidays


@dataclass(frozen=True, slots=True)
class Due:
    """Something due on a day, and the version of that date (see `decided` below).

    A `statutory` date (funder, law, council) keeps its day whatever day that is; § 193 BGB may
    shift it to the next working day, which is for a lawyer to say. An internal one moves to the
    working day before.
    """

    day: date
    version: int = 1
    statutory: bool = False
    priority: Priority = Priority.NORMAL


@dataclass(frozen=True, slots=True)
class Decided:
    """A rung that was sent or skipped for a version of a date."""

    code: str
    version: int


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do today: at most one rung to send; each of both is from now on decided."""

    send: tuple[Rung, ...] = ()
    skip: tuple[Rung, ...] = ()


def due_day(due: Due, holidays: Holidays) -> date:
    """Return the day that counts: a statutory one as it is, an internal one on a working day."""
    return due.day if due.statutory else holidays.workday_by(due.day)


def day_of(rung: Rung, due: Due, holidays: Holidays) -> date:
    """Return the day of a rung; up to the due day it is a working day."""
    day = due_day(due, holidays) + timedelta(days=rung.days)
    return holidays.workday_by(day) if rung.days <= 0 else day


def plan_of(
    days: Sequence[tuple[Rung, date]], today: date, done: Collection[str] = frozenset()
) -> Plan:
    """Return what to do today with rungs and their days, in their order, but for those `done`."""
    come = [(rung, day) for rung, day in days if day <= today]
    if not come:
        return Plan()
    latest, day = come[-1]
    late = (today - day).days > latest.late_days
    skip = tuple(r for r, _ in come if r.code not in done and (late or r != latest))
    return Plan(() if late or latest.code in done else (latest,), skip)


@dataclass(frozen=True, slots=True)
class Reminding:
    """A ladder in a town with its holidays."""

    ladder: Ladder
    holidays: Holidays

    def due_rungs(self, due: Due, today: date, decided: Collection[Decided]) -> Plan:
        """Return what is to be sent and skipped; `today` is the day on which it would go out.

        Of the rungs whose day has come the latest is sent, unless it is decided or too late. Every
        earlier one that is not decided is skipped.
        """
        done = {rung.code for rung in decided if rung.version == due.version}
        days = [(rung, self._day(rung, due)) for rung in self._rungs(due)]
        return plan_of(days, today, done)

    def next_day(self, due: Due, today: date) -> date | None:
        """Return the day of the next rung after today, None when all have come."""
        days = (self._day(rung, due) for rung in self._rungs(due))
        return min((day for day in days if day > today), default=None)

    def no_news_day(self, heard: date, review_months: int) -> date:
        """Return the day on which silence since `heard` is too long: the day after two periods."""
        return months_after(heard, review_months * self.ladder.silent_periods) + timedelta(days=1)

    def no_news_rung(self, heard: date, review_months: int, today: date) -> Rung | None:
        """Return the rung for silence when it is due and not too late, to be sent once a silence.

        A silence is known by the day on which it began, `heard`.
        """
        late = (today - self.no_news_day(heard, review_months)).days
        return self.ladder.no_news if 0 <= late <= self.ladder.no_news.late_days else None

    def _rungs(self, due: Due) -> list[Rung]:
        return [rung for rung in self.ladder.rungs if due.priority in rung.priorities]

    def _day(self, rung: Rung, due: Due) -> date:
        return day_of(rung, due, self.holidays)
