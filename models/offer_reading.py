"""Offers put together from their HSDS rows: some twenty queries for some hundreds of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from models import service
from models.chunks import chunks
from models.makers import makers
from models.offer import Offer, Organization, Place
from models.offer_children import Children, Query
from models.offer_places import places
from models.offer_texts import Wordings
from models.service import ServiceRow
from models.taxonomy import TARGET_GROUPS, TOPICS, AttributeRow, TaxonomyRow, TaxonomyTermRow

AS_STORED = (
    "id",
    "source_id",
    "kind",
    "online",
    "by_appointment",
    "open_on_holidays",
    "email",
    "interpretation",
    "minimum_age",
    "maximum_age",
    "first_contact",
    "valid_until",
    "source_url",
    "review_due",
    "keeper",
)
"""Fields of an offer that stand under their own names in its service row."""

RENAMED = {
    "website": "url",
    "source": "source_name",
    "last_checked": "assured_date",
    "keeper_email": "assurer_email",
}
"""Those that HSDS calls otherwise."""

Owned = Mapping[int, tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class _Parts:
    """What belongs to services, by their ids; who makes them, by the organization's."""

    makers: Mapping[int, Organization]
    wordings: Wordings
    topics: Mapping[int, tuple[str, ...]]
    target_groups: Mapping[int, tuple[str, ...]]
    places: Mapping[int, tuple[Place, ...]]
    children: Mapping[str, Owned]


def read(
    session: Session, which: ColumnElement[bool], languages: Sequence[str] | None = None
) -> tuple[Offer, ...]:
    """The offers whose service rows fulfil `which`, by id, in all or only in some languages."""
    connection = session.connection()
    services = select(ServiceRow.__table__).where(which).order_by(ServiceRow.id)
    rows = connection.execute(services).all()
    offers: list[Offer] = []
    alike: dict[Any, Any] = {}
    known: dict[int, Organization] = {}
    for some in chunks(rows):
        children = Children(connection, [row.id for row in some], alike)
        new = {row.organization_id for row in some} - known.keys()
        known |= makers(children, sorted(new))
        parts = _parts(children, known, languages)
        offers += (_offer(row, parts) for row in some)
    return tuple(offers)


def _parts(
    children: Children, known: Mapping[int, Organization], languages: Sequence[str] | None
) -> _Parts:
    return _Parts(
        makers=known,
        wordings=Wordings(children, languages),
        topics=_codes(children, TOPICS),
        target_groups=_codes(children, TARGET_GROUPS),
        places=places(children),
        children={
            "schedules": children.schedules(),
            "costs": children.costs(),
            "phones": children.phones(),
            "contacts": children.contacts(),
            "languages": children.languages(),
        },
    )


def _codes(children: Children, taxonomy: str) -> dict[int, tuple[str, ...]]:
    """The codes of the terms that services have in a taxonomy, the main one first."""
    found: dict[int, list[str]] = defaultdict(list)
    for id, code in children.rows(_terms(children.ids, taxonomy)):
        found[id].append(code)
    return {id: tuple(codes) for id, codes in found.items()}


def _terms(ids: Sequence[int], taxonomy: str) -> Query:
    term = TaxonomyTermRow
    return (
        select(AttributeRow.link_id, term.code)
        .join(term, term.id == AttributeRow.taxonomy_term_id)
        .join(TaxonomyRow, TaxonomyRow.id == term.taxonomy_id)
        .where(AttributeRow.link_entity == service.ENTITY, AttributeRow.link_id.in_(ids))
        .where(TaxonomyRow.name == taxonomy)
        .order_by(AttributeRow.position)
    )


def _offer(row: Any, parts: _Parts) -> Offer:
    wording = parts.wordings.of(row)
    stored: dict[str, Any] = {name: getattr(row, name) for name in AS_STORED}
    stored |= {name: getattr(row, column) for name, column in RENAMED.items()}
    stored |= {name: found.get(row.id, ()) for name, found in parts.children.items()}
    return Offer(
        maker=parts.makers[row.organization_id],
        texts=wording.texts,
        document_links=wording.document_links,
        machine_translated=wording.machine_translated,
        outdated=wording.outdated,
        made_here=wording.made_here,
        topics=parts.topics.get(row.id, ()),
        target_groups=parts.target_groups.get(row.id, ()),
        places=parts.places.get(row.id, ()),
        temporarily_closed=row.status == service.CLOSED,
        inactive=row.status in (service.INACTIVE, service.DEFUNCT),
        **stored,
    )
