"""What has come in and what is owed in answer: each update once, no reply lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import (
    Date,
    Index,
    Integer,
    LargeBinary,
    String,
    bindparam,
    case,
    delete,
    func,
    insert,
    select,
    text,
    update,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, rows, table
from models.prepared import Prepared
from models.upsert import insert_in


class InboxRow(Base):
    """Purpose: to handle every update once, also after a crash.

    `raw` is what came, until it is handled, then NULL. The bare id is kept for two days, longer
    than any messenger redelivers; that of a tap on a link in a mail for 31, longer than the link
    is good. Of a quarantined update only the fact is kept.
    """

    __tablename__ = "inbox"

    channel: Mapped[str] = mapped_column(String(16), primary_key=True)
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    day: Mapped[date] = mapped_column(Date, index=True)
    state: Mapped[str] = mapped_column(String(12), default="waiting")
    raw: Mapped[bytes | None] = mapped_column(LargeBinary)

    __table_args__ = (
        Index(
            "ix_inbox_waiting",
            "channel",
            postgresql_where=text("state = 'waiting'"),
            sqlite_where=text("state = 'waiting'"),
        ),
    )


class OwedRow(Base):
    """Purpose: a reply that was decided but perhaps not sent. Kept until it is sent or refused,
    30 days at most: the cookie of a browser that might still fetch it lives no longer. On a page
    behind a link in a mail until the next reply, at most two days.

    `message` is the rendered reply (JSON), `place` what it replaces in the channel, if anything.
    """

    __tablename__ = "owed"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    channel: Mapped[str] = mapped_column(String(16))
    address: Mapped[str] = mapped_column(String(254))
    place: Mapped[str] = mapped_column(String(64), default="")
    message: Mapped[bytes] = mapped_column(LargeBinary)

    __table_args__ = (
        Index("ix_owed_channel", "channel", "address"),
        {"sqlite_autoincrement": True},
    )


INBOX = table(InboxRow)
OWED = table(OwedRow)

TAKE_IN = Prepared(
    lambda dialect: (
        insert_in(dialect, INBOX)
        .values(
            channel=bindparam("of"),
            id=bindparam("id"),
            day=bindparam("day"),
            raw=bindparam("raw"),
            state="waiting",
        )
        .on_conflict_do_nothing()
    )
)
CLAIM = Prepared(
    lambda _: (
        update(INBOX)
        .where(
            INBOX.c.channel == bindparam("of"),
            INBOX.c.id == bindparam("this"),
            INBOX.c.state == "waiting",
        )
        .values(state="handled", raw=None)
    )
)
OWE = Prepared(
    lambda _: (
        insert(OWED)
        .values({name: bindparam(name) for name in ("channel", "address", "place", "message")})
        .returning(OWED.c.id)
    )
)
STRIKE_OFF = Prepared(lambda _: delete(OWED).where(OWED.c.id == bindparam("this")))


@dataclass(frozen=True, slots=True)
class Owed:
    """A reply on its way: `message` is the rendered reply as JSON."""

    id: int
    channel: str
    address: str
    place: str
    message: bytes


def take_in(session: Session, channel: str, day: date, updates: Sequence[tuple[str, bytes]]) -> int:
    """Store raw updates `(id, raw)`; those seen before are left alone. How many were new."""
    stored = [{"of": channel, "id": id, "day": day, "raw": raw} for id, raw in updates]
    return TAKE_IN.touch_all(session, stored)


def waiting(session: Session, channel: str) -> list[tuple[str, bytes]]:
    """What came in and is not handled, in the order of arrival: `(id, raw)`."""
    found = session.execute(
        select(INBOX.c.id, INBOX.c.raw)
        .where(INBOX.c.channel == channel, INBOX.c.state == "waiting")
        .order_by(func.length(INBOX.c.id), INBOX.c.id)
    )
    return [(row.id, row.raw) for row in found]


def claim(session: Session, channel: str, id: str) -> bool:
    """Mark an update handled, in the transaction of its effects. False: it was, leave it alone."""
    return CLAIM.touch(session, of=channel, this=id) == 1


def quarantine(session: Session, channel: str, id: str) -> None:
    """Put an update aside that cannot be read. Its contents go, the fact stays for two days."""
    session.execute(
        update(INBOX)
        .where(INBOX.c.channel == channel, INBOX.c.id == id)
        .values(state="quarantined", raw=None)
    )


def owe(session: Session, to: tuple[str, str], message: bytes, place: str = "") -> Owed:
    """Record a reply to `(channel, address)` as owed, in the transaction that decided it."""
    channel, address = to
    (id,) = OWE.only(session, channel=channel, address=address, place=place, message=message)
    return Owed(id, channel, address, place, message)


def owed(session: Session, channel: str, address: str | None = None) -> list[Owed]:
    """What is owed in a channel, or to one address there, oldest first."""
    query = select(OWED).where(OWED.c.channel == channel).order_by(OWED.c.id)
    if address is not None:
        query = query.where(OWED.c.address == address)
    return [Owed(**row) for row in session.execute(query).mappings()]


def strike_off(session: Session, ids: Sequence[int]) -> None:
    """These replies were sent, or will never be."""
    STRIKE_OFF.touch_all(session, [{"this": id} for id in ids])


def strike_off_until(session: Session, channel: str, address: str, id: int) -> None:
    """The person has seen all up to `id` (web chat)."""
    session.execute(
        delete(OWED).where(OWED.c.channel == channel, OWED.c.address == address, OWED.c.id <= id)
    )


def forget_handled(session: Session, before: date, links_before: date) -> int:
    """Drop ids that no messenger will redeliver, and taps on links in mails that are over."""
    kept_from = case((INBOX.c.channel == "mail", links_before), else_=before)
    old = (INBOX.c.day < kept_from) & (INBOX.c.state != "waiting")
    return rows(session.execute(delete(INBOX).where(old)))
