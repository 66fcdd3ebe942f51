"""Brings threads to counsellors, in turn and in time, and closes those that nobody needs any more.

Every two seconds: there is never much to look at, and somebody waits. Nobody on the staff is
written to in quiet hours; what comes then is offered when they are over, to who is there that day.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice

from analysis.hours.reckoning import NeverOpen, before_working_hours
from analysis.measures.sending_time import slot_from
from jobs import thread_words
from jobs.surroundings import Surroundings
from models import assigning, delivery_order, reaching, thread_changes, thread_due, threads
from models.base import Session
from models.delivery import Kind, Planned
from models.reaching import Way
from models.roles import Deed
from models.thread import Thread, ThreadState, Told
from models.thread_release import to_account, to_asker

IDLE = timedelta(days=30)
MOST = 5
"""Threads at a time: whoever writes meanwhile waits for the transaction."""
TO_MANAGERS = 2
"""So often it goes on unanswered until those who lead hear of it."""


def run(session: Session, now: datetime, around: Surroundings) -> int:
    """What has come by `now`, wall time of the town. How many threads it changed or told of."""
    done = sum(_freed(session, now)) + sum(_woken(session, now))
    if slot_from(now, around.rules).begin > now:
        return done
    done += sum(_passed(session, now, around))
    done += _offered(session, now, around)
    planned = [one for found in _told(session, now, around) for one in found]
    planned += [one for found in _closed(session, now, around) for one in found]
    return done + delivery_order.queue(session, planned, now)


def _freed(session: Session, now: datetime) -> Iterator[bool]:
    for thread in thread_due.orphaned(session):
        yield thread_changes.pass_on(session, Deed(now), thread, None)


def _woken(session: Session, now: datetime) -> Iterator[bool]:
    for thread in thread_due.slept(session, now):
        yield thread_changes.wake(session, Deed(now), thread, Told.WOKEN)


def _passed(session: Session, now: datetime, around: Surroundings) -> Iterator[bool]:
    """Unanswered for the hours in which somebody had to: they wait for the next."""
    try:
        since = before_working_hours(around.office, now, around.answer_hours)
    except NeverOpen:
        return
    for thread in thread_due.unanswered(session, since)[:MOST]:
        yield thread_changes.expire(session, Deed(now), thread)


def _offered(session: Session, now: datetime, around: Surroundings) -> int:
    """To whoever is next. How many, so many at once that nobody else waits long."""
    waiting = thread_due.unoffered(session)
    if not waiting:
        return 0
    staff = assigning.staff_at(session, now, around.channels)
    offers = (assigning.offer(session, now, staff, one, _why(one)) for one in waiting)
    return len(list(islice((one for one in offers if one is not None), MOST)))


def _why(thread: Thread) -> Told:
    if thread.passed >= TO_MANAGERS:
        return Told.STUCK
    return Told.LATE if thread.passed else Told.OFFERED


def _told(session: Session, now: datetime, around: Surroundings) -> Iterator[list[Planned]]:
    """To whoever has it now; where no way leads to her, it waits in her list."""
    for thread in thread_due.untold(session)[:MOST]:
        offered = thread.state is ThreadState.WAITING
        reader = thread.offered_id if offered else thread.account_id
        if reader is None or not thread_changes.told(session, thread):
            continue
        way = reaching.way_to(session, reader, around.channels)
        if way is not None:
            message = thread_words.notice(session, thread, way.language)
            key = to_account(thread.id, reader, f"{thread.to_tell}{thread.version}")
            yield [_planned(key, way, around.render(message, way.language), now)]


def _closed(session: Session, now: datetime, around: Surroundings) -> Iterator[list[Planned]]:
    for thread in thread_due.idle(session, now - IDLE)[:MOST]:
        asker = threads.asker(session, thread)
        if not thread_changes.close(session, Deed(now), thread) or asker is None:
            continue
        if asker.gone_on is None and asker.channel in around.channels:
            message = around.render(thread_words.idle(thread), asker.language)
            key = to_asker(thread.id, f"idle{thread.version}")
            yield [_planned(key, asker.way, message, now)]


def _planned(key: str, way: Way, message: bytes, now: datetime) -> Planned:
    return Planned(Kind.HANDOFF, key, way.channel, way.address, message, now)
