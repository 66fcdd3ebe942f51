"""The rows that share messages, as a whole: held, let go, taken back, counted."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import String, func, literal, select, update
from sqlalchemy.orm import Session

from models.base import rows
from models.delivery import DELIVERY, State
from models.delivery_wake import wake
from models.shared_message import SHARED

WITHDRAWN = "withdrawn"
"""Why a row failed that was taken back before it left."""
AT_ONCE = 5000
ENDED_BADLY = (State.FAILED, State.GONE, State.UNKNOWN)
Standing = tuple[int, State, str]
"""`(shared message, state, reason)`"""


def hold(session: Session, ids: Collection[int]) -> None:
    """From the commit on none of them leaves, not even what was claimed already."""
    session.execute(update(SHARED).where(SHARED.c.id.in_(ids)).values(held=True))


def release(session: Session, ids: Collection[int], now: datetime) -> None:
    """They may leave again, also those that were claimed when they were held."""
    session.execute(update(SHARED).where(SHARED.c.id.in_(ids)).values(held=False))
    wake(session)
    claimed = DELIVERY.c.shared_id.in_(ids) & (DELIVERY.c.state == State.QUEUED)
    claimed &= (DELIVERY.c.not_before > now) & (DELIVERY.c.worker != "")  # as a claim leaves it
    session.execute(update(DELIVERY).where(claimed).values(worker="", not_before=now))


def hours(session: Session, ids: Collection[int], opens: datetime, closes: datetime | None) -> None:
    """They leave from `opens` until before `closes`; None: whenever they can from then on."""
    between = {"opens": opens, "closes": closes}
    session.execute(update(SHARED).where(SHARED.c.id.in_(ids)).values(**between))
    wake(session)


def withdraw_queued(
    session: Session, ids: Collection[int], now: datetime, limit: int = AT_ONCE
) -> int:
    """What has not begun to leave never will. How many rows, at most `limit`: hold them first, then
    call it, a commit each time, until it takes back none.
    """
    queued = DELIVERY.c.shared_id.in_(ids) & (DELIVERY.c.state == State.QUEUED)
    these = select(DELIVERY.c.id).where(queued, DELIVERY.c.parts_sent == 0).limit(limit)
    ended = {"state": State.FAILED, "reason": WITHDRAWN, "finished": now}
    emptied = {"message": b"", "address": "", "worker": ""}
    statement = update(DELIVERY).where(DELIVERY.c.id.in_(these)).values(**ended, **emptied)
    return rows(session.execute(statement))


def counts(session: Session, ids: Collection[int]) -> dict[Standing, int]:
    """How many rows stand where, and why they did not arrive; corrections of what had arrived are
    not counted again. Most have no reason, and are counted in the index alone.
    """
    theirs = DELIVERY.c.shared_id.in_(ids) & (DELIVERY.c.edits == "")
    columns = (DELIVERY.c.shared_id, DELIVERY.c.state)
    many = select(*columns, literal("", String), func.count()).group_by(*columns)
    few = select(*columns, DELIVERY.c.reason, func.count()).group_by(*columns, DELIVERY.c.reason)
    found = [
        *session.execute(many.where(theirs, DELIVERY.c.state.not_in(ENDED_BADLY))),
        *session.execute(few.where(theirs, DELIVERY.c.state.in_(ENDED_BADLY))),
    ]
    return {(id, State(state), reason): number for id, state, reason, number in found}


def waiting(session: Session, ids: Collection[int]) -> bool:
    """Whether any of them has still to leave, or is leaving."""
    still = DELIVERY.c.state.in_((State.QUEUED, State.SENDING))
    query = select(DELIVERY.c.id).where(DELIVERY.c.shared_id.in_(ids), still).limit(1)
    return session.scalar(query) is not None
