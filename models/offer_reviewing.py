"""Translations that only a machine has made, until somebody has read them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import Session

from models import audit, offer_revision, service
from models.base import rows, table
from models.keeping import SERVICE
from models.offer_change import ENTITY
from models.offer_texts import COLUMNS
from models.translation import BY_MACHINE, REVIEWED, TranslationRow

TRANSLATION = table(TranslationRow)
FIELDS = {column: field for field, column in COLUMNS.items()}
Offers = Collection[int] | None
"""None: all of them."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A text that nobody has read yet; `field` as in Offer.texts."""

    offer: int
    source_id: str
    field: str
    text: str


def numbers(session: Session, source_ids: Sequence[str]) -> Mapping[str, tuple[int, ...]]:
    """The offers that their sources call so, by that name: in several sources several."""
    query = select(SERVICE.c.source_id, SERVICE.c.id).where(SERVICE.c.source_id.in_(source_ids))
    found: dict[str, tuple[int, ...]] = defaultdict(tuple)
    for name, id in session.execute(query):
        found[name] += (id,)
    return found


def unread(session: Session, language: str, offers: Offers = None) -> list[Unread]:
    """What only a machine has made in a language, by offer."""
    columns = (TRANSLATION.c.entity_id, TRANSLATION.c.field, TRANSLATION.c.text)
    query = (
        select(*columns, SERVICE.c.source_id)
        .join(SERVICE, SERVICE.c.id == TRANSLATION.c.entity_id)
        .where(_unread(language, offers))
        .order_by(TRANSLATION.c.entity_id, TRANSLATION.c.field)
    )
    found = session.execute(query)
    return [Unread(id, name, FIELDS[column], text) for id, column, text, name in found]


def reviewed(session: Session, at: datetime, language: str, offers: Offers = None) -> int:
    """Somebody has read it: it counts as a human's from now on. How many texts."""
    found = sorted({one.offer for one in unread(session, language, offers)})
    mark = update(TRANSLATION).where(_unread(language, offers)).values(status=REVIEWED)
    count = rows(session.execute(mark))
    for id in found:
        audit.record(session, at, None, "offer.translation_read", (ENTITY, id))
    if found:
        offer_revision.changed(session, found)
    return count


def _unread(language: str, offers: Offers) -> ColumnElement[bool]:
    ours = (TRANSLATION.c.entity == service.ENTITY) & (TRANSLATION.c.language == language)
    by_machine = ours & TRANSLATION.c.status.in_(BY_MACHINE)
    return by_machine if offers is None else by_machine & TRANSLATION.c.entity_id.in_(offers)
