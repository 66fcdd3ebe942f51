"""Wishes to be called back (Kontaktwunsch), told after a survey and apart from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

from sqlalchemy import ForeignKey, String, delete, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models import audit
from models.base import Base, rows, table
from models.response import random_id
from models.roles import Deed
from models.survey import ENTITY, SURVEY


class ContactWishRow(Base):
    """Purpose: to call back who asked for it. Kept until somebody has dealt with it, 90 days after
    the survey closed at most.

    Apart from responses and participation, without a time: nothing says what she answered.
    """

    __tablename__ = "contact_wish"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012  SQLAlchemy's own way

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    survey_id: Mapped[int] = mapped_column(ForeignKey("survey.id", ondelete="CASCADE"), index=True)
    contact: Mapped[str] = mapped_column(String(500))
    language: Mapped[str] = mapped_column(String(16))


@dataclass(frozen=True, slots=True)
class ContactWish:
    """How she wants to be reached, in her own words, and in which language."""

    id: str
    contact: str
    language: str


CONTACT_WISH = table(ContactWishRow)


def wish(session: Session, rng: Random, survey: int, contact: str, language: str) -> None:
    """Somebody wants to be called back."""
    values = {"survey_id": survey, "contact": contact[:500], "language": language}
    session.execute(insert(CONTACT_WISH).values(id=random_id(rng), **values))


def waiting(session: Session, survey: int) -> list[ContactWish]:
    """All of a survey, in an order that says nothing."""
    columns = (CONTACT_WISH.c.id, CONTACT_WISH.c.contact, CONTACT_WISH.c.language)
    query = select(*columns).where(CONTACT_WISH.c.survey_id == survey)
    return [ContactWish(*row) for row in session.execute(query.order_by(CONTACT_WISH.c.id))]


def settle(session: Session, deed: Deed, id: str) -> bool:
    """She was called back: the wish goes. False: somebody else was quicker."""
    gone = delete(CONTACT_WISH).where(CONTACT_WISH.c.id == id)
    survey = session.scalar(gone.returning(CONTACT_WISH.c.survey_id))
    if survey is not None:
        audit.record(session, deed.at, deed.by, "contact_wish.settled", (ENTITY, survey))
    return survey is not None


def forget_old(session: Session, closed_before: date) -> int:
    """Enforce the period. How many went."""
    old = select(SURVEY.c.id).where(SURVEY.c.closed_on < closed_before)
    return rows(session.execute(delete(CONTACT_WISH).where(CONTACT_WISH.c.survey_id.in_(old))))
