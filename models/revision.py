"""Numbers that grow when something changes, so that what is kept in memory can be made anew."""

from __future__ import annotations

from sqlalchemy import String, insert, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base

OFFERS = "offers"
WORDS = "words"  # what was learned from the offers, and terms that somebody accepted


class RevisionRow(Base):
    """Purpose: to notice that offers changed, in another process too. Kept for good.

    One row a `name`; no row is number 0.
    """

    __tablename__ = "revision"

    name: Mapped[str] = mapped_column(String(32), primary_key=True)
    number: Mapped[int]


def current(session: Session, name: str) -> int:
    """The number now."""
    number = session.scalar(select(RevisionRow.number).where(RevisionRow.name == name))
    return number or 0


def bump(session: Session, name: str) -> int:
    """One more, in the transaction of the change. Returns the new number."""
    number = current(session, name) + 1
    if number == 1:
        session.execute(insert(RevisionRow).values(name=name, number=0))
    row = update(RevisionRow).where(RevisionRow.name == name)
    session.execute(row.values(number=RevisionRow.number + 1))
    return number
