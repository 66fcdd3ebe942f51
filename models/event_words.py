"""When and where something takes place, for whoever tells of it."""

from __future__ import annotations

from datetime import time

from models.news import Event
from models.text import T, Text, Verbatim

MIDNIGHT = time()


def when(event: Event) -> Text:
    """The day, and from when to when; also over several days. At midnight there is no hour."""
    day, begins, ends = event.begins.date(), event.begins.time(), event.ends
    if ends is None or ends == event.begins:
        at = T("events.at", day=day, begins=begins)
        return T("events.on", day=day) if begins == MIDNIGHT else at
    if ends.date() == day:
        return T("events.from_to", day=day, begins=begins, ends=ends.time())
    return T("events.days", day=day, begins=begins, last=ends.date(), ends=ends.time())


def lines(event: Event, language: str) -> tuple[Text, ...]:
    """A line each; the place is in the `language` of the news."""
    where = (T("events.where", place=Verbatim(event.place, language)),) if event.place else ()
    return (T("events.when", when=when(event)), *where)
