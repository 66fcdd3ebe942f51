"""What becomes of a thread's row when somebody writes: the two statements of every message."""

from __future__ import annotations

from sqlalchemy import Dialect, Update, bindparam, case, func, null, update

from models.prepared import Prepared
from models.thread import IS_OPEN, THREAD, ThreadState, Told

HERE = (THREAD.c.id == bindparam("number")) & IS_OPEN
ASLEEP = THREAD.c.state == ThreadState.SNOOZED.value


def _said(_: Dialect) -> Update:
    """She who asks waits, since now if she did not wait before; a snoozed thread is awake."""
    moment = bindparam("moment", type_=THREAD.c.last.type)
    return (
        update(THREAD)
        .where(HERE)
        .values(
            last=moment,
            waiting_since=func.coalesce(THREAD.c.waiting_since, moment),
            state=case((ASLEEP, ThreadState.TAKEN.value), else_=THREAD.c.state),
            until=null(),
            version=THREAD.c.version + case((ASLEEP, 1), else_=0),
        )
    )


def _answered(_: Dialect) -> Update:
    """Whoever took it has answered: nobody waits, and nobody has to be told."""
    return (
        update(THREAD)
        .where(HERE, THREAD.c.account_id == bindparam("her"))
        .values(
            last=bindparam("moment", type_=THREAD.c.last.type),
            waiting_since=null(),
            passed=0,
            to_tell=Told.NOTHING.value,
        )
    )


SAID = Prepared(_said)
ANSWERED = Prepared(_answered)
