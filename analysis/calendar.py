"""Deadlines as an iCalendar feed (RFC 5545, RFC 7986) that calendars subscribe to.

A deadline is an event of a whole day that blocks nobody's time (TRANSP:TRANSPARENT), because the
calendars that most people have show no tasks of a subscription. The same deadlines come as tasks
(VTODO) for programs that do. A deadline at an hour has no length.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Component, Event, Todo
from icalendar.prop import vDuration

PRODUCT = "-//Lotse//Lotse//DE"
REFRESH = timedelta(hours=12)
WARNING = timedelta(days=-7)
A_DAY = timedelta(days=1)
KEPT = 32
NOTHING = "".maketrans(dict.fromkeys((*range(9), *range(11, 32), *range(127, 160)), " "))
"""Control characters have no place in a TEXT (RFC 5545, 3.3.11), but for tab and line feed."""


class Standing(StrEnum):
    """How far it is with what is due."""

    PROPOSED = "proposed"
    """Nobody has decided it yet, or it is postponed."""
    AHEAD = "ahead"
    BEGUN = "begun"
    DONE = "done"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Deadline:
    """What is due on a `day`, or on that day `at` an hour of the town.

    `name` tells it from all others of this Lotse, for good ("measure-7"). `version` grows when its
    date moves, `changed` (aware) is when anything of it last changed.
    """

    name: str
    title: str
    day: date
    changed: datetime
    at: time | None = None
    version: int = 1
    standing: Standing = Standing.AHEAD
    category: str = ""
    description: str = ""
    url: str = ""
    percent: int | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A calendar: its name, the `host` that makes its ids unique, the town's zone.

    With `tasks` it holds tasks instead of events. With `alarms` calendars warn a week before what
    is neither done nor cancelled.
    """

    name: str
    host: str
    zone: ZoneInfo
    tasks: bool = False
    alarms: bool = True


@lru_cache(KEPT)
def written(feed: Feed, deadlines: tuple[Deadline, ...]) -> bytes:
    """The feed as it is sent: UTF-8, lines of at most 75 octets that end with CR LF.

    The same deadlines give the same bytes, whenever that is; calendars ask far more often than
    anything changes, so the last few are remembered.
    """
    calendar = Calendar()
    _head(calendar, feed)
    for deadline in deadlines:
        calendar.add_component(_task(deadline, feed) if feed.tasks else _event(deadline, feed))
    _add_zones(calendar, [x.day for x in deadlines if x.at])
    return bytes(calendar.to_ical())


def _head(calendar: Calendar, feed: Feed) -> None:
    name = _clean(feed.name)
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", feed.zone.key)
    calendar.add("refresh-interval", vDuration(REFRESH), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(REFRESH))


def _event(deadline: Deadline, feed: Feed) -> Event:
    event = Event()
    _describe(event, deadline, feed)
    event.add("dtstart", _when(deadline, feed))
    if deadline.at is None:
        event.add("dtend", deadline.day + A_DAY)
    event.add("transp", "TRANSPARENT")
    event.add("status", _EVENT[deadline.standing])
    _warn(event, deadline, feed)
    return event


def _task(deadline: Deadline, feed: Feed) -> Todo:
    task = Todo()
    _describe(task, deadline, feed)
    task.add("due", _when(deadline, feed))
    task.add("status", _TASK[deadline.standing])
    done = 100 if deadline.standing is Standing.DONE else deadline.percent
    if done is not None:
        task.add("percent-complete", done)
    _warn(task, deadline, feed)
    return task


def _describe(component: Component, deadline: Deadline, feed: Feed) -> None:
    component.add("uid", f"{deadline.name}@{feed.host}")
    component.add("sequence", deadline.version - 1)
    # Without a METHOD both say when it was last revised (RFC 5545, 3.8.7.2 and 3.8.7.3).
    component.add("dtstamp", deadline.changed)
    component.add("last-modified", deadline.changed)
    component.add("summary", _clean(deadline.title))
    if description := _clean(deadline.description):
        component.add("description", description)
    if category := _clean(deadline.category):
        component.add("categories", [category])
    if deadline.url:
        component.add("url", deadline.url)


def _when(deadline: Deadline, feed: Feed) -> date | datetime:
    if deadline.at is None:
        return deadline.day
    return datetime.combine(deadline.day, deadline.at, feed.zone)


def _warn(component: Component, deadline: Deadline, feed: Feed) -> None:
    if not feed.alarms or deadline.standing in {Standing.DONE, Standing.CANCELLED}:
        return
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _clean(deadline.title))
    # A task without a start can only be counted back from its end (RFC 5545, 3.8.6.3).
    alarm.add("trigger", WARNING, parameters={"RELATED": "END"} if feed.tasks else {})
    component.add_component(alarm)


def _add_zones(calendar: Calendar, days: list[date]) -> None:
    """The rules of the town's zone, for the years that need them."""
    if days:
        first, last = date(min(days).year, 1, 1), date(max(days).year + 1, 1, 1)
        calendar.add_missing_timezones(first_date=first, last_date=last)


def _clean(text: str) -> str:
    return text.replace("\r\n", "\n").translate(NOTHING).strip()


_EVENT = {
    Standing.PROPOSED: "TENTATIVE",
    Standing.AHEAD: "CONFIRMED",
    Standing.BEGUN: "CONFIRMED",
    Standing.DONE: "CONFIRMED",
    Standing.CANCELLED: "CANCELLED",
}
_TASK = {
    Standing.PROPOSED: "NEEDS-ACTION",
    Standing.AHEAD: "NEEDS-ACTION",
    Standing.BEGUN: "IN-PROCESS",
    Standing.DONE: "COMPLETED",
    Standing.CANCELLED: "CANCELLED",
}
