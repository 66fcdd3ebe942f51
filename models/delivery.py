"""What Lotse sends unasked: one row a recipient, written in the transaction that decided it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    Index,
    Integer,
    LargeBinary,
    SmallInteger,
    String,
    delete,
    func,
    select,
    text,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, rows, table
from models.delivery_wake import wake
from models.moment import Moment
from models.upsert import insert_for


class Kind(StrEnum):
    """Why something is sent."""

    HANDOFF = "handoff"
    INVITATION = "invitation"
    NOTICE = "notice"
    REMINDER = "reminder"
    NEWS = "news"
    DIGEST = "digest"


class State(StrEnum):
    """Where a row stands. `unknown`: a crash or a silence left open whether it arrived."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    GONE = "gone"
    UNKNOWN = "unknown"


SENT_AGAIN = frozenset({Kind.HANDOFF, Kind.INVITATION, Kind.NOTICE, Kind.REMINDER})
"""Kinds that are better doubled than lost: sent once more when a channel fell silent, which may be
about everybody's message. After a crash all kinds are: little can have been on its way then.
"""
SOONEST, SOON, LATER = 0, 1, 2
FIRST = {
    Kind.HANDOFF: SOONEST,
    Kind.INVITATION: SOONEST,
    Kind.NOTICE: SOON,
    Kind.REMINDER: SOON,
    Kind.NEWS: LATER,
    Kind.DIGEST: LATER,
}
OPEN = (State.QUEUED, State.SENDING)


BY_MESSAGE = ("shared_id", "state", "not_before", "id", "edits")


def _partial(name: str, *columns: str, where: str) -> Index:
    """An index of some rows: of those that wait, however many were sent."""
    return Index(name, *columns, postgresql_where=text(where), sqlite_where=text(where))


class DeliveryRow(Base):
    """Purpose: to send something unasked once, and to know what became of it.

    `message` and `address` are emptied as soon as the row is sent, failed or gone; the rest is
    kept for 30 days after it is finished, so that the same `key` is not sent twice. `worker` has
    claimed the row, until `not_before` gives it free again. `reason` is a class of error,
    never its text. `resend`: once more when in doubt, unless its reader was forgotten. `parts_sent`
    counts the pieces of a long message that have arrived already. From `not_after` on the row does
    not leave any more: quiet hours have begun, or its hour is over. What many get is stored once:
    `shared_id` names it, and `message` is empty. (No foreign key: to look it up for each of very
    many rows takes PostgreSQL a quarter of the time of all.) `edits` is the place of a message that
    this one replaces where it arrived (models.delivery_receipt).
    """

    __tablename__ = "delivery"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    kind: Mapped[str] = mapped_column(String(12))
    key: Mapped[str] = mapped_column(String(160), unique=True)
    channel: Mapped[str] = mapped_column(String(16))
    address: Mapped[str] = mapped_column(String(254))
    message: Mapped[bytes] = mapped_column(LargeBinary)
    state: Mapped[str] = mapped_column(String(8))
    resend: Mapped[bool]
    unsure: Mapped[int] = mapped_column(SmallInteger, default=0)
    attempts: Mapped[int] = mapped_column(SmallInteger, default=0)
    not_before: Mapped[datetime] = mapped_column(Moment)
    not_after: Mapped[datetime | None] = mapped_column(Moment)
    priority: Mapped[int] = mapped_column(SmallInteger)
    worker: Mapped[str] = mapped_column(String(16), default="")
    reason: Mapped[str] = mapped_column(String(32), default="")
    parts_sent: Mapped[int] = mapped_column(SmallInteger, default=0)
    created: Mapped[datetime] = mapped_column(Moment)
    finished: Mapped[datetime | None] = mapped_column(Moment)
    shared_id: Mapped[int | None]
    edits: Mapped[str] = mapped_column(String(64), default="", server_default="")

    __table_args__ = (
        _partial(
            "ix_delivery_due",
            *("channel", "priority", "not_before", "id"),
            where="state = 'queued' AND shared_id IS NULL",
        ),
        _partial("ix_delivery_shared", *BY_MESSAGE, where="shared_id IS NOT NULL"),
        _partial("ix_delivery_address", "channel", "address", where="address <> ''"),
    )


DELIVERY = table(DeliveryRow)


@dataclass(frozen=True, slots=True)
class Planned:
    """Something to send to `address` in `channel`, no sooner than `not_before` (aware).

    `key` names it for good ("reminder:12:t-7:v3:p5"): what was queued under a key is never queued
    again. `message` is the rendered message as JSON. Lower `priority` goes first; None is the
    kind's own. It leaves before `not_after` or not at all; None: whenever it can. With `shared` (an
    id of models.shared_message) `message` is empty. `edits`: the place of what it replaces.
    """

    kind: Kind
    key: str
    channel: str
    address: str
    message: bytes
    not_before: datetime
    priority: int | None = None
    not_after: datetime | None = None
    shared: int | None = None
    edits: str = ""


def queue(session: Session, planned: Sequence[Planned], now: datetime) -> int:
    """Queue what was not queued before. How many were new."""
    if not planned:
        return 0
    wake(session)
    insert = insert_for(session, DELIVERY).on_conflict_do_nothing(index_elements=["key"])
    values = [_values(one, now) for one in planned]
    return len(session.scalars(insert.returning(DELIVERY.c.id), values).all())


def counts(session: Session) -> dict[tuple[str, str], int]:
    """How many rows there are by (kind, state)."""
    columns = (DELIVERY.c.kind, DELIVERY.c.state)
    found = session.execute(select(*columns, func.count()).group_by(*columns))
    return {(kind, state): number for kind, state, number in found}


def sent_again(session: Session) -> int:
    """How many rows were sent once more because nobody knew whether they came."""
    again = (DELIVERY.c.unsure > 0) & (DELIVERY.c.state != State.UNKNOWN)
    return session.scalar(select(func.count()).where(again)) or 0


def forget_finished(session: Session, before: datetime, most: int = 5000) -> int:
    """Enforce the period. How many rows went: `most` at once, so that others can write too."""
    old = select(DELIVERY.c.id).where(DELIVERY.c.finished < before).limit(most)
    return rows(session.execute(delete(DELIVERY).where(DELIVERY.c.id.in_(old))))


def _values(planned: Planned, now: datetime) -> dict[str, Any]:
    first = FIRST[planned.kind] if planned.priority is None else planned.priority
    return {
        "kind": planned.kind,
        "key": planned.key,
        "channel": planned.channel,
        "address": planned.address,
        "message": planned.message,
        "state": State.QUEUED,
        "resend": True,
        "unsure": 0,
        "attempts": 0,
        "not_before": planned.not_before,
        "not_after": planned.not_after,
        "priority": first,
        "worker": "",
        "reason": "",
        "parts_sent": 0,
        "created": now,
        "shared_id": planned.shared,
        "edits": planned.edits,
    }
