"""Where an offer is, as records: service_at_location, location, address, accessibility."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from models import hsds_profile as profile
from models.exports.hsds import parts
from models.exports.hsds.filling import filled
from models.exports.hsds.naming import Naming, Picker, Record
from models.exports.hsds.terms import attributes
from models.offer import Offer, Place

COUNTRY = "DE"
"""Alone it is no address."""

accessibility_cells = Picker(profile.ACCESSIBILITY)
address_cells = Picker(profile.ADDRESS)
location_cells = Picker(profile.LOCATION)


def places(naming: Naming, service: str, offer: Offer) -> Iterator[Record]:
    """Each place with what is only so there: when it is open and whom to call."""
    for number, place in enumerate(offer.places):
        record = naming.child("service_at_location", service, {}, number)
        own = str(record["id"])
        record["location"] = _location(naming, own, place)
        if place.phones:
            record["phones"] = parts.phones(naming, own, place.phones)
        if place.schedules:
            record["schedules"] = parts.schedules(naming, own, place.schedules)
        yield record


def _location(naming: Naming, own: str, place: Place) -> Record:
    bare = replace(place, schedules=(), phones=())
    id = naming.shared("location", place.source_id or f"of:{own}", bare)
    record = {"id": id, **location_cells(bare), profile.KEY: place.source_id}
    if (address := address_cells(bare)) and address != {"country": COUNTRY}:
        record["addresses"] = [_address(naming, record, address)]
    if accessibility := accessibility_cells(bare):
        record["accessibility"] = [naming.child("accessibility", id, accessibility)]
    if place.district:
        record["attributes"] = attributes(naming, id, profile.DISTRICTS, (place.district,))
    return record


def _address(naming: Naming, location: Record, address: Record) -> Record:
    """With everything that the standard wants, the nearest wider thing in place of what nobody
    knows.
    """
    known = [address.get(x) for x in ("city", "region", "state_province", "country")]
    wider = next((x for x in known if x), location.get("name", location["id"]))
    names = ("city", "state_province", "postal_code", "country")
    wanted = {"address_1": location.get("name", wider)} | dict.fromkeys(names, wider)
    kind = {"address_type": location.get("location_type", "physical")}
    return naming.child("address", str(location["id"]), filled(address, wanted) | kind)
