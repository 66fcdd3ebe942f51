"""What was said yes to becomes public, by the one way in which offers are written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import audit, offer_reviews
from models.imports import offers as importing
from models.imports.offers import Change as Written
from models.imports.reports import Kind as WrittenKind
from models.keeping import SERVICE
from models.offer import Offer
from models.offer_change import ENTITY, Kind
from models.offer_rules import OfferRules
from models.roles import Deed

WRITTEN: dict[Kind, WrittenKind] = {"change": "changed", "gone": "vanished", "new": "new"}


@dataclass(frozen=True, slots=True)
class Proposal:
    """What somebody wants an offer to be. `columns` are what is otherwise than today."""

    kind: Kind
    offer: Offer
    columns: tuple[str, ...] = ()


def publish(
    session: Session, deed: Deed, source: str, wanted: Sequence[Proposal], rules: OfferRules
) -> None:
    """Write them. Whoever decided looked at them today."""
    today = deed.at.date()
    changes = [
        Written(WRITTEN[x.kind], _looked_at(x.offer, today, rules), x.columns) for x in wanted
    ]
    importing.apply(session, importing.Plan(source, tuple(changes), None))
    for one in wanted:
        offer_reviews.close(session, one.offer.id)
        done = "added" if one.kind == "new" else "ended" if one.kind == "gone" else "changed"
        audit.record(session, deed.at, deed.by, f"offer.{done}", (ENTITY, one.offer.id or None))


def source_of(session: Session, offer: int) -> str | None:
    """The source of an offer; nobody else writes it until this is over. None: there is none."""
    row = select(SERVICE.c.source).where(SERVICE.c.id == offer).with_for_update()
    return session.scalar(row)


def _looked_at(offer: Offer, today: date, rules: OfferRules) -> Offer:
    return replace(offer, last_checked=today, review_due=rules.next_review(today))
