"""A town of very many readers, and a piece of news for all of them."""

from __future__ import annotations

import asyncio
import time
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Engine, insert, select, update

from benchmarks.messenger import FIRST
from bot.clock import clock
from bot.garbage import quiet_garbage
from bot.words import warm
from jobs import news as job
from models import news_audience, news_changes, news_course, news_issue
from models.base import Session
from models.engine import engine_for
from models.news_audience import Audience
from models.news_issue import Issue, IssueState
from models.news_text import NewsText
from models.person import TABLE as PERSON
from models.roles import Deed
from models.store import Store
from models.subscription import SUBSCRIPTION
from tests.clock import MONDAY_MORNING
from tests.jobs.reminding import surroundings
from tests.talking import BERLIN

LANGUAGES = ("de", "ar", "uk", "tr", "fa", "ru", "en", "fr", "pl", "ro")
DAY = date(2026, 1, 5)
TEXT = "Am Freitag um 15 Uhr öffnet das Sprachcafé im Rathaus. Alle sind willkommen. " * 4
AROUND = surroundings(channels=("telegram",))
OTHERS_S = 0.02
AT_ONCE = 10_000


class Prepared(NamedTuple):
    """Seconds; MB of the process before and at most; the longest wait of somebody else, in ms."""

    seconds: float
    before: float
    most: float
    others: float


def daytime(shift: float) -> datetime:
    """The time so many seconds away from now, in the town: news keep quiet hours."""
    return (clock() + timedelta(seconds=shift)).astimezone(BERLIN)


def to_monday() -> float:
    """Seconds from now to a Monday morning."""
    return (MONDAY_MORNING - clock()).total_seconds()


def settle(session: Session, people: int) -> None:
    """People on Telegram who subscribed to everything, in ten languages."""
    for start in range(0, people, AT_ONCE):
        numbers = range(start, min(start + AT_ONCE, people))
        session.execute(insert(PERSON), [_person(number) for number in numbers])
    ids = session.scalars(select(PERSON.c.id).where(PERSON.c.channel == "telegram")).all()
    wanted = {"rhythm": "at_once", "consent": "1", "since": DAY}
    rows = [{"person_id": id, **wanted} for id in ids]
    usual = {"topics": "", "district": "", "refused": False}
    session.execute(insert(SUBSCRIPTION), [row | usual for row in rows])


def at_rest(engine: Engine) -> None:
    """What was written so fast is where it belongs, as in a town that has been there for long."""
    postgresql = engine.dialect.name == "postgresql"
    tidy = ("VACUUM ANALYZE", "CHECKPOINT") if postgresql else ("PRAGMA wal_checkpoint(TRUNCATE)",)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        for statement in tidy:
            connection.exec_driver_sql(statement)


def publish(session: Session, now: datetime) -> int:
    """News in three languages for all of them, due now; the others read them in German."""
    deed = Deed(now)
    texts = (NewsText(language, "Neues", TEXT) for language in ("de", "ar", "uk"))
    made = news_changes.create(session, deed, *texts)
    made = news_changes.set_audience(session, deed, made, Audience(public=True))
    reach = news_audience.reach_of(session, made, AROUND.channels, AROUND.language)
    return news_course.submit(session, deed, made, reach, approval=False).id


def prepared(url: str, news: int, shift: float) -> Prepared:
    """What it took to prepare all messages. To be called in a process of its own."""
    store = Store(engine_for(url))
    warm(LANGUAGES)
    quiet_garbage()  # both as Lotse does when it starts
    before = _mb()
    seconds, others = asyncio.run(_prepare(store, news, shift))
    store.close()
    return Prepared(seconds, before, _mb(), others)


def issue(session: Session, news: int) -> Issue:
    """Its sending."""
    found = news_issue.newest(session, news)
    assert found is not None
    return found


def tick(session: Session, shift: float) -> int:
    """The job, once."""
    return job.run(session, daytime(shift), AROUND)


async def _prepare(store: Store, news: int, shift: float) -> tuple[float, float]:
    """As Lotse does it, while others write."""
    waits: list[float] = []
    writing = asyncio.create_task(_others(store, waits))
    began = time.perf_counter()
    while await store.write(partial(tick, shift=shift), alone=True):
        pass
    seconds = time.perf_counter() - began
    writing.cancel()
    there = await store.read(partial(issue, news=news))
    assert there.state is IssueState.SENDING
    return seconds, 1000 * max(waits, default=0.0)


async def _others(store: Store, waits: list[float]) -> None:
    """Somebody asks something again and again."""
    while True:
        began = time.perf_counter()
        await store.write(_small)
        waits.append(time.perf_counter() - began)
        await asyncio.sleep(OTHERS_S)


def _small(session: Session) -> None:
    session.execute(update(PERSON).where(PERSON.c.id == 1).values(dialogue=""))


def _person(number: int) -> dict[str, object]:
    language = LANGUAGES[number % len(LANGUAGES)]
    known = {"channel": "telegram", "address": str(FIRST + number), "language": language}
    usual = {"filters": "{}", "dialogue": "", "quiet": False, "last_press": ""}
    return known | usual | {"last_seen": DAY}


def _mb() -> float:
    """The most that this process had in memory so far (Linux); before an exec does not count."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024 / 1e6
