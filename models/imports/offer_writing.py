"""Offers into the HSDS tables: a few statements a table, however many offers there are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from models import service
from models.contact import LanguageRow, PhoneRow
from models.cost import CostOptionRow, RequiredDocumentRow
from models.imports import offer_rows as rows
from models.imports.place_writing import remove_places, write_places
from models.offer import Offer
from models.organization import OrganizationRow
from models.schedule import ScheduleRow
from models.service import ServiceRow
from models.taxonomy import TARGET_GROUPS, TOPICS, AttributeRow, term_ids
from models.translation import TranslationRow

AT_ONCE = 500
"""Ids in one statement; SQLite takes 32,766 values."""

Children = Callable[[Offer], Iterable[rows.Row]]
CHILDREN: tuple[tuple[type[Any], Children], ...] = (
    (ScheduleRow, rows.schedules),
    (PhoneRow, rows.phones),
    (LanguageRow, rows.languages),
    (CostOptionRow, rows.costs),
    (RequiredDocumentRow, rows.documents),
)


def write_offers(session: Session, source: str, offers: Sequence[Offer]) -> None:
    """Insert offers with the id 0, replace the others with all that belongs to them."""
    for some in _chunks(offers):
        _write(session, source, some)


def _write(session: Session, source: str, offers: Sequence[Offer]) -> None:
    ids = [offer.id for offer in offers if offer.id]
    translated = _translations(session, ids)
    _remove_children(session, source, ids)
    written = _services(session, source, offers)
    for table, children in CHILDREN:
        found = [row | {"service_id": x.id} for x in written for row in children(x)]
        insert_all(session, table, found)
    texts = [row for offer in written for row in rows.translations(offer, translated)]
    insert_all(session, TranslationRow, texts)
    _write_terms(session, written)
    write_places(session, source, written)


def insert_all(session: Session, table: type[Any], found: list[rows.Row]) -> None:
    """Insert rows, if there are any."""
    if found:
        session.execute(insert(table), found)


def _services(session: Session, source: str, offers: Sequence[Offer]) -> list[Offer]:
    """Write the service rows; the offers with the ids that they have from then on."""
    makers = _organizations(session, source, offers)
    old = [offer for offer in offers if offer.id]
    new = [offer for offer in offers if not offer.id]
    changed = [rows.service_row(x, makers[x.organization]) | {"id": x.id} for x in old]
    if changed:
        session.execute(update(ServiceRow), changed)
    made = [rows.service_row(x, makers[x.organization]) | {"source": source} for x in new]
    if not made:
        return old
    returning = insert(ServiceRow).returning(ServiceRow.id, sort_by_parameter_order=True)
    ids = session.scalars(returning, made)
    return old + [replace(offer, id=id) for offer, id in zip(new, ids, strict=True)]


def _organizations(session: Session, source: str, offers: Sequence[Offer]) -> dict[str, int]:
    """The ids of the offers' organizations by name; made when missing, their addresses kept."""
    websites = {offer.organization: offer.organization_url for offer in offers}
    row = OrganizationRow
    query = select(row.source_id, row.id).where(row.source == source)
    known = {name: id for name, id in session.execute(query) if name in websites}
    if known:
        changed = [{"id": id, "website": websites[name]} for name, id in known.items()]
        session.execute(update(row), changed)
    new = [
        {"source": source, "source_id": name, "name": name, "website": website}
        for name, website in websites.items()
        if name not in known
    ]
    insert_all(session, row, new)
    return {name: id for name, id in session.execute(query) if name in websites}


def _translations(session: Session, ids: Sequence[int]) -> dict[rows.Key, rows.Row]:
    row = TranslationRow
    query = select(row.entity_id, row.field, row.language, row.text, row.source_hash)
    ours = query.where(row.entity == service.ENTITY, row.entity_id.in_(ids))
    return {
        (found.entity_id, found.field, found.language): {
            "text": found.text,
            "source_hash": found.source_hash,
        }
        for found in session.execute(ours)
    }


def _remove_children(session: Session, source: str, ids: Sequence[int]) -> None:
    for table, _ in CHILDREN:
        session.execute(delete(table).where(table.service_id.in_(ids)))
    row = TranslationRow
    ours = (row.entity == service.ENTITY) & row.entity_id.in_(ids)
    session.execute(delete(row).where(ours))
    link = (AttributeRow.link_entity == service.ENTITY) & AttributeRow.link_id.in_(ids)
    session.execute(delete(AttributeRow).where(link))
    remove_places(session, source, ids)


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


def _chunks(offers: Sequence[Offer]) -> Iterator[Sequence[Offer]]:
    for start in range(0, len(offers), AT_ONCE):
        yield offers[start : start + AT_ONCE]
