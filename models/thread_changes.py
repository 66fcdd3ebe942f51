"""The only way in which a thread changes: each change is conditional, and accounted for.

Changes of state and of hands take the Thread as it was seen and hold only while its version is
still that one. False or None: somebody else was quicker, or it is not hers; nothing happened then.
Rights are the caller's to check besides (models.counselling.Counsellor.may_see).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import insert, update
from sqlalchemy.orm import Session

from models import audit, counselling, thread_message
from models.base import rows
from models.roles import Deed
from models.thread import (
    ENTITY,
    THREAD,
    Helped,
    Thread,
    ThreadState,
    Told,
    find,
    of_person,
)
from models.thread_message import Side, Words
from models.thread_release import let_go, mark_had
from models.thread_writing import ANSWERED, SAID
from models.vault import Vault

SALT = 16


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody wants to talk about. `outside`: it came outside office hours."""

    topic: str
    language: str
    district: str = ""
    outside: bool = False


def begin(session: Session, deed: Deed, person: int, about: Question, vault: Vault) -> int | None:
    """A new thread, waiting. Its number; None: she is in one already."""
    if of_person(session, person) is not None:
        return None
    values = {"person_id": person, "topic": about.topic, "language": about.language}
    values |= {"district": about.district, "outside": about.outside, "state": ThreadState.WAITING}
    values |= {"created": deed.at, "last": deed.at, "salt": vault.rng.randbytes(SALT)}
    empty = {"to_tell": Told.NOTHING, "passed": 0, "helped": "", "version": 1}
    made = session.execute(insert(THREAD).values(**values, **empty).returning(THREAD.c.id))
    id = int(made.scalar_one())
    audit.record(session, deed.at, None, "thread.begun", (ENTITY, id))
    return id


def say(session: Session, deed: Deed, thread: int, said: Words, vault: Vault) -> int | None:
    """The asker writes. The message's id; None: it is closed. A snoozed thread is awake again."""
    if not SAID.touch(session, number=thread, moment=deed.at):
        return None
    return thread_message.add(session, vault, thread, said, (Side.ASKER, None, deed.at))


def answer(session: Session, deed: Deed, thread: int, said: Words, vault: Vault) -> int | None:
    """Whoever took it writes. The message's id; None: it is not hers (any more), or closed."""
    if not ANSWERED.touch(session, number=thread, moment=deed.at, her=deed.by):
        return None
    audit.record(session, deed.at, deed.by, "thread.answered", (ENTITY, thread))
    return thread_message.add(session, vault, thread, said, (Side.COUNSELLOR, deed.by, deed.at))


def note(session: Session, deed: Deed, thread: int, said: Words, vault: Vault) -> int | None:
    """For colleagues only. The message's id; None: the thread was deleted."""
    if find(session, thread) is None:
        return None
    audit.record(session, deed.at, deed.by, "thread.noted", (ENTITY, thread))
    return thread_message.add(session, vault, thread, said, (Side.NOTE, deed.by, deed.at))


def take(session: Session, deed: Deed, thread: Thread) -> bool:
    """It is hers from now on, if nobody else has it."""
    if thread.state is not ThreadState.WAITING or deed.by is None:
        return False
    values = {"state": ThreadState.TAKEN, "account_id": deed.by, "offered_id": None}
    values |= {"offered": deed.at, "to_tell": Told.NOTHING}
    if not _change(session, deed, thread, "thread.taken", **values):
        return False
    counselling.give(session, deed.by)
    mark_had(session, thread.id, deed.by)
    return True


def pass_on(session: Session, deed: Deed, thread: Thread, to: int | None) -> bool:
    """It is offered to a colleague, or with None to whoever is next."""
    if not thread.is_open or (to is not None and counselling.find(session, to) is None):
        return False
    if not _change(session, deed, thread, "thread.passed_on"):
        return False
    further: dict[str, Any] = {"passed": 0}
    if to is not None:
        further |= {"offered_id": to, "offered": deed.at, "to_tell": Told.PASSED}
    let_go(session, thread.id, thread.account_id or deed.by, **further)
    return True


def expire(session: Session, deed: Deed, thread: Thread) -> bool:
    """Whoever had it did not answer in time: it waits for somebody else."""
    if not thread.is_open or not _change(session, deed, thread, "thread.unanswered"):
        return False
    had = thread.account_id or thread.offered_id
    let_go(session, thread.id, had, passed=thread.passed + 1)
    return True


def snooze(session: Session, deed: Deed, thread: Thread, until: datetime) -> bool:
    """Put aside until then, or until the asker writes; only by who took it."""
    if thread.state is not ThreadState.TAKEN or thread.account_id != deed.by:
        return False
    values = {"state": ThreadState.SNOOZED, "until": until}
    return _change(session, deed, thread, "thread.snoozed", **values)


def wake(session: Session, deed: Deed, thread: Thread, told: Told = Told.NOTHING) -> bool:
    """It is on her desk again; `told` what she has to hear of it."""
    if thread.state is not ThreadState.SNOOZED:
        return False
    values = {"state": ThreadState.TAKEN, "until": None, "to_tell": told}
    return _change(session, deed, thread, "thread.woken", **values)


def close(session: Session, deed: Deed, thread: Thread) -> bool:
    """By either side, or with `deed.by` None by the asker or by time."""
    if not thread.is_open:
        return False
    values = {"state": ThreadState.CLOSED, "closed": deed.at, "until": None, "offered_id": None}
    gone = {"waiting_since": None, "to_tell": Told.NOTHING}
    return _change(session, deed, thread, "thread.closed", **values, **gone)


def rate(session: Session, thread: Thread, helped: Helped) -> bool:
    """Did this help? Only once it is closed."""
    closed = THREAD.c.id == thread.id, THREAD.c.state == ThreadState.CLOSED
    return bool(rows(session.execute(update(THREAD).where(*closed).values(helped=helped))))


def reopen(session: Session, deed: Deed, thread: Thread) -> bool:
    """It goes on, with whoever had it, else it waits. Not while its asker is in another one."""
    if thread.is_open or of_person(session, thread.person_id) is not None:
        return False
    hers = thread.account_id
    kept = hers is not None and counselling.find(session, hers) is not None
    state = ThreadState.TAKEN if kept else ThreadState.WAITING
    values = {"state": state, "account_id": hers if kept else None, "closed": None, "helped": ""}
    since = {"last": deed.at, "offered": deed.at, "passed": 0}
    return _change(session, deed, thread, "thread.reopened", **values, **since)


def told(session: Session, thread: Thread) -> bool:
    """Whoever was to hear of it was written to. False: another process did."""
    here = (THREAD.c.id == thread.id) & (THREAD.c.to_tell == thread.to_tell)
    as_seen = here & (THREAD.c.version == thread.version)
    values = {"to_tell": Told.NOTHING}
    return bool(rows(session.execute(update(THREAD).where(as_seen).values(**values))))


def _change(session: Session, deed: Deed, thread: Thread, action: str, **values: Any) -> bool:
    as_seen = (THREAD.c.id == thread.id) & (THREAD.c.version == thread.version)
    changed = values | {"version": thread.version + 1}
    if not rows(session.execute(update(THREAD).where(as_seen).values(**changed))):
        return False
    audit.record(session, deed.at, deed.by, action, (ENTITY, thread.id))
    return True
