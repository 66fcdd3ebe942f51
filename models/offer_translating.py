"""Texts of offers that nobody has translated: which they are, and what becomes of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import Session

from models import offer_revision, service
from models.base import table
from models.offer import Offer
from models.offer_reading import read
from models.offer_texts import COLUMNS
from models.offers import some, standing
from models.service import ServiceRow
from models.translation import GERMAN, MADE, MARK, TranslationRow, source_hash
from models.upsert import insert_for

NO_WORDS = frozenset({"page"})
"""Fields that hold an address."""
TRANSLATION = table(TranslationRow)
KEY = ("entity", "entity_id", "field", "language")


@dataclass(frozen=True, slots=True)
class Gap:
    """A text that is wanted in a language: `field` as in Offer.texts, `german` what it is made of.
    `source_id` says whose it is.
    """

    offer: int
    source_id: str
    language: str
    field: str
    german: str


def gaps(
    session: Session, languages: Sequence[str], today: date, source: str = ""
) -> Iterator[Gap]:
    """Of all offers that stand, or those of a source: by offer, then by language."""
    ids = standing(session, today)
    if source:
        of_it = session.scalars(select(ServiceRow.id).where(ServiceRow.source == source))
        ids = sorted(set(ids) & set(of_it))
    for offer in some(session, ids, today):
        yield from gaps_of(offer, languages)


def gaps_of(offer: Offer, languages: Sequence[str]) -> Iterator[Gap]:
    """What is missing, and what a machine made here of an older German text. What a human wrote or
    has read over stays.
    """
    german = offer.texts.get(GERMAN, {})
    said = {field: text for field, text in german.items() if text and field not in NO_WORDS}
    for language, (field, text) in product(languages, said.items()):
        if _is_wanted(offer, field, language):
            yield Gap(offer.id, offer.source_id, language, field, text)


def _is_wanted(offer: Offer, field: str, language: str) -> bool:
    if not offer.texts.get(language, {}).get(field):
        return True
    column = f"{field}{MARK}{language}"
    return column in offer.outdated and offer.made_here.get(column) is False


def keep(session: Session, made: Sequence[tuple[Gap, str]]) -> int:
    """Write what a machine made of gaps of one offer, those that are still there. How many were."""
    ids = {gap.offer for gap, _ in made}
    languages = sorted({gap.language for gap, _ in made})
    now = {x for offer in read(session, ServiceRow.id.in_(ids)) for x in gaps_of(offer, languages)}
    kept = [_row(gap, text) for gap, text in made if gap in now]
    for row in kept:
        session.execute(delete(TRANSLATION).where(_is_old(row)))
        insert = insert_for(session, TRANSLATION).values(**row)
        session.execute(insert.on_conflict_do_nothing(index_elements=KEY))
    if kept:
        offer_revision.changed(session, ids)
    return len(kept)


def _row(gap: Gap, text: str) -> dict[str, str | int]:
    return {
        "entity": service.ENTITY,
        "entity_id": gap.offer,
        "field": COLUMNS[gap.field],
        "language": gap.language,
        "text": text,
        "status": MADE,
        "source_hash": source_hash(gap.german),
    }


def _is_old(row: dict[str, str | int]) -> ColumnElement[bool]:
    """What a machine made before."""
    here = TRANSLATION.c.status == MADE
    for name in KEY:
        here &= TRANSLATION.c[name] == row[name]
    return here
