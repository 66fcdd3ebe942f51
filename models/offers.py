"""The town's offers, as they are asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from models import revision as revisions
from models import taxonomy
from models.chunks import chunks
from models.offer import FieldOfAction, Offer
from models.offer_reading import read
from models.service import ACTIVE, CLOSED, ServiceRow
from models.taxonomy import AttributeRow, TaxonomyRow, TaxonomyTermRow
from models.translation import GERMAN, TranslationRow


def load(
    session: Session, today: date, languages: Sequence[str] | None = None
) -> tuple[Offer, ...]:
    """All offers that stand on `today`, also those temporarily closed; German texts always."""
    return read(session, _stands(today), languages)


def some(session: Session, ids: Collection[int], today: date) -> Iterator[Offer]:
    """Those of the offers that stand on `today`, by ascending id; read bit by bit."""
    for part in chunks(sorted(ids)):
        yield from read(session, ServiceRow.id.in_(part) & _stands(today))


def standing(session: Session, today: date) -> list[int]:
    """The ids of all offers that stand on `today`, ascending."""
    query = select(ServiceRow.id).where(_stands(today)).order_by(ServiceRow.id)
    return list(session.scalars(query))


def over_between(session: Session, first: date, last: date) -> frozenset[int]:
    """The offers that still stood on the `first` day, and are over on the `last`."""
    until = ServiceRow.valid_until
    return frozenset(session.scalars(select(ServiceRow.id).where(until >= first, until < last)))


def _stands(today: date) -> ColumnElement[bool]:
    not_over = ServiceRow.valid_until.is_(None) | (ServiceRow.valid_until >= today)
    return ServiceRow.status.in_((ACTIVE, CLOSED)) & not_over


def was(session: Session, id: int) -> bool:
    """Whether there is or was an offer of that number, perhaps one that nobody sees any more."""
    return session.scalar(select(ServiceRow.id).where(ServiceRow.id == id)) is not None


def revision(session: Session) -> int:
    """A number that grows whenever offers or fields of action change."""
    return revisions.current(session, revisions.OFFERS)


def fields_of_action(session: Session) -> tuple[FieldOfAction, ...]:
    """The town's fields of action (Handlungsfelder) with their topics, in the town's order."""
    names, topics = _names(session), _topics(session)
    term = TaxonomyTermRow
    query = (
        select(term.id, term.code, term.name)
        .join(TaxonomyRow, TaxonomyRow.id == term.taxonomy_id)
        .where(TaxonomyRow.name == taxonomy.FIELDS, term.position >= 0)
        .order_by(term.position, term.id)
    )
    return tuple(
        FieldOfAction(code, {GERMAN: name, **names.get(id, {})}, tuple(topics.get(id, ())))
        for id, code, name in session.execute(query)
    )


def _names(session: Session) -> dict[int, dict[str, str]]:
    row = TranslationRow
    query = select(row.entity_id, row.language, row.text).order_by(row.id)
    names: dict[int, dict[str, str]] = defaultdict(dict)
    ours = query.where(row.entity == taxonomy.ENTITY, row.field == "name")
    for id, language, text in session.execute(ours):
        names[id][language] = text
    return names


def _topics(session: Session) -> dict[int, list[str]]:
    topic = TaxonomyTermRow
    query = (
        select(AttributeRow.link_id, topic.code)
        .join(topic, topic.id == AttributeRow.taxonomy_term_id)
        .where(AttributeRow.link_entity == taxonomy.ENTITY)
        .order_by(AttributeRow.position)
    )
    topics: dict[int, list[str]] = defaultdict(list)
    for field, code in session.execute(query):
        topics[field].append(code)
    return topics
