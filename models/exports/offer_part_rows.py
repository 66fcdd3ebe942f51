"""What of an offer stands in the sheet `offers`, and the rows of the further sheets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from analysis.hours.schedule import Schedule
from models.exports.hours_text import split
from models.imports import cells
from models.imports import offer_part_columns as columns
from models.imports.offer_part_columns import (
    CONTACT,
    CONTACTS,
    FIELDS,
    OFFER,
    ORGANIZATION,
    PHONES,
    PLACE,
    PLACES,
    SCHEDULES,
)
from models.imports.problems import Unexpected
from models.makers import key
from models.offer import Cost, Offer, Organization, Phone, Place

Row = Mapping[str, Any]
Rows = Iterator[tuple[str, Row]]
"""Names of sheets and rows of theirs."""

_POSTAL_CODE = re.compile(r"[0-9]{5}|")
_SIMPLE = [columns.PLACE_COLUMNS[name][0] for name in columns.SIMPLE_PLACE]


@dataclass(frozen=True, slots=True)
class Simple:
    """What the sheet `offers` says itself: the usual first one of each."""

    place: Place | None
    cost: Cost | None
    phone: Phone | None
    hours: str
    other_hours: tuple[Schedule, ...] = field(default=())


def simple(offer: Offer) -> Simple:
    """The parts of an offer that need no further sheet."""
    hours, others = split(offer.schedules)
    return Simple(
        place=next((x for x in offer.places[:1] if _is_simple_place(x)), None),
        cost=next((x for x in offer.costs[:1] if x == Cost(x.amount) and _takes(x)), None),
        phone=next((x for x in offer.phones[:1] if x == Phone(x.number) and _dials(x)), None),
        hours=hours,
        other_hours=others,
    )


def further(offer: Offer, said: Simple) -> Rows:
    """The rows that the offer has in further sheets."""
    whose = {OFFER: offer.source_id}
    yield from _rows(PLACES, offer.places[said.place is not None :], whose)
    yield from _rows(CONTACTS, offer.contacts, whose)
    yield from _rows(columns.COSTS, offer.costs[said.cost is not None :], whose)
    yield from _rows(PHONES, offer.phones[said.phone is not None :], whose)
    yield from _rows(SCHEDULES, said.other_hours, whose)
    for number, place in enumerate(offer.places, 1):
        yield from _rows(SCHEDULES, place.schedules, whose | {PLACE: number})
        yield from _rows(PHONES, place.phones, whose | {PLACE: number})
    for number, contact in enumerate(offer.contacts, 1):
        yield from _rows(PHONES, contact.phones, whose | {CONTACT: number})
    for name, link in offer.document_links.items():
        yield columns.DOCUMENTS, whose | {"document": name, "link": link}


def of_maker(maker: Organization) -> Rows:
    """The rows that an organization has, beyond what its offers say of it."""
    said = Organization(maker.name, maker.website, maker.source_id)
    if replace(maker, phones=()) != said:
        yield from _rows(columns.ORGANIZATIONS, (maker,), {})
    yield from _rows(PHONES, maker.phones, {ORGANIZATION: key(maker)})


def _rows(sheet: str, values: Sequence[Any], whose: Row) -> Rows:
    for value in values:
        said = {column: getattr(value, name) for column, (name, _) in FIELDS[sheet].items()}
        yield sheet, {**whose, **said}


def _is_simple_place(place: Place) -> bool:
    alone = replace(place, schedules=(), phones=())
    said = replace(Place(), **{name: getattr(place, name) for name in _SIMPLE})
    return alone == said != Place() and _POSTAL_CODE.fullmatch(place.postal_code) is not None


def _takes(cost: Cost) -> bool:
    return cost.amount is not None and cost.amount <= cells.MOST_EUROS


def _dials(phone: Phone) -> bool:
    try:
        return cells.phone(phone.number) == phone.number
    except Unexpected:
        return False
