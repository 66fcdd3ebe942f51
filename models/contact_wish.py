"""Wishes to be called back (Kontaktwunsch), told after a survey and apart from it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from sqlalchemy import ForeignKey, String, delete, func, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models import audit
from models.base import Base, rows, table
from models.person import TABLE as PERSON
from models.response import random_id
from models.roles import Deed

ENTITY = "contact_wish"
LONGEST = 500


class ContactWishRow(Base):
    """Purpose: to call back who asked for it. Kept until somebody has dealt with it, until its
    author takes it back, or for 90 days after its `month`.

    It names no survey and no day, so nothing says when she took part in what. `topic` is a field of
    action, `contact` what she typed, "" for the chat that `person_id` leads to.
    """

    __tablename__ = "contact_wish"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012  SQLAlchemy's own way

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), unique=True)
    topic: Mapped[str] = mapped_column(String(48))
    contact: Mapped[str] = mapped_column(String(LONGEST))
    month: Mapped[str] = mapped_column(String(7))


@dataclass(frozen=True, slots=True)
class ContactWish:
    """What she wants to speak of, how she is to be reached, and in which language. `month` is
    "2026-11"; in `channel` and at `address` she can be written to, unless she is not `reached`.
    """

    id: str
    topic: str
    contact: str
    month: str
    language: str
    channel: str
    address: str
    reached: bool


CONTACT_WISH = table(ContactWishRow)
HERS = (PERSON.c.language, PERSON.c.channel, PERSON.c.address)
REACHED = PERSON.c.gone_on.is_(None) & PERSON.c.quiet.is_(False)


def wish(session: Session, rng: Random, person: int, told: tuple[str, str], today: date) -> None:
    """Somebody wants to be called back: (topic, contact), in place of what she wished before."""
    drop(session, person)
    topic, contact = told
    values = {"id": random_id(rng), "person_id": person, "topic": topic}
    values |= {"contact": contact[:LONGEST], "month": f"{today:%Y-%m}"}
    session.execute(insert(CONTACT_WISH).values(**values))


def waiting(session: Session, languages: Collection[str] = ()) -> list[ContactWish]:
    """All, or those in one of these languages, in an order that says nothing."""
    here = PERSON.c.language.in_(list(languages)) if languages else PERSON.c.id.is_not(None)
    return _found(session, here)


def find(session: Session, id: str) -> ContactWish | None:
    """One of them; None: somebody else was quicker."""
    return next(iter(_found(session, CONTACT_WISH.c.id == id)), None)


def of(session: Session, person: int) -> ContactWish | None:
    """Her own."""
    return next(iter(_found(session, CONTACT_WISH.c.person_id == person)), None)


def number(session: Session) -> int:
    """How many wait."""
    return session.scalar(select(func.count()).select_from(CONTACT_WISH)) or 0


def settle(session: Session, deed: Deed, id: str) -> bool:
    """She was called back: the wish goes. False: somebody else was quicker."""
    gone = rows(session.execute(delete(CONTACT_WISH).where(CONTACT_WISH.c.id == id))) == 1
    if gone:
        audit.record(session, deed.at, deed.by, "contact_wish.settled", (ENTITY, None))
    return gone


def drop(session: Session, person: int) -> bool:
    """She takes it back. False: there was none."""
    hers = CONTACT_WISH.c.person_id == person
    return rows(session.execute(delete(CONTACT_WISH).where(hers))) == 1


def everything(session: Session, person: int) -> dict[str, str]:
    """All that is stored of it, for her (Art. 15 GDPR)."""
    mine = of(session, person)
    return {} if mine is None else {x: getattr(mine, x) for x in ("topic", "contact", "month")}


def forget_old(session: Session, before: date) -> int:
    """Enforce the period: of months that were over before that day. How many went."""
    old = CONTACT_WISH.c.month < f"{before:%Y-%m}"
    return rows(session.execute(delete(CONTACT_WISH).where(old)))


def _found(session: Session, condition: Any) -> list[ContactWish]:
    names = ("id", "topic", "contact", "month")
    columns = (*(CONTACT_WISH.c[name] for name in names), *HERS, REACHED)
    query = select(*columns).join_from(CONTACT_WISH, PERSON).where(condition)
    found = session.execute(query.order_by(CONTACT_WISH.c.id))
    return [ContactWish(*row) for row in found]
