"""The rows that share messages, as a whole: held, let go, taken back, counted."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from models.base import rows
from models.delivery import DELIVERY, QUEUED, State
from models.shared_message import SHARED

WITHDRAWN = "withdrawn"
"""Why a row failed that was taken back before it left."""
AT_ONCE = 5000
Standing = tuple[int, State, str]
"""`(shared message, state, reason)`"""


def hold(session: Session, ids: Collection[int]) -> None:
    """From the commit on none of them leaves, not even what was claimed already."""
    session.execute(update(SHARED).where(SHARED.c.id.in_(ids)).values(held=True))


def release(session: Session, ids: Collection[int], now: datetime) -> None:
    """They may leave again, also those that were claimed when they were held."""
    session.execute(update(SHARED).where(SHARED.c.id.in_(ids)).values(held=False))
    _freed(session, ids, now)


def hours(session: Session, ids: Collection[int], opens: datetime, closes: datetime | None) -> None:
    """They leave from `opens` until before `closes`; None: whenever they can from then on."""
    between = {"opens": opens, "closes": closes}
    session.execute(update(SHARED).where(SHARED.c.id.in_(ids)).values(**between))
    _freed(session, ids, opens)


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
    """How many rows stand where; corrections of what had arrived are not counted again."""
    columns = (DELIVERY.c.shared_id, DELIVERY.c.state, DELIVERY.c.reason)
    theirs = DELIVERY.c.shared_id.in_(ids) & (DELIVERY.c.edits == "")
    found = session.execute(select(*columns, func.count()).where(theirs).group_by(*columns))
    return {(id, State(state), reason): number for id, state, reason, number in found}


def waiting(session: Session, ids: Collection[int]) -> bool:
    """Whether any of them has still to leave, or is leaving."""
    still = DELIVERY.c.state.in_((State.QUEUED, State.SENDING))
    query = select(DELIVERY.c.id).where(DELIVERY.c.shared_id.in_(ids), still).limit(1)
    return session.scalar(query) is not None


def _freed(session: Session, ids: Collection[int], when: datetime) -> None:
    session.connection().info[QUEUED] = True
    claimed = DELIVERY.c.shared_id.in_(ids) & (DELIVERY.c.state == State.QUEUED)
    statement = update(DELIVERY).where(claimed, DELIVERY.c.worker != "")
    session.execute(statement.values(worker="", not_before=when))
