"""Threads with which something is to happen by itself (jobs.threads)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import exists, func
from sqlalchemy.orm import Session

from models.account import ROLE
from models.role import ANSWERING
from models.thread import IS_OPEN, THREAD, Thread, ThreadState, Told, read


def unoffered(session: Session) -> list[Thread]:
    """Those that wait and were offered to nobody."""
    waiting = THREAD.c.state == ThreadState.WAITING
    return read(session, waiting, THREAD.c.offered_id.is_(None))


def orphaned(session: Session) -> list[Thread]:
    """Those whose counsellor answers nobody any more: another process took her role meanwhile."""
    hers = (ROLE.c.account_id == THREAD.c.account_id) & ROLE.c.role.in_(ANSWERING)
    hands = THREAD.c.state.in_((ThreadState.TAKEN, ThreadState.SNOOZED))
    return read(session, hands, ~exists().where(hers))


def slept(session: Session, now: datetime) -> list[Thread]:
    """Those that were snoozed until now."""
    return read(session, THREAD.c.state == ThreadState.SNOOZED, THREAD.c.until <= now)


def unanswered(session: Session, before: datetime) -> list[Thread]:
    """Those in somebody's hands since then in which the asker has waited since then, or longer."""
    hands = THREAD.c.state.in_((ThreadState.WAITING, ThreadState.TAKEN))
    since = func.coalesce(THREAD.c.offered, THREAD.c.created)
    held = func.coalesce(THREAD.c.account_id, THREAD.c.offered_id).is_not(None)
    return read(session, hands, held, THREAD.c.waiting_since <= before, since <= before)


def untold(session: Session) -> list[Thread]:
    """Those of which somebody is to hear."""
    return read(session, IS_OPEN, THREAD.c.to_tell != Told.NOTHING)


def idle(session: Session, before: datetime) -> list[Thread]:
    """Those in which nobody has written since then."""
    return read(session, IS_OPEN, THREAD.c.last < before)
