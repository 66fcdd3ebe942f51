"""When an event takes place, as schedules: once, on days in a row, or by a rule."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from analysis.hours.schedule import DAYS, WEEKLY, Schedule
from models.imports.integreat.node import Node
from models.imports.integreat.rules import NoRule, rule_of

_MIDNIGHT = time(0)
_WORKDAYS = ",".join(DAYS[:5])
_NO_DATE, _NO_RULE = "integreat_dates", "integreat_rule"


@dataclass(frozen=True, slots=True)
class Dates:
    """The schedules of an event; `last` is its last day, None when it goes on or nobody said.

    `once`: it has dates, and no days of the week. `remark` is a code for the report, or "".
    """

    schedules: tuple[Schedule, ...] = ()
    last: date | None = None
    once: bool = True
    remark: str = ""


@dataclass(frozen=True, slots=True)
class _Date:
    """One date of an event in wall time; without `closes` nobody said until when."""

    first: date
    last: date
    opens: time | None
    closes: time | None
    only_workdays: bool

    @property
    def words(self) -> str:
        """What cannot be reckoned, as a German reads it."""
        return "" if self.closes or not self.opens else f"{self.first:%d.%m.%Y}, {self.opens:%H:%M}"


def dates_of(items: Iterable[Node], zone: ZoneInfo) -> Dates:
    """The schedules, in the town's wall time, of an event whose dates may be listed one by one."""
    items = tuple(items)
    found = tuple(x for x in (_date(item.node("event"), zone) for item in items) if x)
    if not found:
        return Dates(remark=_NO_DATE)
    written = items[0].rich("recurrence_rule")
    if not written:
        return _listed(found)
    try:
        rule = rule_of(written, zone)
    except NoRule:
        return _listed(found, _NO_RULE)
    if found[0].last != found[0].first:
        return _listed(found, _NO_RULE)
    schedule = Schedule(opens_at=found[0].opens, closes_at=found[0].closes, **rule)
    return Dates((schedule,), schedule.until, once=False)


def _listed(dates: tuple[_Date, ...], remark: str = "") -> Dates:
    schedules = tuple(dict.fromkeys(_schedule(day) for day in dates))
    once = not any(day.only_workdays for day in dates)
    return Dates(schedules, max(day.last for day in dates), once, remark)


def _schedule(day: _Date) -> Schedule:
    """Of several days each has the same hours, as Integreat's own app reads them too."""
    if day.first == day.last:
        return Schedule("", day.opens, day.closes, "", dtstart=day.first, description=day.words)
    byday, freq = (_WORKDAYS, WEEKLY) if day.only_workdays else ("", "DAILY")
    return Schedule(byday, day.opens, day.closes, freq, dtstart=day.first, until=day.last)


def _date(event: Node, zone: ZoneInfo) -> _Date | None:
    """A date; None when there is none that can be read."""
    start, end = (_moment(event.text(name), zone) for name in ("start", "end"))
    if start is None or (end and end < start):
        return None
    last = (end or start).date()
    only_workdays = bool(event.flag("only_weekdays"))
    if event.flag("all_day"):
        return _Date(start.date(), last, _MIDNIGHT, _MIDNIGHT, only_workdays)
    if end is None or start.time() == end.time():
        return _Date(start.date(), last, start.time(), None, only_workdays)
    overnight = end - start < timedelta(days=1)
    last = start.date() if overnight else last
    return _Date(start.date(), last, start.time(), end.time(), only_workdays)


def _moment(written: str, zone: ZoneInfo) -> datetime | None:
    """A moment in wall time, to the minute."""
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return None
    local = moment.astimezone(zone) if moment.tzinfo else moment
    return local.replace(second=0, microsecond=0, tzinfo=None)
