"""Fields of action into their taxonomy."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import delete, insert, update
from sqlalchemy.orm import Session

from models import taxonomy
from models.offer import FieldOfAction
from models.taxonomy import AttributeRow, TaxonomyTermRow, term_ids
from models.translation import GERMAN, TranslationRow, source_hash

RETIRED = -1


def write_fields(session: Session, fields: Sequence[FieldOfAction]) -> None:
    """Make the town's fields of action exactly these; those no longer listed are retired."""
    terms = term_ids(session, taxonomy.FIELDS, [field.code for field in fields])
    topics = term_ids(session, taxonomy.TOPICS, [x for field in fields for x in field.topics])
    places = {field.code: place for place, field in enumerate(fields)}
    names = {field.code: field.names[GERMAN] for field in fields}
    for code, id in terms.items():
        row = update(TaxonomyTermRow).where(TaxonomyTermRow.id == id)
        place = places.get(code, RETIRED)
        session.execute(row.values(position=place, name=names.get(code, TaxonomyTermRow.name)))
    _link(session, fields, terms, topics)
    _translate(session, fields, terms)


def _link(
    session: Session,
    fields: Sequence[FieldOfAction],
    terms: dict[str, int],
    topics: dict[str, int],
) -> None:
    session.execute(delete(AttributeRow).where(AttributeRow.link_entity == taxonomy.ENTITY))
    rows = [
        {
            "link_entity": taxonomy.ENTITY,
            "link_id": terms[field.code],
            "link_type": taxonomy.TOPICS,
            "taxonomy_term_id": topics[topic],
            "position": place,
        }
        for field in fields
        for place, topic in enumerate(field.topics)
    ]
    if rows:
        session.execute(insert(AttributeRow), rows)


def _translate(session: Session, fields: Sequence[FieldOfAction], terms: dict[str, int]) -> None:
    ours = TranslationRow.entity_id.in_(terms.values())
    session.execute(delete(TranslationRow).where(TranslationRow.entity == taxonomy.ENTITY, ours))
    rows = [
        {
            "entity": taxonomy.ENTITY,
            "entity_id": terms[field.code],
            "field": "name",
            "language": language,
            "text": name,
            "source_hash": source_hash(field.names[GERMAN]),
        }
        for field in fields
        for language, name in field.names.items()
        if language != GERMAN
    ]
    if rows:
        session.execute(insert(TranslationRow), rows)
