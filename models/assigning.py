"""To whom a thread is offered: in turn among those who are there and answer its topic in its
language.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import UTC, datetime

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from models import absences, counselling
from models.base import rows
from models.counselling import Counsellor
from models.role import Role
from models.thread import OFFER, THREAD, Thread, ThreadState, Told

NEVER = datetime.min.replace(tzinfo=UTC)


def offer(session: Session, now: datetime, thread: Thread, told: Told) -> int | None:
    """Offer a waiting thread to whoever is next, who is to be told so. Her account; None: there is
    nobody, or another process was quicker.
    """
    staff = counselling.everyone(session)
    counselling.hold(session, [one.id for one in staff])
    next_one = _next(session, now, thread, counselling.everyone(session), told)
    if next_one is None or not _offered(session, now, thread, next_one, told):
        return None
    counselling.give(session, next_one, now)
    return next_one


def had(session: Session, thread: int) -> frozenset[int]:
    """Accounts that a thread was offered to before, or that gave it away."""
    return frozenset(session.scalars(select(OFFER.c.account_id).where(OFFER.c.thread_id == thread)))


def _next(
    session: Session, now: datetime, thread: Thread, staff: Collection[Counsellor], told: Told
) -> int | None:
    away = absences.away_on(session, now.date())
    tried = had(session, thread.id)
    there = [one for one in staff if one.id not in away and one.is_available(now)]
    new = [one for one in there if one.id not in tried]
    groups = (*_groups(new, thread), [x for x in there if x.leads], [x for x in staff if x.leads])
    if told is Told.STUCK:
        groups = groups[-3:]
    return next((_first(group) for group in groups if group), None)


def _groups(those: Collection[Counsellor], thread: Thread) -> Iterator[list[Counsellor]]:
    """The best first: topic and language, topic alone, and then those who lead."""
    counselling = [one for one in those if Role.COUNSELLOR in one.account.roles]
    about = [one for one in counselling if one.answers(thread.topic, thread.language)]
    yield [one for one in about if thread.language in one.speaks]
    yield about
    yield [one for one in counselling if not one.topics or thread.topic in one.topics]
    yield [one for one in those if one.leads]


def _first(group: Collection[Counsellor]) -> int:
    """Who was given one least recently."""
    return min(group, key=lambda one: (one.given or NEVER, one.id)).id


def _offered(session: Session, now: datetime, thread: Thread, account: int, told: Told) -> bool:
    as_seen = (THREAD.c.id == thread.id) & (THREAD.c.version == thread.version)
    waiting = as_seen & (THREAD.c.state == ThreadState.WAITING)
    values = {"offered_id": account, "offered": now, "to_tell": told, "version": thread.version + 1}
    if not rows(session.execute(update(THREAD).where(waiting).values(**values))):
        return False
    if account not in had(session, thread.id):
        session.execute(insert(OFFER).values(thread_id=thread.id, account_id=account))
    return True
