"""Conversations with a counsellor (Beratung): who asks, who answers, and how it stands."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    ForeignKey,
    Index,
    LargeBinary,
    SmallInteger,
    String,
    bindparam,
    literal_column,
    select,
    text,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, table
from models.moment import Moment
from models.prepared import Prepared


class ThreadState(StrEnum):
    """`waiting` for somebody to take it, `taken`, `snoozed` by who took it, or `closed`."""

    WAITING = "waiting"
    TAKEN = "taken"
    SNOOZED = "snoozed"
    CLOSED = "closed"


class Helped(StrEnum):
    """What the asker said at the end."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Told(StrEnum):
    """What somebody of the staff does not know yet, and jobs.threads tells: a thread is `offered`
    to her, `passed` on to her, was left unanswered by another (`late`, to a manager `stuck`), or
    her snoozing is over (`woken`).
    """

    NOTHING = ""
    OFFERED = "offered"
    PASSED = "passed"
    LATE = "late"
    STUCK = "stuck"
    WOKEN = "woken"


class ThreadRow(Base):
    """Purpose: to bring somebody who asks together with a counsellor. Closed after 30 days in which
    nobody wrote, and kept for 90 days after it was closed, or until the asker deletes it.

    `id` is the number by which counsellors know the asker, never given twice. `account_id` took it;
    to `offered_id` it was offered. `salt` makes the key of its texts. `waiting_since`: since when
    the asker has had no answer. `until`: snoozed so long. `passed`: how often nobody answered in
    time. `version` counts changes of state and of hands, so that one of two who press wins.
    """

    __tablename__ = "thread"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    account_id: Mapped[int | None] = mapped_column(
        ForeignKey("account.id", ondelete="SET NULL"), index=True
    )
    offered_id: Mapped[int | None] = mapped_column(
        ForeignKey("account.id", ondelete="SET NULL"), index=True
    )
    offered: Mapped[datetime | None] = mapped_column(Moment)
    state: Mapped[str] = mapped_column(String(8), index=True)
    to_tell: Mapped[str] = mapped_column(String(8), default="")
    topic: Mapped[str] = mapped_column(String(48))
    language: Mapped[str] = mapped_column(String(16))
    district: Mapped[str] = mapped_column(String(80))
    salt: Mapped[bytes] = mapped_column(LargeBinary)
    outside: Mapped[bool]
    created: Mapped[datetime] = mapped_column(Moment)
    waiting_since: Mapped[datetime | None] = mapped_column(Moment)
    last: Mapped[datetime] = mapped_column(Moment)
    until: Mapped[datetime | None] = mapped_column(Moment)
    closed: Mapped[datetime | None] = mapped_column(Moment)
    passed: Mapped[int] = mapped_column(SmallInteger, default=0)
    helped: Mapped[str] = mapped_column(String(8), default="")
    version: Mapped[int] = mapped_column(default=1)

    __table_args__ = (
        Index(
            "ix_thread_open",
            "person_id",
            unique=True,
            postgresql_where=text("state <> 'closed'"),
            sqlite_where=text("state <> 'closed'"),
        ),
        {"sqlite_autoincrement": True},  # a number is never given twice
    )


class ThreadOfferRow(Base):
    """Purpose: that a thread which nobody answered goes to somebody who has not had it. Kept with
    the thread: who was offered it, or took it.
    """

    __tablename__ = "thread_offer"

    thread_id: Mapped[int] = mapped_column(
        ForeignKey("thread.id", ondelete="CASCADE"), primary_key=True
    )
    account_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), primary_key=True
    )


@dataclass(frozen=True, slots=True)
class Thread:
    """A thread as a turn sees it; its fields are those of ThreadRow. `id` is its number."""

    id: int
    person_id: int
    account_id: int | None
    offered_id: int | None
    state: ThreadState
    topic: str
    language: str
    district: str
    outside: bool
    created: datetime
    waiting_since: datetime | None
    last: datetime
    until: datetime | None
    closed: datetime | None
    offered: datetime | None
    passed: int
    helped: str
    version: int
    to_tell: Told = Told.NOTHING

    @property
    def is_open(self) -> bool:
        """Whether it is not closed."""
        return self.state is not ThreadState.CLOSED


THREAD = table(ThreadRow)
OFFER = table(ThreadOfferRow)
ENTITY = "thread"
"""What it is called in `audit`."""
COLUMNS = tuple(THREAD.c[field.name] for field in fields(Thread))
NAMES = tuple(column.name for column in COLUMNS)
IS_OPEN = THREAD.c.state != ThreadState.CLOSED
BY_NUMBER = Prepared(lambda _: select(*COLUMNS).where(THREAD.c.id == bindparam("number")))
OPEN_ONE = Prepared(
    lambda _: select(THREAD.c.id).where(
        THREAD.c.person_id == bindparam("person"), THREAD.c.state != literal_column("'closed'")
    )
)


def find(session: Session, id: int) -> Thread | None:
    """A thread by its number; None: deleted, or there was none."""
    row = BY_NUMBER.first(session, number=id)
    return _thread(dict(zip(NAMES, row, strict=True))) if row else None


def of_person(session: Session, person: int) -> Thread | None:
    """The one she is in; None: she is in none."""
    return next(iter(read(session, THREAD.c.person_id == person, IS_OPEN)), None)


def is_in_one(session: Session, person: int) -> bool:
    """Whether she is in one: asked for whatever she types."""
    return OPEN_ONE.first(session, person=person) is not None


def latest_of(session: Session, person: int) -> Thread | None:
    """The one she is in, or that was closed last."""
    found = read(session, THREAD.c.person_id == person)
    return max(found, key=lambda one: (one.is_open, one.id), default=None)


def read(session: Session, *conditions: Any) -> list[Thread]:
    """Threads, whoever asks; those in which somebody waits longest come first."""
    first = (THREAD.c.waiting_since.is_(None), THREAD.c.waiting_since, THREAD.c.id)
    found = session.execute(select(*COLUMNS).where(*conditions).order_by(*first))
    return [_thread(row._mapping) for row in found]


def _thread(row: Any) -> Thread:
    kinds = {"state": ThreadState(row["state"]), "to_tell": Told(row["to_tell"])}
    return Thread(**{**row, **kinds})
