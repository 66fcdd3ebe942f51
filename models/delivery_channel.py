"""A channel's queue as a whole: after a crash, in a halt, for a chat that moved."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import String, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, rows, table
from models.delivery import DELIVERY, OPEN, State
from models.delivery_statements import IN_TIME, SOONEST, WAITS
from models.delivery_work import unsure
from models.moment import Moment
from models.shared_message import SHARED
from models.upsert import insert_for


class HoldRow(Base):
    """Purpose: to obey a messenger that asked everybody to wait (429), also after a restart.

    Kept: one row a channel.
    """

    __tablename__ = "delivery_hold"

    channel: Mapped[str] = mapped_column(String(16), primary_key=True)
    until: Mapped[datetime] = mapped_column(Moment)


HOLD = table(HoldRow)


def after_crash(
    session: Session, channel: str, now: datetime, but: Collection[int] = frozenset()
) -> int:
    """Called by the only one who delivers, before she begins. How many rows were in flight.

    What was being sent is unknown, or queued once more; what was only claimed is free again;
    all `but` those rows that she has in hand herself.
    """
    mine = (DELIVERY.c.channel == channel) & DELIVERY.c.id.not_in(but)
    in_flight = mine & (DELIVERY.c.state == State.SENDING)
    doubtful = update(DELIVERY).where(in_flight).values(unsure(now, now, "crash"))
    found = rows(session.execute(doubtful))
    claimed = mine & (DELIVERY.c.state == State.QUEUED) & (DELIVERY.c.worker != "")
    session.execute(update(DELIVERY).where(claimed).values(worker="", not_before=now))
    return found


def move(session: Session, channel: str, old: str, new: str) -> int:
    """The messenger gave this chat a new address. How many open rows go there."""
    theirs = (DELIVERY.c.channel == channel) & (DELIVERY.c.address == old)
    statement = update(DELIVERY).where(theirs, DELIVERY.c.state.in_(OPEN)).values(address=new)
    return rows(session.execute(statement))


def hold(session: Session, channel: str, until: datetime) -> None:
    """Nothing leaves in this channel before that."""
    insert = insert_for(session, HOLD).values(channel=channel, until=until)
    session.execute(insert.on_conflict_do_update(index_elements=["channel"], set_={"until": until}))


def held(session: Session, channel: str) -> datetime | None:
    """Until when nothing may leave, or might not have."""
    return session.scalar(select(HOLD.c.until).where(HOLD.c.channel == channel))


def next_due(session: Session, channel: str, now: datetime) -> datetime | None:
    """When the next row of a channel is due that may still leave."""
    queued = (DELIVERY.c.channel == channel) & WAITS & DELIVERY.c.shared_id.is_(None)
    own = session.scalar(
        select(func.min(DELIVERY.c.not_before)).where(queued, IN_TIME), {"now": now}
    )
    return min((due for due in (own, *_shared(session, channel, now)) if due), default=None)


def _shared(session: Session, channel: str, now: datetime) -> list[datetime]:
    """The same for messages that many get. What is held, or over, waits for somebody's word."""
    over = SHARED.c.closes <= now
    may = (SHARED.c.channel == channel) & SHARED.c.held.is_(False) & over.is_not(True)
    query = select(SOONEST, SHARED.c.opens).where(may)
    return [max(due, opens or due) for due, opens in session.execute(query) if due]
