"""One message that goes to many: stored once, and held or let go for all of them at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Integer, LargeBinary, SmallInteger, String, delete, insert, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, rows, table
from models.delivery import DELIVERY, LATER
from models.moment import Moment


class SharedMessageRow(Base):
    """Purpose: to keep what many get in one language and channel once, and to hold it for all.

    `message` is the rendered message. Rows of `delivery` that share it have none of their own, and
    leave neither while it is `held` nor outside the hours from `opens` until `closes`.
    Kept: as long as one of those rows, and for a day at least.
    """

    __tablename__ = "shared_message"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    channel: Mapped[str] = mapped_column(String(16))
    language: Mapped[str] = mapped_column(String(16))
    message: Mapped[bytes] = mapped_column(LargeBinary)
    priority: Mapped[int] = mapped_column(SmallInteger)
    held: Mapped[bool]
    opens: Mapped[datetime | None] = mapped_column(Moment)
    closes: Mapped[datetime | None] = mapped_column(Moment)
    created: Mapped[datetime] = mapped_column(Moment)


SHARED = table(SharedMessageRow)


@dataclass(frozen=True, slots=True)
class Shared:
    """A rendered message (JSON) for all who read it in this language and channel.

    Of several that are due, those of a lower `priority` go first; those of the same take turns.
    """

    channel: str
    language: str
    message: bytes
    priority: int = LATER


def make(session: Session, shared: Shared, now: datetime) -> int:
    """Store it. The id that its rows name."""
    values = {
        "channel": shared.channel,
        "language": shared.language,
        "message": shared.message,
        "priority": shared.priority,
        "held": False,
        "created": now,
    }
    made: int = session.execute(insert(SHARED).values(**values).returning(SHARED.c.id)).scalar_one()
    return made


def rewrite(session: Session, id: int, message: bytes) -> None:
    """Whoever has not got it yet gets this instead."""
    session.execute(update(SHARED).where(SHARED.c.id == id).values(message=message))


def messages(session: Session, ids: Collection[int]) -> Mapping[int, bytes]:
    """What they say, by their ids."""
    if not ids:
        return {}
    query = select(SHARED.c.id, SHARED.c.message).where(SHARED.c.id.in_(ids))
    return {row.id: row.message for row in session.execute(query)}


def forget_unused(session: Session, before: datetime) -> int:
    """Those from before that which no row of the queue names any more. How many went."""
    named = select(DELIVERY.c.id).where(DELIVERY.c.shared_id == SHARED.c.id).exists()
    return rows(session.execute(delete(SHARED).where(SHARED.c.created < before, ~named)))
