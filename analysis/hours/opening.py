"""When an offer is open, day by day, as its schedules say (Öffnungszeiten).

Of what is written for a day, the shortest exception holds instead of everything else. On public
holidays it is closed, unless the hours name that very day or the offer is open on holidays. Hours
of a day are named for it also where they end on the next one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from analysis.hours.rules import Rule, around_the_clock, rule_of
from analysis.hours.schedule import Schedule
from analysis.hours.week import WEEKDAYS, Interval

if TYPE_CHECKING:  # loads all holidays of the world, which not every command needs
    from analysis.measures.workdays import Holidays

KEPT = 1024

Span = tuple[Interval, bool]
"""Hours of a day, True where they need an appointment."""


@dataclass(frozen=True, slots=True)
class Almanac:
    """A town's wall time and its public holidays."""

    zone: ZoneInfo
    holidays: Holidays | None = None


class OpeningHours:
    """The `Hours` of an offer, made once for schedules that are the same.

    `rules` and `exceptions` are what can be reckoned, `unread` what only its words tell. Hours by
    appointment are kept apart: nobody who just comes is let in then. All are by appointment when
    the offer is (`by_appointment`).
    """

    def __init__(
        self,
        schedules: Sequence[Schedule],
        zone: ZoneInfo,
        holidays: Holidays | None = None,
        *,
        open_on_holidays: bool = False,
        by_appointment: bool = False,
    ) -> None:
        read = [(one, rule_of(one)) for one in schedules]
        rules = [rule for _, rule in read if rule]
        self.zone = zone
        self.schedules = tuple(schedules)
        self.holidays = None if open_on_holidays else holidays
        self.by_appointment = by_appointment
        self.rules = tuple(rule for rule in rules if not rule.schedule.instead)
        self.exceptions = tuple(rule for rule in rules if rule.schedule.instead)
        self.unread = tuple(one for one, rule in read if rule is None)
        self._on_weekdays = _by_weekday(self.rules)
        appointments = [rule.schedule.by_appointment for rule in self.rules]
        self.has_appointments = by_appointment or any(one.by_appointment for one in schedules)
        self.only_by_appointment = by_appointment or (bool(appointments) and all(appointments))
        closes = by_appointment or self.exceptions or self.holidays
        self.always = not closes and around_the_clock(schedules)

    def on(self, day: date) -> tuple[Interval, ...]:
        """The hours that are named for a day, when everybody may come; none: closed."""
        return tuple(one for one, appointment in self.named_for(day) if not appointment)

    def named_for(self, day: date) -> tuple[Span, ...]:
        """All hours of a day in their order."""
        return self.spans_of(self.holding(day))

    def usually_on(self, day: date) -> tuple[Span, ...]:
        """The same without exceptions and holidays."""
        return self.spans_of(self._usual(day))

    def spans_of(self, rules: Iterable[Rule]) -> tuple[Span, ...]:
        """The hours that rules say, in their order."""
        each = {
            (rule.interval, self.by_appointment or rule.schedule.by_appointment)
            for rule in rules
            if rule.interval
        }
        return tuple(sorted(each))

    def holding(self, day: date) -> list[Rule]:
        """The rules that really hold on a day; none: closed."""
        written = self._written(day)
        if written and self._is_holiday(day):
            return [rule for rule in written if rule.single]
        return written

    def exceptions_on(self, day: date) -> list[Rule]:
        """Those that hold on a day: the shortest."""
        found = [rule for rule in self.exceptions if rule.holds(day)]
        shortest = min((rule.length for rule in found), default=0)
        return [rule for rule in found if rule.length == shortest]

    def shut_by_holiday(self, day: date) -> bool:
        """Whether it is closed on a day only because that is a public holiday."""
        written = self._written(day)
        return bool(written) and not any(rule.single for rule in written) and self._is_holiday(day)

    def _written(self, day: date) -> list[Rule]:
        """What has hours on a day, whether it is a holiday or not."""
        if self.exceptions and (found := self.exceptions_on(day)):
            return found if all(rule.interval for rule in found) else []
        return self._usual(day)

    def _usual(self, day: date) -> list[Rule]:
        return [rule for rule in self._on_weekdays[day.weekday()] if rule.holds(day)]

    def _is_holiday(self, day: date) -> bool:
        return self.holidays is not None and self.holidays.is_holiday(day)


def _by_weekday(rules: Iterable[Rule]) -> tuple[tuple[Rule, ...], ...]:
    """For each weekday the rules that may hold on it."""
    days = [(rule, rule.weekdays) for rule in rules]
    return tuple(
        tuple(rule for rule, those in days if not those or day in those) for day in range(WEEKDAYS)
    )


class ByAppointment:
    """The hours of the same for which one needs an appointment."""

    def __init__(self, hours: OpeningHours) -> None:
        self.zone = hours.zone
        self._hours = hours

    def on(self, day: date) -> tuple[Interval, ...]:
        """The hours that are named for a day."""
        return tuple(one for one, appointment in self._hours.named_for(day) if appointment)


@lru_cache(KEPT)
def opening_hours(
    schedules: tuple[Schedule, ...],
    zone: ZoneInfo,
    holidays: Holidays | None = None,
    *,
    open_on_holidays: bool = False,
    by_appointment: bool = False,
) -> OpeningHours:
    """The hours of these schedules, made once."""
    return OpeningHours(
        schedules,
        zone,
        holidays,
        open_on_holidays=open_on_holidays,
        by_appointment=by_appointment,
    )
