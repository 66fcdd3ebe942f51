"""Whom a counsellor means who has several threads: those in which somebody wrote meanwhile."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.thread import IS_OPEN, THREAD, Thread, read
from models.thread_message import MESSAGE, Side


def newest(session: Session) -> int:
    """The number of the newest message of all threads."""
    return session.scalar(select(func.max(MESSAGE.c.id))) or 0


def written_since(session: Session, account: int, seen: int) -> list[Thread]:
    """Threads of hers in which the asker wrote after the message `seen`."""
    said = select(MESSAGE.c.thread_id).where(MESSAGE.c.id > seen, MESSAGE.c.side == Side.ASKER)
    return read(session, THREAD.c.account_id == account, IS_OPEN, THREAD.c.id.in_(said))
