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

from analysis.ical import add_zones, begun, clean
from analysis.occasions import Occasion, event

REFRESH = timedelta(hours=12)
WARNING = timedelta(days=-7)
A_DAY = timedelta(days=1)
KEPT = 32


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
def written(
    feed: Feed, deadlines: tuple[Deadline, ...], occasions: tuple[Occasion, ...] = ()
) -> bytes:
    """The feed as it is sent: UTF-8, lines of at most 75 octets that end with CR LF.

    The same deadlines and events give the same bytes, whenever that is; calendars ask far more
    often than anything changes, so the last few are remembered. Events are no tasks: a feed of
    tasks has none.
    """
    calendar = begun()
    _head(calendar, feed)
    for deadline in deadlines:
        calendar.add_component(_task(deadline, feed) if feed.tasks else _event(deadline, feed))
    shown = () if feed.tasks else occasions
    for occasion in shown:
        calendar.add_component(event(occasion, feed.host, feed.zone))
    add_zones(calendar, [*(x.day for x in deadlines if x.at), *(x.begins.date() for x in shown)])
    return bytes(calendar.to_ical())


def _head(calendar: Calendar, feed: Feed) -> None:
    name = clean(feed.name)
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
    component.add("summary", clean(deadline.title))
    if description := clean(deadline.description):
        component.add("description", description)
    if category := clean(deadline.category):
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
    alarm.add("description", clean(deadline.title))
    # A task without a start can only be counted back from its end (RFC 5545, 3.8.6.3).
    alarm.add("trigger", WARNING, parameters={"RELATED": "END"} if feed.tasks else {})
    component.add_component(alarm)


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
