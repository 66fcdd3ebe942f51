"""Which offers changed since when, so that what is made of them need not all be made anew."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models import revision
from models.base import Base, table
from models.chunks import chunks
from models.location import ServiceAtLocationRow
from models.service import ServiceRow
from models.upsert import insert_for


class OfferRevisionRow(Base):
    """Purpose: to work out anew only what changed offers make otherwise. Kept until the town
    removes the offer.

    `number` is the one of the revision of offers with which it last changed; an offer without a
    row has not changed since before there were any.
    """

    __tablename__ = "offer_revision"

    service_id: Mapped[int] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    number: Mapped[int] = mapped_column(index=True)


def changed(session: Session, offers: Collection[int]) -> None:
    """These offers changed: whoever has an earlier revision learns of it."""
    number = revision.bump(session, revision.OFFERS)
    for some in chunks(sorted(offers)):
        rows = [{"service_id": id, "number": number} for id in some]
        insert = insert_for(session, table(OfferRevisionRow))
        anew = {"number": insert.excluded.number}
        statement = insert.on_conflict_do_update(index_elements=["service_id"], set_=anew)
        session.connection().execute(statement, rows)


def changed_since(session: Session, number: int) -> frozenset[int]:
    """The offers that changed after a revision, be it that nobody sees them any more."""
    row = OfferRevisionRow
    return frozenset(session.scalars(select(row.service_id).where(row.number > number)))


def with_related(session: Session, offers: Collection[int]) -> frozenset[int]:
    """These offers, and all others of the organizations that make them, or at their places."""
    at = ServiceAtLocationRow
    found = set(offers)
    for some in chunks(sorted(offers)):
        makers = select(ServiceRow.organization_id).where(ServiceRow.id.in_(some))
        places = select(at.location_id).where(at.service_id.in_(some))
        found.update(
            session.scalars(select(ServiceRow.id).where(ServiceRow.organization_id.in_(makers))),
            session.scalars(select(at.service_id).where(at.location_id.in_(places))),
        )
    return frozenset(found)
