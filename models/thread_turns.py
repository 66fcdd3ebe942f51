"""Whom a counsellor means who has several threads: those in which somebody wrote meanwhile."""

from __future__ import annotations

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from models.prepared import Prepared
from models.thread import IS_OPEN, THREAD, Thread, read
from models.thread_message import MESSAGE, Side

NEWEST = Prepared(lambda _: select(func.max(MESSAGE.c.id)))
SINCE = Prepared(
    lambda _: (
        select(THREAD.c.id)
        .join_from(MESSAGE, THREAD, MESSAGE.c.thread_id == THREAD.c.id)
        .where(MESSAGE.c.id > bindparam("seen"), MESSAGE.c.side == Side.ASKER.value)
        .where(THREAD.c.account_id == bindparam("her"), IS_OPEN)
    )
)


def newest(session: Session) -> int:
    """The number of the newest message of all threads."""
    return int(NEWEST.only(session)[0] or 0)


def written_since(session: Session, account: int, seen: int) -> list[Thread]:
    """Threads of hers in which the asker wrote after the message `seen`."""
    ids = set(SINCE.scalars(session, her=account, seen=seen))
    return read(session, THREAD.c.id.in_(sorted(ids))) if ids else []
