"""The further sheets of the offers table: what an offer has several of, or says more of.

Each column goes with the field of the value that it fills.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from analysis.hours.schedule import DAYS, WEEKLY, Schedule
from models.imports import cells, offer_cells
from models.imports.cells import Parser
from models.imports.measure_cells import clock, whole
from models.imports.offer_columns import LONGEST_DISTRICT, LONGEST_TEXT, LONGEST_TITLE, WHEELCHAIR
from models.imports.sheet_reading import Form
from models.offer import Contact, Cost, Organization, Phone, Place

PLACES, PHONES, CONTACTS, COSTS = "places", "phones", "contacts", "costs"
SCHEDULES, DOCUMENTS, ORGANIZATIONS = "schedules", "documents", "organizations"

OFFER, PLACE, CONTACT, ORGANIZATION = "offer", "place", "contact", "organization"
"""To what of the sheet `offers`, or of another, a row belongs."""

MOST = 999
LONGEST_SHORT = 16
YEARS = (1000, 2999)
HOURS_FROM_UTC = 14
_TEXT = cells.long_text(LONGEST_TEXT)
_SHORT = cells.long_text(LONGEST_SHORT)
_NUMBER = whole(1, MOST)
_FREQUENCIES = {name.casefold(): name for name in ("DAILY", WEEKLY, "MONTHLY", "YEARLY")}
_KINDS = {name: name for name in ("physical", "postal", "virtual")}

Columns = Mapping[str, tuple[str, Parser]]

PLACE_COLUMNS: Columns = {
    "id": ("source_id", cells.text),
    "type": ("type", cells.choice(_KINDS)),
    "location": ("name", cells.long_text(LONGEST_TITLE)),
    "alternate_name": ("alternate_name", cells.long_text(LONGEST_TITLE)),
    "description": ("description", _TEXT),
    "attention": ("attention", cells.text),
    "address": ("street", cells.text),
    "address_2": ("street_2", cells.text),
    "postal_code": ("postal_code", cells.long_text(LONGEST_SHORT)),
    "city": ("city", cells.text),
    "region": ("region", cells.text),
    "state": ("state", cells.text),
    "country": ("country", offer_cells.country),
    "district": ("district", cells.long_text(LONGEST_DISTRICT)),
    "latitude": ("latitude", cells.number(-90, 90)),
    "longitude": ("longitude", cells.number(-180, 180)),
    "transportation": ("transportation", _TEXT),
    "url": ("url", cells.url),
    "wheelchair": ("wheelchair", cells.choice(WHEELCHAIR)),
    "accessibility": ("accessibility", _TEXT),
    "accessibility_details": ("accessibility_details", _TEXT),
    "accessibility_url": ("accessibility_url", cells.url),
}
SIMPLE_PLACE = (
    *("location", "address", "postal_code", "city", "district"),
    *("latitude", "longitude", "wheelchair"),
)
"""The columns that the sheet `offers` has too, for the usual only place."""

PHONE_COLUMNS: Columns = {
    "number": ("number", offer_cells.phone),
    "extension": ("extension", _SHORT),
    "type": ("type", _SHORT),
    "description": ("description", _TEXT),
    "languages": ("languages", cells.languages),
}
CONTACT_COLUMNS: Columns = {
    "name": ("name", cells.long_text(LONGEST_TITLE)),
    "title": ("title", cells.text),
    "department": ("department", cells.text),
    "email": ("email", cells.email),
}
COST_COLUMNS: Columns = {
    "amount": ("amount", cells.amount),
    "currency": ("currency", offer_cells.currency),
    "option": ("option", cells.text),
    "description": ("description", _TEXT),
    "valid_from": ("valid_from", cells.day),
    "valid_to": ("valid_to", cells.day),
}
SCHEDULE_COLUMNS: Columns = {
    "days": ("byday", cells.text),
    "opens_at": ("opens_at", clock),
    "closes_at": ("closes_at", clock),
    "freq": ("freq", cells.choice(_FREQUENCIES)),
    "interval": ("interval", whole(1, MOST)),
    "count": ("count", whole(1, MOST)),
    "until": ("until", cells.day),
    "dtstart": ("dtstart", cells.day),
    "valid_from": ("valid_from", cells.day),
    "valid_to": ("valid_to", cells.day),
    "by_appointment": ("by_appointment", cells.yes_no),
    "instead": ("instead", cells.yes_no),
    "wkst": ("wkst", cells.choice({day.casefold(): day for day in DAYS})),
    "byweekno": ("byweekno", cells.text),
    "bymonthday": ("bymonthday", cells.text),
    "byyearday": ("byyearday", cells.text),
    "timezone": ("timezone", cells.number(-HOURS_FROM_UTC, HOURS_FROM_UTC)),
    "description": ("description", _TEXT),
    "notes": ("notes", _TEXT),
    "schedule_link": ("schedule_link", cells.url),
    "attending_type": ("attending_type", cells.text),
}
DOCUMENT_COLUMNS: Columns = {"document": ("name", cells.text), "link": ("link", cells.url)}
ORGANIZATION_COLUMNS: Columns = {
    "id": ("source_id", cells.text),
    "name": ("name", cells.long_text(LONGEST_TITLE)),
    "website": ("website", cells.url),
    "alternate_name": ("alternate_name", cells.long_text(LONGEST_TITLE)),
    "description": ("description", _TEXT),
    "email": ("email", cells.email),
    "uri": ("uri", cells.url),
    "logo": ("logo", cells.url),
    "legal_status": ("legal_status", cells.text),
    "year_incorporated": ("year_incorporated", whole(*YEARS)),
    "parent": ("parent", cells.text),
}


def _form(owners: Mapping[str, Parser], columns: Columns, required: Mapping[str, str]) -> Form:
    return Form({**owners, **{name: x[1] for name, x in columns.items()}}, {}, required)


_OF_OFFER = {OFFER: offer_cells.identity}
_THERE = {**_OF_OFFER, PLACE: _NUMBER}
_REACHED = {**_THERE, CONTACT: _NUMBER, ORGANIZATION: cells.text}
WHOSE = {OFFER: "the id of an offer in the sheet offers"}

_LINKED = {"document": "the German name of the document", "link": "the address of its form"}

FORMS: Mapping[str, Form] = {
    PLACES: _form(_OF_OFFER, PLACE_COLUMNS, WHOSE),
    PHONES: _form(_REACHED, PHONE_COLUMNS, {"number": "a telephone number"}),
    CONTACTS: _form(_OF_OFFER, CONTACT_COLUMNS, WHOSE),
    COSTS: _form(_OF_OFFER, COST_COLUMNS, WHOSE),
    SCHEDULES: _form(_THERE, SCHEDULE_COLUMNS, WHOSE),
    DOCUMENTS: _form(_OF_OFFER, DOCUMENT_COLUMNS, {**WHOSE, **_LINKED}),
    ORGANIZATIONS: _form({}, ORGANIZATION_COLUMNS, {"name": "the name of the organization"}),
}

FIELDS: Mapping[str, Columns] = {
    PLACES: PLACE_COLUMNS,
    PHONES: PHONE_COLUMNS,
    CONTACTS: CONTACT_COLUMNS,
    COSTS: COST_COLUMNS,
    SCHEDULES: SCHEDULE_COLUMNS,
    DOCUMENTS: DOCUMENT_COLUMNS,
    ORGANIZATIONS: ORGANIZATION_COLUMNS,
}


def link(name: str, link: str) -> tuple[str, str]:
    """A document and the address of its form."""
    return name, link


VALUES: Mapping[str, tuple[Callable[..., Any], Mapping[str, Any]]] = {
    PLACES: (Place, {}),
    PHONES: (Phone, {"number": ""}),
    CONTACTS: (Contact, {}),
    COSTS: (Cost, {}),
    SCHEDULES: (Schedule, {"freq": ""}),
    DOCUMENTS: (link, {"name": "", "link": ""}),
    ORGANIZATIONS: (Organization, {"name": ""}),
}
"""What a row of each sheet is, and what it has where a row leaves a cell empty."""
