"""To whom a thread is offered: in turn among those who are there and answer its topic in its
language.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from itertools import chain

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from models import absences, counselling, reaching
from models.base import rows
from models.counselling import Counsellor
from models.role import Role
from models.thread import OFFER, THREAD, Thread, ThreadState, Told
from models.thread_release import mark_had


def offer(
    session: Session, now: datetime, thread: Thread, told: Told, channels: Collection[str]
) -> int | None:
    """Offer a waiting thread that nobody has to whoever is next, who is to be told so. Her account;
    None: nobody can be reached, or another process was quicker. One that is `stuck` goes to those
    who lead.
    """
    counselling.hold(session, [one.id for one in counselling.everyone(session)])
    reached = reaching.reached(session, channels)
    staff = [one for one in counselling.everyone(session) if one.id in reached]
    next_one = _next(session, now, thread, staff, told)
    if next_one is None or not _offered(session, now, thread, next_one, told):
        return None
    counselling.give(session, next_one)
    return next_one


def had(session: Session, thread: int) -> frozenset[int]:
    """Accounts that a thread was offered to before, or that gave it away."""
    return frozenset(session.scalars(select(OFFER.c.account_id).where(OFFER.c.thread_id == thread)))


def _next(
    session: Session, now: datetime, thread: Thread, staff: Collection[Counsellor], told: Told
) -> int | None:
    away, tried = absences.away_on(session, now.date()), had(session, thread.id)
    there = [one for one in staff if one.id not in away and one.is_available(now)]
    new = [one for one in there if one.id not in tried]
    counsellors = [] if told is Told.STUCK else _counsellors(new, thread)
    leading = ([one for one in those if one.leads] for those in (new, there, staff))
    return next((_first(group) for group in chain(counsellors, leading) if group), None)


def _counsellors(those: Collection[Counsellor], thread: Thread) -> list[list[Counsellor]]:
    """The best first: who speaks its language, who answers it, who knows its topic."""
    knowing = [
        one for one in those if Role.COUNSELLOR in one.account.roles and one.knows(thread.topic)
    ]
    answering = [one for one in knowing if one.answers(thread.topic, thread.language)]
    return [[one for one in answering if thread.language in one.speaks], answering, knowing]


def _first(group: Collection[Counsellor]) -> int:
    """Who was given one least recently."""
    return min(group, key=lambda one: (one.given, one.id)).id


def _offered(session: Session, now: datetime, thread: Thread, account: int, told: Told) -> bool:
    as_seen = (THREAD.c.id == thread.id) & (THREAD.c.version == thread.version)
    waiting = as_seen & (THREAD.c.state == ThreadState.WAITING) & THREAD.c.offered_id.is_(None)
    values = {"offered_id": account, "offered": now, "to_tell": told, "version": thread.version + 1}
    if not rows(session.execute(update(THREAD).where(waiting).values(**values))):
        return False
    mark_had(session, thread.id, account)
    return True
