"""One offer as rows of the HSDS tables: pure, no database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from models import service
from models.offer import Offer
from models.schedule import DAYS
from models.translation import GERMAN, HUMAN, MACHINE, source_hash

Row = dict[str, Any]
Key = tuple[int, str, str]
"""A translation's: the service's id, the column, the language."""

DOCUMENTS = "documents"


def service_row(offer: Offer, organization: int) -> Row:
    """The row of the table service, without id and source."""
    german = offer.texts.get(GERMAN, {})
    return {column: german.get(name, "") for name, column in service.TEXTS.items()} | {
        "organization_id": organization,
        "source_id": offer.source_id,
        "status": _status(offer),
        "url": offer.website,
        "email": offer.email,
        "online": offer.online,
        "by_appointment": offer.by_appointment,
        "interpretation": offer.interpretation,
        "first_contact": offer.first_contact,
        "valid_until": offer.valid_until,
        "source_name": offer.source,
        "source_url": offer.source_url,
        "assured_date": offer.last_checked,
        "review_due": offer.review_due,
        "keeper": offer.keeper,
    }


def schedules(offer: Offer) -> Iterator[Row]:
    """A row for each span of the week."""
    for span in offer.schedules:
        yield {"byday": DAYS[span.day], "opens_at": span.opens_at, "closes_at": span.closes_at}


def phones(offer: Offer) -> Iterator[Row]:
    """The number, if there is one."""
    if offer.phone:
        yield {"number": offer.phone}


def languages(offer: Offer) -> Iterator[Row]:
    """The languages spoken."""
    for code in offer.languages:
        yield {"code": code}


def costs(offer: Offer) -> Iterator[Row]:
    """The amount, if somebody said."""
    if offer.cost_amount is not None:
        yield {"amount": offer.cost_amount}


def documents(offer: Offer) -> Iterator[Row]:
    """The documents to bring, in German."""
    joined = offer.texts.get(GERMAN, {}).get(DOCUMENTS, "")
    for document in filter(None, joined.split(service.DOCUMENT_SEPARATOR)):
        yield {"document": document}


def translations(offer: Offer, known: Mapping[Key, Row]) -> Iterator[Row]:
    """The texts in other languages. One that did not change keeps the hash that it had."""
    german = offer.texts.get(GERMAN, {})
    for language, column, name, text in _foreign(offer):
        before = known.get((offer.id, column, language), {})
        made_from = source_hash(german.get(name, ""))
        same = before.get("text") == text
        yield {
            "entity": service.ENTITY,
            "entity_id": offer.id,
            "field": column,
            "language": language,
            "text": text,
            "status": MACHINE if language in offer.machine_translated else HUMAN,
            "source_hash": before["source_hash"] if same else made_from,
        }


def location_row(offer: Offer) -> Row:
    """The row of the table location, without source."""
    place = offer.place
    return {
        "source_id": offer.source_id,
        "name": place.name if place else "",
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
    }


def address_rows(offer: Offer) -> Iterator[Row]:
    """The address, if any of it is known."""
    place = offer.place
    if place and (place.street or place.postal_code or place.city):
        yield {
            "address_1": place.street,
            "postal_code": place.postal_code,
            "city": place.city,
        }


def accessibility_rows(offer: Offer) -> Iterator[Row]:
    """What is known of the way in with a wheelchair."""
    if offer.place and offer.place.wheelchair:
        yield {"wheelchair": offer.place.wheelchair}


def _foreign(offer: Offer) -> Iterator[tuple[str, str, str, str]]:
    columns = {**service.TEXTS, DOCUMENTS: DOCUMENTS}
    for language, texts in offer.texts.items():
        if language != GERMAN:
            yield from ((language, columns[name], name, text) for name, text in texts.items())


def _status(offer: Offer) -> str:
    if offer.inactive:
        return service.INACTIVE
    return service.CLOSED if offer.temporarily_closed else service.ACTIVE


def attributes(link: tuple[str, int], terms: tuple[str, Iterable[int]]) -> Iterator[Row]:
    """`terms` (taxonomy, ids) of the row `link` (table, id), the main one first."""
    for place, term in enumerate(terms[1]):
        yield {
            "link_entity": link[0],
            "link_id": link[1],
            "link_type": terms[0],
            "taxonomy_term_id": term,
            "position": place,
        }
