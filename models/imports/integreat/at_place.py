"""What a place of Integreat's map adds to an offer: where, when, and how to reach it."""

from __future__ import annotations

from dataclasses import replace

from analysis.hours.rules import around_the_clock
from models.imports.integreat.contacts import Reached, reached
from models.imports.integreat.node import Node
from models.imports.integreat.opening import opening_of
from models.imports.integreat.places import misplaced, place_of
from models.imports.integreat.remarks import Remarks
from models.imports.integreat.saved import LOCATIONS
from models.imports.integreat.web_address import encoded
from models.offer import Offer
from models.translation import GERMAN

_FILE = f"{GERMAN}/{LOCATIONS}.json"


def at_place(offer: Offer, item: Node, remarks: Remarks) -> Offer:
    """The offer with everything that the place's item says beyond its texts."""
    location, ways = item.node("location"), reached(item)
    opening = opening_of(item.nodes("opening_hours"))
    place = place_of(location, item.flag("barrier_free"))
    for code in filter(None, (opening.remark, *_remarked(location, ways))):
        remarks.count(code, _FILE, offer.source_id)
    return replace(
        offer,
        texts=_with_appointment(offer, encoded(item.text("appointment_url"))),
        places=(place,) if place else (),
        schedules=opening.schedules,
        by_appointment=opening.by_appointment,
        open_on_holidays=around_the_clock(opening.schedules),
        temporarily_closed=bool(item.flag("temporarily_closed")),
        phones=ways.phones,
        email=ways.email,
        website=ways.website,
        contacts=ways.contacts,
    )


def _with_appointment(offer: Offer, address: str) -> dict[str, dict[str, str]]:
    """The texts, with the address where one makes an appointment as the way to register."""
    texts = {language: dict(fields) for language, fields in offer.texts.items()}
    if address:
        texts[GERMAN]["application"] = address
    return texts


def _remarked(location: Node, ways: Reached) -> tuple[str, ...]:
    """Codes of what could not be kept."""
    found = {
        "integreat_coordinates": misplaced(location),
        "integreat_contact": ways.unused,
        "integreat_contact_hours": ways.hours,
    }
    return tuple(code for code, true in found.items() if true)
