"""To whom a thread is offered: in turn among those who are there and answer its topic in its
language.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
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


@dataclass(frozen=True, slots=True)
class Staff:
    """All who answer and can be reached, by their accounts, and who of them is there now."""

    everyone: dict[int, Counsellor]
    there: frozenset[int]


def staff_at(session: Session, now: datetime, channels: Collection[str]) -> Staff:
    """Those to whom threads can be offered until the transaction ends; other processes wait."""
    counselling.hold(session, [one.id for one in counselling.everyone(session)])
    reached, away = reaching.reached(session, channels), absences.away_on(session, now.date())
    everyone = {one.id: one for one in counselling.everyone(session) if one.id in reached}
    there = (x.id for x in everyone.values() if x.id not in away and x.is_available(now))
    return Staff(everyone, frozenset(there))


def offer(session: Session, now: datetime, staff: Staff, thread: Thread, told: Told) -> int | None:
    """Offer a waiting thread that nobody has to whoever is next, who is to be told so. Her account;
    None: there is nobody, or another process was quicker. One that is `stuck` goes to those who
    lead.
    """
    next_one = _next(staff, had(session, thread.id), thread, told)
    if next_one is None or not _offered(session, now, thread, next_one, told):
        return None
    turn = counselling.give(session, next_one)
    staff.everyone[next_one] = replace(staff.everyone[next_one], given=turn)
    return next_one


def had(session: Session, thread: int) -> frozenset[int]:
    """Accounts that a thread was offered to before, or that gave it away."""
    return frozenset(session.scalars(select(OFFER.c.account_id).where(OFFER.c.thread_id == thread)))


def _next(staff: Staff, tried: Collection[int], thread: Thread, told: Told) -> int | None:
    those = list(staff.everyone.values())
    there = [one for one in those if one.id in staff.there]
    new = [one for one in there if one.id not in tried]
    counsellors = [] if told is Told.STUCK else _counsellors(new, thread)
    leading = ([one for one in some if one.leads] for some in (new, there, those))
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
