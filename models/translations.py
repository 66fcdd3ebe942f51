"""What a machine shall translate: wished for in a turn, done by `bot.translating` beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Engine,
    Index,
    SmallInteger,
    String,
    delete,
    event,
    select,
    update,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, rows, table
from models.moment import Moment
from models.upsert import insert_for

WISHED = "wished: whoever translates is told, after the commit"
CLAIM = timedelta(minutes=1)
"""So long a wish is in somebody's hand; after a crash it is free again."""
PAUSE = timedelta(seconds=10)
TRIES = 3
PERIOD = timedelta(hours=1)


class Subject(StrEnum):
    """What `ref` numbers: a message of a thread, or a piece of news."""

    THREAD = "thread"
    NEWS = "news"


class TranslationWishRow(Base):
    """Purpose: to have something translated without anybody waiting for it. Kept until it is
    translated or was tried three times, an hour at most.

    The text itself stands where `subject` and `ref` say, and nowhere else.
    """

    __tablename__ = "translation_wish"

    id: Mapped[int] = mapped_column(primary_key=True)
    subject: Mapped[str] = mapped_column(String(8))
    ref: Mapped[int]
    source: Mapped[str] = mapped_column(String(16))
    target: Mapped[str] = mapped_column(String(16))
    tries: Mapped[int] = mapped_column(SmallInteger, default=0)
    not_before: Mapped[datetime] = mapped_column(Moment)
    created: Mapped[datetime] = mapped_column(Moment)

    __table_args__ = (Index("ix_translation_wish", "subject", "ref", "target", unique=True),)


@dataclass(frozen=True, slots=True)
class Wish:
    """One of them. `tries` is how often it was tried before."""

    id: int
    subject: Subject
    ref: int
    source: str
    target: str
    tries: int


WISH = table(TranslationWishRow)
COLUMNS = (WISH.c.id, WISH.c.subject, WISH.c.ref, WISH.c.source, WISH.c.target, WISH.c.tries)


def wish(
    session: Session, what: tuple[Subject, int], source: str, targets: Iterable[str], now: datetime
) -> int:
    """Have `what` translated into each of these languages. How many were not wished for already."""
    session.connection().info[WISHED] = True
    subject, ref = what
    row = {"subject": subject, "ref": ref, "source": source, "tries": 0, "not_before": now}
    values = [row | {"target": one, "created": now} for one in targets if one != source]
    keys = ["subject", "ref", "target"]
    insert = insert_for(session, WISH).on_conflict_do_nothing(index_elements=keys)
    return len(session.scalars(insert.returning(WISH.c.id), values).all()) if values else 0


def waiting(session: Session, what: tuple[Subject, int]) -> frozenset[str]:
    """The languages into which it is still to be translated."""
    return frozenset(session.scalars(select(WISH.c.target).where(_about(what))))


def claim(session: Session, most: int, now: datetime) -> list[Wish]:
    """The oldest that wait, in this process's hand from now on."""
    due = (
        select(WISH.c.id)
        .where(WISH.c.not_before <= now)
        .order_by(WISH.c.id)
        .limit(most)
        .with_for_update(skip_locked=True)
    )
    ids = session.scalars(due).all()
    later = update(WISH).where(WISH.c.id.in_(ids)).values(not_before=now + CLAIM)
    session.execute(later)
    found = session.execute(select(*COLUMNS).where(WISH.c.id.in_(ids)).order_by(WISH.c.id))
    return [Wish(id, Subject(subject), *rest) for id, subject, *rest in found]


def done(session: Session, wish: Wish) -> bool:
    """It is translated, or never will be. False: nobody wishes for it any more."""
    return rows(session.execute(delete(WISH).where(WISH.c.id == wish.id))) == 1


def failed(session: Session, wish: Wish, now: datetime) -> bool:
    """Again in a moment. False: that was the last time."""
    if wish.tries + 1 >= TRIES:
        done(session, wish)
        return False
    again = {"tries": wish.tries + 1, "not_before": now + PAUSE * (wish.tries + 1)}
    return rows(session.execute(update(WISH).where(WISH.c.id == wish.id).values(**again))) == 1


def forget(session: Session, subject: Subject, refs: Sequence[int]) -> int:
    """What was to be translated is deleted. How many went."""
    theirs = (WISH.c.subject == subject) & WISH.c.ref.in_(refs)
    return rows(session.execute(delete(WISH).where(theirs)))


def forget_old(session: Session, now: datetime) -> int:
    """Enforce the period. How many went."""
    return rows(session.execute(delete(WISH).where(WISH.c.created < now - PERIOD)))


def on_wished(engine: Engine, call: Callable[[], None]) -> None:
    """Call `call`, in the committing thread, after each commit with a new wish."""

    def committed(connection: Any) -> None:
        if connection.info.pop(WISHED, False):
            call()

    event.listen(engine, "commit", committed)


def _about(what: tuple[Subject, int]) -> ColumnElement[bool]:
    return (WISH.c.subject == what[0]) & (WISH.c.ref == what[1])
