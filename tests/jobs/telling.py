"""A town that tells people news: the real job, a real database, and a channel that plays along."""

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select, update

from bot.message import Message, from_json
from jobs import digest, news
from jobs.surroundings import Surroundings
from models import (
    accounts,
    news_audience,
    news_changes,
    news_course,
    news_issue,
    news_report,
    person,
    roles,
    subscription,
)
from models import news as news_kept
from models.base import Session
from models.delivery import DELIVERY, State
from models.delivery_claim import Claim, Outgoing, claim
from models.delivery_work import Entries, Result, write
from models.news import News, Schedule
from models.news_audience import Audience, Reach
from models.news_issue import Issue
from models.news_report import Report
from models.news_text import NewsText
from models.person import Person
from models.role import Role
from models.roles import Deed, Grant
from models.store import Store
from models.subscription import Agreed, Wanted
from models.turn import Sender
from tests.jobs.reminding import surroundings, wall

MONDAY = "2026-11-23 10:30"
LONG_AGO = date(2026, 1, 5)
GERMAN = NewsText("de", "Café am Freitag", "Alle sind willkommen.")
ARABIC = NewsText("ar", "مقهى يوم الجمعة", "الجميع مرحب بهم.")
EVERYBODY = Audience(staff=True, public=True)
READERS = Audience(public=True)
ALL = Wanted()
CHANNELS = ("telegram", "mail", "web")


@dataclass
class Newsroom:
    """People, news, the jobs and a clock. `arrived` are (address, message) in their order;
    `changed` what was replaced or taken away where it had arrived: (place, message).
    """

    store: Store
    now: datetime = field(default_factory=lambda: wall(MONDAY))
    around: Surroundings = field(default_factory=lambda: surroundings(channels=CHANNELS))
    chunk: int = news.CHUNK
    arrived: list[tuple[str, Message]] = field(default_factory=list)
    changed: list[tuple[str, Message]] = field(default_factory=list)

    def reader(
        self, name: str, wanted: Wanted = ALL, language: str = "de", channel: str = "telegram"
    ) -> Person:
        """Somebody without a task who subscribed."""
        with self.store.transaction() as session:
            her = met(session, name, language, channel)
            subscription.begin(session, her, wanted, Agreed("1", LONG_AGO))
        return her

    def readers(self, *names: str, language: str = "de") -> None:
        """Several who want everything at once."""
        for name in names:
            self.reader(name, language=language)

    def staff(self, name: str, *held: Role, email: str = "", **others: Any) -> int:
        """An account, in Telegram under its name or, with an address, by mail alone."""
        with self.store.transaction() as session:
            id = accounts.make(session, LONG_AGO, name, email=email, **others)
            for role in held or (Role.NETWORK,):
                roles.give(session, Deed(wall("2026-01-05 09:00")), id, Grant(role))
            if not email:
                accounts.link(session, met(session, name, "de", "telegram").id, id)
        return id

    def news(
        self,
        *texts: NewsText,
        audience: Audience = EVERYBODY,
        schedule: Schedule | None = None,
        **options: Any,
    ) -> News:
        """Released news; urgent ones by a second person."""
        with self.store.transaction() as session:
            made = news_changes.create(session, self.deed(), *(texts or (GERMAN,)))
            made = news_changes.set_audience(session, self.deed(), made, audience)
            if options:
                chosen = news_changes.Options(**options)
                made = news_changes.set_options(session, self.deed(), made, chosen)
            if schedule is not None:
                made = news_course.set_schedule(session, self.deed(), made, schedule)
            made = news_course.submit(session, self.deed(), made, self.reach(session, made), False)
        if not made.urgent:
            return made
        return self.do(made.id, "approve", by=self.staff("second", Role.MANAGER, email="b@b.org"))

    def deed(self, by: int | None = None) -> Deed:
        """Something that is decided now."""
        return Deed(self.now, by)

    def reach(self, session: Session, news: News) -> Reach:
        """Whom it reaches."""
        return news_audience.reach_of(session, news, CHANNELS, "de")

    def do(self, id: int, deed: str, *given: Any, by: int | None = None) -> News:
        """One step of `models.news_course` with the news as they stand."""
        with self.store.transaction() as session:
            news = self._find(session, id)
            given = (self.reach(session, news),) if deed == "approve" else given
            changed: News = getattr(news_course, deed)(session, self.deed(by), news, *given)
        return changed

    def find(self, id: int) -> News:
        """As it stands."""
        with self.store.transaction() as session:
            return self._find(session, id)

    def issue(self, id: int) -> Issue:
        """The last sending."""
        with self.store.transaction() as session:
            found = news_issue.newest(session, id)
        assert found
        return found

    def report(self, id: int) -> Report:
        """What became of the last sending."""
        issue = self.issue(id)
        with self.store.transaction() as session:
            return news_report.report(session, issue)

    def tick(self, at: str = "", most: int = 100) -> int:
        """The job runs until there is nothing to do. How often it did something."""
        self.now = wall(at) if at else self.now
        for times in range(most):
            if not self.run():
                return times
        raise AssertionError("the job never comes to an end")

    def run(self) -> int:
        """The job runs once."""
        with self.store.transaction() as session:
            return news.run(session, self.now, self.around, self.chunk)

    def dies(self) -> None:
        """The process ends while the job runs, before its commit."""
        with contextlib.suppress(KeyboardInterrupt), self.store.transaction() as session:
            news.run(session, self.now, self.around, self.chunk)
            raise KeyboardInterrupt

    def week(self, at: str) -> int:
        """The job of digests runs at that time. How many readers it wrote to."""
        self.now = wall(at)
        with self.store.transaction() as session:
            return digest.run(session, self.now, self.around)

    def claim(self, limit: int = 1000) -> list[Outgoing]:
        """What may leave now is claimed."""
        found: list[Outgoing] = []
        with self.store.transaction() as session:
            for channel in CHANNELS:
                wanted = Claim(channel, "test", limit, self.now + timedelta(days=1))
                found += claim(session, wanted, self.now)
        return found

    def deliver(self, limit: int = 1000) -> list[str]:
        """What may leave now arrives. The addresses."""
        return self.take(self.claim(limit))

    def take(self, claimed: Sequence[Outgoing]) -> list[str]:
        """What was claimed and may still leave arrives."""
        may = self.leave([row.id for row in claimed])
        return [self.hand_over(row) for row in claimed if row.id in may]

    def leave(self, ids: Sequence[int]) -> set[int]:
        """These leave, as far as they may."""
        with self.store.transaction() as session:
            return write(session, Entries("test", (), ids, self.now))

    def hand_over(self, row: Outgoing, state: State = State.SENT) -> str:
        """It comes to this end, at a place with the row's number."""
        place = "" if row.channel == "mail" or row.edits else f"t{row.id}"
        with self.store.transaction() as session:
            result = Result(row.id, state, 1, place=place)
            write(session, Entries("test", [result], (), self.now))
        message = from_json(row.message)
        if row.edits:
            self.changed.append((row.edits, message))
        else:
            self.arrived.append((row.address, message))
        return row.address

    def rows(self) -> list[Any]:
        """All messages, oldest first."""
        with self.store.transaction() as session:
            return list(session.execute(select(DELIVERY).order_by(DELIVERY.c.id)))

    def addresses(self) -> list[str]:
        """To whom something was ever queued, in order; as far as it is still known."""
        return sorted(row.address for row in self.rows())

    def set(self, id: int, **values: Any) -> None:
        """Columns of a piece of news, as if time had passed."""
        with self.store.transaction() as session:
            session.execute(
                update(news_kept.NEWS).where(news_kept.NEWS.c.id == id).values(**values)
            )

    def _find(self, session: Session, id: int) -> News:
        found = news_kept.find(session, id)
        assert found
        return found


def met(session: Session, name: str, language: str, channel: str) -> Person:
    """Somebody at a channel, under her name."""
    her = person.meet(session, Sender(channel, name), LONG_AGO)
    person.choose_language(session, her, language)
    return her
