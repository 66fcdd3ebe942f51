"""What has fallen behind: translations made from an older German text, and reviews nobody did."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import keeping, offer_reviews, service
from models.base import table
from models.cost import RequiredDocumentRow
from models.keeping import SERVICE, Kept
from models.offer_review import Reason, Review
from models.offer_rules import OfferRules
from models.offer_texts import COLUMNS, DOCUMENTS
from models.translation import TranslationRow, source_hash

TRANSLATION = table(TranslationRow)
DOCUMENT = table(RequiredDocumentRow)
FIELDS = {column: field for field, column in COLUMNS.items()}


@dataclass(frozen=True, slots=True)
class Behind:
    """The texts of an offer in a language whose German is newer; `fields` as in Offer.texts."""

    offer: Kept
    language: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overdue:
    """An offer to be looked at `since` that day, and when its keepers were asked."""

    offer: Kept
    reason: Reason
    since: date
    asked: date | None


def translations(session: Session, today: date, language: str = "") -> list[Behind]:
    """Of all offers that stand, by offer and language; in one language, or in all."""
    offers = {one.id: one for one in keeping.standing(session, today)}
    found: dict[tuple[int, str], list[str]] = defaultdict(list)
    for id, field, code in _behind(session, language):
        found[id, code].append(field)
    return [
        Behind(offers[id], code, tuple(sorted(fields)))
        for (id, code), fields in sorted(found.items())
        if id in offers
    ]


def number(session: Session, today: date) -> int:
    """How many offers in how many languages: the length of `translations`, sooner."""
    standing = set(keeping.standing_ids(session, today))
    return len({(id, code) for id, _, code in _behind(session, "") if id in standing})


def overdue(session: Session, today: date, rules: OfferRules) -> list[Overdue]:
    """The offers that wait to be looked at, the longest first, whether somebody asked or not."""
    reviews = {one.offer: one for one in offer_reviews.open_now(session, today)}
    which = offer_reviews.IS_OPEN | offer_reviews.is_overdue(today, rules)
    found = (
        _overdue(offer, reviews.get(offer.id), rules)
        for offer in keeping.standing(session, today, which)
    )
    waiting = [one for one in found if one.since <= today]
    return sorted(waiting, key=lambda one: (one.since, one.offer.id))


def _overdue(offer: Kept, review: Review | None, rules: OfferRules) -> Overdue:
    if review is not None:
        return Overdue(offer, review.reason, review.since, review.asked)
    checked = offer.last_checked
    due = offer.review_due or (rules.next_review(checked) if checked else date.max)
    return Overdue(offer, Reason.DUE, due, None)


def _behind(session: Session, language: str) -> Iterator[tuple[int, str, str]]:
    """(offer, field, language) of translations that were made from another German text."""
    columns = TRANSLATION.c["entity_id", "field", "language", "source_hash"]
    ours = (TRANSLATION.c.entity == service.ENTITY) & TRANSLATION.c.field.in_(FIELDS)
    wanted = ours & (TRANSLATION.c.language == language) if language else ours
    german = _German(session)
    for id, column, code, made_from in session.execute(select(*columns).where(wanted)):
        if made_from != german.hash(id, FIELDS[column]):
            yield id, FIELDS[column], code


class _German:
    """The German texts of all offers, and the fingerprints of those that are asked for."""

    def __init__(self, session: Session) -> None:
        columns = [SERVICE.c[column] for name, column in COLUMNS.items() if name != DOCUMENTS]
        found = session.execute(select(SERVICE.c.id, *columns))
        names = [name for name in COLUMNS if name != DOCUMENTS]
        self._texts = {id: dict(zip(names, texts, strict=True)) for id, *texts in found}
        self._documents = _documents(session)
        self._known: dict[tuple[int, str], str] = {}

    def hash(self, id: int, field: str) -> str:
        """What the translation of this field was made from, if it is not behind."""
        if (id, field) not in self._known:
            self._known[id, field] = source_hash(self._text(id, field))
        return self._known[id, field]

    def _text(self, id: int, field: str) -> str:
        if field == DOCUMENTS:
            return service.DOCUMENT_SEPARATOR.join(self._documents.get(id, ()))
        text: str = self._texts.get(id, {}).get(field, "")
        return text


def _documents(session: Session) -> dict[int, list[str]]:
    names: dict[int, list[str]] = defaultdict(list)
    query = select(DOCUMENT.c.service_id, DOCUMENT.c.document).order_by(DOCUMENT.c.id)
    for id, name in session.execute(query):
        names[id].append(name)
    return names
