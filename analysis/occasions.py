"""Events (Termine) that people come to, as iCalendar (RFC 5545).

Unlike a deadline an event has a place and takes somebody's time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo

from icalendar import Event

from analysis.ical import add_zones, begun, clean


@dataclass(frozen=True, slots=True)
class Occasion:
    """Something that takes place. `begins` and `ends` are wall time of the town, without a zone;
    without an end nobody knows how long it takes.

    `name` tells it from all others of this Lotse, for good ("news-7-2"). `version` grows when
    anything of it changes, `changed` (aware) is when that was. `language` is what its words are in.
    """

    name: str
    title: str
    begins: datetime
    changed: datetime
    ends: datetime | None = None
    place: str = ""
    description: str = ""
    url: str = ""
    language: str = "de"
    version: int = 1
    is_cancelled: bool = False


def alone(occasion: Occasion, host: str, zone: tzinfo | None) -> bytes:
    """A file with nothing else in it, to be opened once. `host` as in a Feed, `zone` the town's."""
    calendar = begun()
    calendar.add_component(event(occasion, host, zone))
    add_zones(calendar, [occasion.begins.date()])
    return bytes(calendar.to_ical())


def event(occasion: Occasion, host: str, zone: tzinfo | None) -> Event:
    """Its VEVENT."""
    made = Event()
    made.add("uid", f"{occasion.name}@{host}")
    made.add("sequence", occasion.version - 1)
    made.add("dtstamp", occasion.changed)
    made.add("last-modified", occasion.changed)
    made.add("dtstart", occasion.begins.replace(tzinfo=zone))
    if occasion.ends:
        made.add("dtend", occasion.ends.replace(tzinfo=zone))
    made.add("status", "CANCELLED" if occasion.is_cancelled else "CONFIRMED")
    _describe(made, occasion)
    return made


def _describe(made: Event, occasion: Occasion) -> None:
    spoken = {"LANGUAGE": occasion.language}
    made.add("summary", clean(occasion.title), parameters=spoken)
    if place := clean(occasion.place):
        made.add("location", place)
    if description := clean(occasion.description):
        made.add("description", description, parameters=spoken)
    if occasion.url:
        made.add("url", occasion.url)
