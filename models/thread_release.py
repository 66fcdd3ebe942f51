"""What becomes of threads when their counsellor, or the asker, is gone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, or_, select, update
from sqlalchemy.orm import Session

from models import audit, thread_owed
from models.base import rows
from models.delivery import DELIVERY, State
from models.person import TABLE as PERSON
from models.thread import ENTITY, IS_OPEN, OFFER, THREAD, ThreadState, Told
from models.upsert import insert_for

PREFIX = "handoff"


@dataclass(frozen=True, slots=True)
class Deleted:
    """A thread that its asker deleted: its number, and whose it was."""

    id: int
    account_id: int | None


def to_asker(thread: int, what: object) -> str:
    """The key in `delivery` of something that goes to the asker: a message's id, or a word."""
    return f"{PREFIX}:{thread}:p:{what}"


def to_account(thread: int, account: int, what: object) -> str:
    """The key of something that goes to a counsellor."""
    return f"{PREFIX}:{thread}:a{account}:{what}"


def release(session: Session, at: datetime, by: int | None, account: int) -> int:
    """She answers nobody any more: hers wait for somebody else, at once. How many."""
    hers = IS_OPEN & or_(THREAD.c.account_id == account, THREAD.c.offered_id == account)
    ids = session.scalars(select(THREAD.c.id).where(hers).with_for_update()).all()
    for id in ids:
        let_go(session, id, account)
        audit.record(session, at, by, "thread.released", (ENTITY, id))
    return len(ids)


def let_go(session: Session, thread: int, account: int | None, **further: Any) -> None:
    """It waits for somebody else; what was on its way to her does not arrive."""
    values = {"state": ThreadState.WAITING, "account_id": None, "offered_id": None}
    values |= {"offered": None, "until": None, "to_tell": Told.NOTHING} | further
    changed = {"version": THREAD.c.version + 1, **values}
    session.execute(update(THREAD).where(THREAD.c.id == thread).values(**changed))
    if account is not None:
        mark_had(session, thread, account)
        withdraw(session, DELIVERY.c.key.startswith(to_account(thread, account, "")))


def mark_had(session: Session, thread: int, account: int) -> None:
    """Others come first when it is offered next."""
    had = insert_for(session, OFFER).values(thread_id=thread, account_id=account)
    session.execute(had.on_conflict_do_nothing())


def forget_person(session: Session, at: datetime, person: int) -> list[Deleted]:
    """Her threads go with all that was said, on both sides (Art. 17 GDPR). What was deleted."""
    mine = THREAD.c.person_id == person
    found = session.execute(select(THREAD.c.id, THREAD.c.account_id).where(mine)).all()
    for row in found:
        withdraw(session, DELIVERY.c.key.startswith(f"{PREFIX}:{row.id}:"))
        thread_owed.forget(session, row.id)
        audit.record(session, at, None, "thread.deleted", (ENTITY, row.id))
    session.execute(delete(THREAD).where(mine))
    return [Deleted(row.id, row.account_id) for row in found]


def forget_people_of(session: Session, at: datetime, account: int) -> list[Deleted]:
    """The same for all channels of an account."""
    hers = session.scalars(select(PERSON.c.id).where(PERSON.c.account_id == account)).all()
    return [one for person in hers for one in forget_person(session, at, person)]


def forget_closed(session: Session, before: datetime) -> int:
    """Enforce the period: threads closed before then. How many went."""
    old = (THREAD.c.state == ThreadState.CLOSED) & (THREAD.c.closed < before)
    return rows(session.execute(delete(THREAD).where(old)))


def withdraw(session: Session, hers: ColumnElement[bool]) -> None:
    """What has not left goes, what is leaving goes once at most, and of what nobody knows whether
    it came the text and the address go.
    """
    session.execute(delete(DELIVERY).where(hers, DELIVERY.c.state == State.QUEUED))
    leaving, unknown = (hers & (DELIVERY.c.state == x) for x in (State.SENDING, State.UNKNOWN))
    session.execute(update(DELIVERY).where(leaving).values(resend=False))
    session.execute(update(DELIVERY).where(unknown).values(message=b"", address=""))
