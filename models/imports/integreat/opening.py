"""Opening hours of a place, in Integreat a list of seven days from Monday, as schedules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

from analysis.hours.schedule import DAYS, Schedule
from models.imports.integreat.node import Node

_MIDNIGHT = time(0)
_DAY_END = "24:00"
_UNREAD = "integreat_hours"
_NEVER = "integreat_always_closed"


@dataclass(frozen=True, slots=True)
class Opening:
    """When a place is open. Without `schedules` nobody said, or only `by_appointment`.

    `remark` is the code of what the report says about hours that could not be kept, or "".
    """

    schedules: tuple[Schedule, ...] = ()
    by_appointment: bool = False
    remark: str = ""


def opening_of(days: tuple[Node, ...]) -> Opening:
    """The opening hours of a week; of no days at all nobody said, which is not "closed"."""
    if not days:
        return Opening()
    try:
        schedules = tuple(
            x for day, hours in zip(DAYS, days, strict=True) for x in _day(day, hours)
        )
    except ValueError:
        return Opening(remark=_UNREAD)
    if schedules and all(x == _any_time(x.byday) for x in schedules):
        return Opening(by_appointment=True)
    never = not schedules and all(day.flag("closed") for day in days)
    return Opening(schedules, remark=_NEVER if never else "")


def _day(day: str, hours: Node) -> Iterator[Schedule]:
    """The schedules of a day. Raises ValueError when a span cannot be read."""
    by_appointment = bool(hours.flag("appointmentOnly"))
    slots = hours.nodes("timeSlots")
    if hours.flag("closed"):
        return
    if hours.flag("allDay"):
        yield Schedule(day, _MIDNIGHT, _MIDNIGHT, by_appointment=by_appointment)
    elif slots:
        spans = (_span(slot) for slot in slots)
        yield from (Schedule(day, *x, by_appointment=by_appointment) for x in spans)
    elif by_appointment:
        yield _any_time(day)


def _any_time(day: str) -> Schedule:
    """A day on which one may come by appointment, nobody said from when to when."""
    return Schedule(day, _MIDNIGHT, _MIDNIGHT, by_appointment=True)


def _span(slot: Node) -> tuple[time, time]:
    start, end = slot.text("start"), slot.text("end")
    opens, closes = time.fromisoformat(start), _closing(end)
    if opens == closes != _MIDNIGHT:
        raise ValueError(f"{start}-{end}")
    return opens, closes


def _closing(end: str) -> time:
    return _MIDNIGHT if end == _DAY_END else time.fromisoformat(end)
