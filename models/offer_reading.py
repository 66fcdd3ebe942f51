"""Offers put together from their HSDS rows: a dozen queries, however many offers there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, select
from sqlalchemy.orm import Session

from models import service
from models.contact import LanguageRow, PhoneRow
from models.cost import CostOptionRow, RequiredDocumentRow
from models.offer import Offer, Place, Schedule
from models.offer_places import places
from models.organization import OrganizationRow
from models.schedule import DAYS, WEEKLY, ScheduleRow
from models.service import ServiceRow
from models.taxonomy import TARGET_GROUPS, TOPICS, AttributeRow, TaxonomyRow, TaxonomyTermRow
from models.translation import GERMAN, MACHINE, TranslationRow

Columns = tuple[Any, ...]
Found = Row[*Columns]
Query = Select[*Columns]
Rows = dict[int, list[Found]]

_COLUMNS = {column: field for field, column in service.TEXTS.items()} | {"documents": "documents"}

_AS_STORED = (
    "id",
    "source_id",
    "organization",
    "organization_url",
    "online",
    "by_appointment",
    "email",
    "interpretation",
    "first_contact",
    "valid_until",
    "source_url",
    "review_due",
    "keeper",
)
"""Fields of an offer that stand under their own names in its service row."""


@dataclass(frozen=True, slots=True)
class _Parts:
    """What belongs to services, by their ids."""

    translations: Rows
    documents: Rows
    terms: Rows
    schedules: Rows
    phones: Rows
    languages: Rows
    costs: Rows
    places: dict[int, Place]


def read(
    session: Session, which: ColumnElement[bool], languages: Sequence[str] | None = None
) -> tuple[Offer, ...]:
    """The offers whose service rows fulfil `which`, by id, in all or only in some languages."""
    parts = _parts(session, which, languages)
    services = (
        select(ServiceRow.__table__, OrganizationRow.name.label("organization"))
        .add_columns(OrganizationRow.website.label("organization_url"))
        .join(OrganizationRow, OrganizationRow.id == ServiceRow.organization_id)
        .where(which)
        .order_by(ServiceRow.id)
    )
    return tuple(_offer(row, parts) for row in session.execute(services))


def _parts(session: Session, which: ColumnElement[bool], languages: Sequence[str] | None) -> _Parts:
    connection = session.connection()  # plain rows, without the ORM's share of the time

    def rows(query: Query) -> Rows:
        grouped: Rows = defaultdict(list)
        for row in connection.execute(query.where(which)).all():
            grouped[row[0]].append(row)
        return grouped

    return _Parts(
        translations=rows(_translations(languages)),
        documents=rows(_of(RequiredDocumentRow, RequiredDocumentRow.document)),
        terms=rows(_terms()),
        schedules=rows(_schedules()),
        phones=rows(_of(PhoneRow, PhoneRow.number)),
        languages=rows(_of(LanguageRow, LanguageRow.code)),
        costs=rows(_of(CostOptionRow, CostOptionRow.amount)),
        places=places(session, which),
    )


def _of(table: Any, *columns: Any) -> Query:
    """`columns` of rows that belong to a service, its id first, in the order they were made."""
    query = select(table.service_id, *columns).join(ServiceRow, ServiceRow.id == table.service_id)
    return query.order_by(table.id)


def _translations(languages: Sequence[str] | None) -> Query:
    row = TranslationRow
    query = (
        select(row.entity_id, row.language, row.field, row.text, row.status)
        .join(ServiceRow, ServiceRow.id == row.entity_id)
        .where(row.entity == service.ENTITY, row.field.in_(_COLUMNS))
    )
    return query if languages is None else query.where(row.language.in_(languages))


def _terms() -> Query:
    term = TaxonomyTermRow
    return (
        select(AttributeRow.link_id, TaxonomyRow.name, term.code)
        .join(ServiceRow, ServiceRow.id == AttributeRow.link_id)
        .join(term, term.id == AttributeRow.taxonomy_term_id)
        .join(TaxonomyRow, TaxonomyRow.id == term.taxonomy_id)
        .where(AttributeRow.link_entity == service.ENTITY)
        .order_by(AttributeRow.position)
    )


def _schedules() -> Query:
    row = ScheduleRow
    weekly = (row.freq == WEEKLY) & (row.interval == 1) & (row.byday != "")
    known = row.opens_at.is_not(None) & row.closes_at.is_not(None)
    return _of(row, row.byday, row.opens_at, row.closes_at).where(weekly & known)


def _offer(row: Found, parts: _Parts) -> Offer:
    costs = [cost.amount for cost in parts.costs.get(row.id, ()) if cost.amount is not None]
    return Offer(
        texts=_texts(row, parts),
        topics=_codes(row.id, parts, TOPICS),
        target_groups=_codes(row.id, parts, TARGET_GROUPS),
        place=parts.places.get(row.id),
        schedules=_hours(parts.schedules.get(row.id, ())),
        free=not any(costs) if costs else None,
        cost_amount=min(costs, default=None),
        phone=next((phone.number for phone in parts.phones.get(row.id, ())), ""),
        languages=tuple(spoken.code for spoken in parts.languages.get(row.id, ())),
        machine_translated=_unseen(parts.translations.get(row.id, ())),
        temporarily_closed=row.status == service.CLOSED,
        inactive=row.status in (service.INACTIVE, service.DEFUNCT),
        website=row.url,
        source=row.source_name,
        last_checked=row.assured_date,
        **{name: getattr(row, name) for name in _AS_STORED},
    )


def _texts(row: Found, parts: _Parts) -> dict[str, dict[str, str]]:
    german = {field: getattr(row, column) for field, column in service.TEXTS.items()}
    documents = [item.document for item in parts.documents.get(row.id, ())]
    german["documents"] = service.DOCUMENT_SEPARATOR.join(documents)
    texts: dict[str, dict[str, str]] = {GERMAN: {n: text for n, text in german.items() if text}}
    for _, language, column, text, _ in parts.translations.get(row.id, ()):
        texts.setdefault(language, {})[_COLUMNS[column]] = text
    return texts


def _unseen(translations: Iterable[Found]) -> tuple[str, ...]:
    return tuple(
        sorted({language for _, language, *_, status in translations if status == MACHINE})
    )


def _codes(id: int, parts: _Parts, taxonomy: str) -> tuple[str, ...]:
    return tuple(term.code for term in parts.terms.get(id, ()) if term.name == taxonomy)


def _hours(rows: Sequence[Found]) -> tuple[Schedule, ...]:
    spans = [
        Schedule(DAYS.index(day), row.opens_at, row.closes_at)
        for row in rows
        for day in row.byday.split(",")
        if day in DAYS  # "1SA" belongs to monthly rules, which are no weekly hours
    ]
    return tuple(sorted(set(spans), key=lambda span: (span.day, span.opens_at, span.closes_at)))
