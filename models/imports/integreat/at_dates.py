"""What an event adds to an offer: its dates, and where it takes place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from zoneinfo import ZoneInfo

from models.imports.integreat.dates import dates_of
from models.imports.integreat.joining import Joined
from models.imports.integreat.node import Node
from models.imports.integreat.places import misplaced, place_of
from models.imports.integreat.remarks import Remarks
from models.imports.integreat.saved import EVENTS
from models.imports.integreat.web_address import encoded
from models.offer import Offer, Place
from models.translation import GERMAN

_FILE = f"{GERMAN}/{EVENTS}.json"


def at_dates(
    offer: Offer, thing: Joined, zone: ZoneInfo, places: Mapping[str, Place], remarks: Remarks
) -> Offer:
    """The offer with its dates; of `places`, known by their ids, the one where it is.

    What has a date takes place on a holiday too; of what only recurs nobody said so.
    """
    item = thing.german
    dates, place = dates_of(thing.dates, zone), _place(item.node("location"), places)
    meeting = encoded(item.text("meeting_url"))
    for code in filter(None, (dates.remark, _remark(item.node("location"), place))):
        remarks.count(code, _FILE, offer.source_id)
    return replace(
        offer,
        places=(place,) if place else (),
        online=bool(meeting),
        website=meeting,
        schedules=dates.schedules,
        open_on_holidays=dates.once and bool(dates.schedules),
        valid_until=dates.last,
    )


def _place(location: Node, places: Mapping[str, Place]) -> Place | None:
    return places.get(location.text("id")) or place_of(location)


def _remark(location: Node, place: Place | None) -> str:
    unplaced = place is not None and place.latitude is None
    return "integreat_coordinates" if unplaced and misplaced(location) else ""
