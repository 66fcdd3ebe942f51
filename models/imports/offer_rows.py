"""One offer as rows of the HSDS tables: pure, no database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from models import service
from models.offer import Offer
from models.offer_reading import AS_STORED, RENAMED
from models.offer_texts import COLUMNS, DOCUMENTS
from models.translation import (
    BY_MACHINE,
    GERMAN,
    HUMAN,
    MACHINE,
    MADE,
    MARK,
    REVIEWED,
    source_hash,
)

Row = dict[str, Any]
Key = tuple[int, str, str]
"""A translation's: the service's id, the column, the language."""

UNKNOWN = ""
"""The hash of a German text that nobody has kept."""

_STORED = tuple(name for name in AS_STORED if name != "id")


def service_row(offer: Offer, organization: int) -> Row:
    """The row of the table service, without id and source."""
    german = offer.texts.get(GERMAN, {})
    texts = {column: german.get(name, "") for name, column in service.TEXTS.items()}
    stored = {name: getattr(offer, name) for name in _STORED}
    renamed = {column: getattr(offer, name) for name, column in RENAMED.items()}
    row = {"organization_id": organization, "status": _status(offer)}
    return texts | stored | renamed | row


def languages(offer: Offer) -> Iterator[Row]:
    """The languages spoken."""
    for code in offer.languages:
        yield {"code": code}


def costs(offer: Offer) -> Iterator[Row]:
    """What it costs, for whom."""
    for cost in offer.costs:
        yield {
            "amount": cost.amount,
            "option": cost.option,
            "currency": cost.currency,
            "amount_description": cost.description,
            "valid_from": cost.valid_from,
            "valid_to": cost.valid_to,
        }


def documents(offer: Offer) -> Iterator[Row]:
    """The documents to bring, in German, with the addresses of forms."""
    joined = offer.texts.get(GERMAN, {}).get(DOCUMENTS, "")
    for document in filter(None, joined.split(service.DOCUMENT_SEPARATOR)):
        yield {"document": document, "uri": offer.document_links.get(document, "")}


def translations(offer: Offer, known: Mapping[Key, Row]) -> Iterator[Row]:
    """The texts in other languages. One that did not change keeps the hash that it had."""
    german = offer.texts.get(GERMAN, {})
    for language, column, name, text in _foreign(offer):
        before = known.get((offer.id, column, language), {})
        late = f"{name}{MARK}{language}" in offer.outdated
        made_from = UNKNOWN if late else source_hash(german.get(name, ""))
        same = before.get("text") == text
        yield {
            "entity": service.ENTITY,
            "entity_id": offer.id,
            "field": column,
            "language": language,
            "text": text,
            "status": _by(offer, language, before if same else {}, known),
            "source_hash": before["source_hash"] if same else made_from,
        }


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


def _foreign(offer: Offer) -> Iterator[tuple[str, str, str, str]]:
    for language, texts in offer.texts.items():
        if language != GERMAN:
            yield from ((language, COLUMNS[name], name, text) for name, text in texts.items())


def _by(offer: Offer, language: str, before: Row, known: Mapping[Key, Row]) -> str:
    """Who translated. What stays as it was (`before`) stays whose it was; a machine's is a human's
    as soon as nobody says any more that the language is a machine's. Other words beside what was
    made here are a human's.
    """
    said = MACHINE if language in offer.machine_translated else HUMAN
    beside = _statuses(offer, language, known)
    match before.get("status"):
        case "reviewed":
            return REVIEWED
        case "made":
            return MADE if said == MACHINE else REVIEWED
        case "human":
            return said if beside.isdisjoint(BY_MACHINE) else HUMAN
        case None if MADE in beside and MACHINE not in beside:
            return HUMAN
    return said


def _statuses(offer: Offer, language: str, known: Mapping[Key, Row]) -> set[str]:
    """Of all texts that there were in the language."""
    rows = (known.get((offer.id, column, language)) for column in COLUMNS.values())
    return {row["status"] for row in rows if row}


def _status(offer: Offer) -> str:
    if offer.inactive:
        return service.INACTIVE
    return service.CLOSED if offer.temporarily_closed else service.ACTIVE
