"""Offers into the HSDS tables: a few statements a table, however many offers there are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.orm import Session

from models import service
from models.base import table
from models.chunks import chunks
from models.contact import ContactRow, LanguageRow, PhoneRow
from models.cost import CostOptionRow, RequiredDocumentRow
from models.imports import offer_rows as rows
from models.imports.inserting import insert_all, insert_for_ids
from models.imports.maker_writing import write_makers
from models.imports.part_writing import write_parts
from models.imports.place_writing import remove_places, write_places
from models.makers import key
from models.offer import Offer
from models.schedule import ScheduleRow
from models.service import ServiceRow
from models.taxonomy import TARGET_GROUPS, TOPICS, AttributeRow, term_ids
from models.translation import TranslationRow

Progress = Callable[[int, int], None]
"""Told how many offers are done, and of how many."""

_TRANSLATION = ("entity_id", "field", "language", "text", "status", "source_hash")

Children = Callable[[Offer], Iterable[rows.Row]]
CHILDREN: tuple[tuple[type[Any], Children], ...] = (
    (LanguageRow, rows.languages),
    (CostOptionRow, rows.costs),
    (RequiredDocumentRow, rows.documents),
)
OWNED: tuple[type[Any], ...] = (ScheduleRow, PhoneRow, ContactRow, *(row for row, _ in CHILDREN))


def write_offers(
    session: Session, source: str, offers: Sequence[Offer], progress: Progress | None = None
) -> list[int]:
    """Insert offers with the id 0, replace the others with all that belongs to them. Their ids."""
    makers = write_makers(session, source, (offer.maker for offer in offers))
    written: list[int] = []
    for some in chunks(offers):
        written += _write(session, source, some, makers)
        if progress is not None:
            progress(len(written), len(offers))
    return written


def _write(
    session: Session, source: str, offers: Sequence[Offer], makers: Mapping[str, int]
) -> list[int]:
    ids = [offer.id for offer in offers if offer.id]
    translated = _translations(session, ids)
    _remove_children(session, ids)
    written = _services(session, source, offers, makers)
    for into, children in CHILDREN:
        found = [row | {"service_id": x.id} for x in written for row in children(x)]
        insert_all(session, into, found)
    texts = [row for offer in written for row in rows.translations(offer, translated)]
    insert_all(session, TranslationRow, texts)
    _write_terms(session, written)
    write_parts(session, written, write_places(session, source, written))
    return [offer.id for offer in written]


def _services(
    session: Session, source: str, offers: Sequence[Offer], makers: Mapping[str, int]
) -> list[Offer]:
    """Write the service rows; the offers with the ids that they have from then on."""
    old = [offer for offer in offers if offer.id]
    new = [offer for offer in offers if not offer.id]
    _update(session, [rows.service_row(x, makers[key(x.maker)]) | {"row_id": x.id} for x in old])
    made = [rows.service_row(x, makers[key(x.maker)]) | {"source": source} for x in new]
    ids = insert_for_ids(session, ServiceRow, made)
    return old + [replace(offer, id=id) for offer, id in zip(new, ids, strict=True)]


def _update(session: Session, changed: Sequence[rows.Row]) -> None:
    if not changed:
        return
    services = table(ServiceRow)
    columns: dict[str, Any] = {name: bindparam(name) for name in changed[0] if name != "row_id"}
    statement = update(services).where(services.c.id == bindparam("row_id")).values(columns)
    session.connection().execute(statement, list(changed))


def _translations(session: Session, ids: Sequence[int]) -> dict[rows.Key, rows.Row]:
    row = TranslationRow
    query = select(*(getattr(row, name) for name in _TRANSLATION))
    ours = query.where(row.entity == service.ENTITY, row.entity_id.in_(ids))
    return {
        (found.entity_id, found.field, found.language): {
            "text": found.text,
            "status": found.status,
            "source_hash": found.source_hash,
        }
        for found in session.execute(ours)
    }


def _remove_children(session: Session, ids: Sequence[int]) -> None:
    if not ids:
        return
    for owned in OWNED:
        session.execute(delete(owned).where(owned.service_id.in_(ids)))
    row = TranslationRow
    ours = (row.entity == service.ENTITY) & row.entity_id.in_(ids)
    session.execute(delete(row).where(ours))
    link = (AttributeRow.link_entity == service.ENTITY) & AttributeRow.link_id.in_(ids)
    session.execute(delete(AttributeRow).where(link))
    remove_places(session, ids)


def _write_terms(session: Session, offers: Sequence[Offer]) -> None:
    topics = term_ids(session, TOPICS, [code for x in offers for code in x.topics])
    groups = term_ids(session, TARGET_GROUPS, [code for x in offers for code in x.target_groups])
    found: list[rows.Row] = []
    for offer in offers:
        link = (service.ENTITY, offer.id)
        found += rows.attributes(link, (TOPICS, [topics[code] for code in offer.topics]))
        theirs = [groups[code] for code in offer.target_groups]
        found += rows.attributes(link, (TARGET_GROUPS, theirs))
    insert_all(session, AttributeRow, found)
