"""A town with people who write, release and propose news, and readers who get them."""

from datetime import datetime
from typing import Any

from sqlalchemy import select

from bot.message import Message, from_json
from handlers.news_pages import ShowNews
from models import news_changes, news_course
from models import person as people
from models.base import Session
from models.delivery import DELIVERY, Kind
from models.news import Event, News, Schedule
from models.news_audience import reach_of
from models.news_audience_record import Audience
from models.news_changes import Options
from models.news_text import NewsText
from models.role import Role
from models.roles import Deed
from models.store import Store
from tests.handlers.talking import ISOLATES, Somebody, Town
from tests.jobs.telling import ARABIC, CHANNELS, EVERYBODY, GERMAN, Newsroom
from tests.talking import BERLIN

__all__ = ["ARABIC", "GERMAN", "Telling"]


class Telling:
    """A door, the jobs, an editor and a manager; the readers are whom a test names."""

    def __init__(self, store: Store) -> None:
        self.town = Town(store)
        self.room = Newsroom(store)

    async def editor(self) -> Somebody:
        """She writes."""
        return await self.town.somebody("Redaktion", Role.EDITOR)

    async def manager(self, name: str = "Leitung") -> Somebody:
        """She releases."""
        return await self.town.somebody(name, Role.MANAGER)

    async def draft(
        self,
        writer: Somebody,
        *texts: NewsText,
        audience: Audience = EVERYBODY,
        schedule: Schedule | None = None,
        event: Event | None = None,
        **options: Any,
    ) -> News:
        """Written, and not sent yet."""
        by = await self.account(writer)

        def unit(session: Session) -> News:
            deed = Deed(self.now, by)
            made = news_changes.create(session, deed, *(texts or (GERMAN, ARABIC)))
            made = news_changes.set_audience(session, deed, made, audience)
            made = news_changes.set_options(session, deed, made, Options(**options))
            made = news_changes.set_event(session, deed, made, event)
            return news_course.set_schedule(session, deed, made, schedule or Schedule())

        return await self.town.do(unit)

    async def submitted(self, writer: Somebody, approval: bool, **given: Any) -> News:
        """Written, and handed in; with `approval` it waits."""
        made = await self.draft(writer, **given)
        by = await self.account(writer)

        def unit(session: Session) -> News:
            reach = reach_of(session, made, CHANNELS, "de")
            return news_course.submit(session, Deed(self.now, by), made, reach, approval)

        return await self.town.do(unit)

    async def opens(self, somebody: Somebody, news: News) -> str:
        """She looks at its card."""
        return await somebody.presses(ShowNews(news=news.id))

    async def account(self, somebody: Somebody) -> int | None:
        """Hers."""
        found = await self.town.ask(lambda session: people.find(session, somebody.sender))
        return found.account_id if found else None

    @property
    def now(self) -> datetime:
        """The town's wall time."""
        return self.town.clock().astimezone(BERLIN)

    def tick(self) -> None:
        """The job of news does all there is to do."""
        self.room.now = self.now
        self.room.tick()

    def deliver(self, limit: int = 1000) -> list[str]:
        """At most so many of each channel arrive. The addresses."""
        self.room.now = self.now
        return self.room.deliver(limit)

    def find(self, news: News) -> News:
        """As it stands now."""
        return self.room.find(news.id)

    def heard(self, somebody: Somebody) -> list[Message]:
        """What she was told unasked, oldest first."""
        hers = (DELIVERY.c.address == somebody.sender.address) & (DELIVERY.c.kind == Kind.NOTICE)
        with self.town.store.transaction() as session:
            rows = session.execute(select(DELIVERY.c.message).where(hers).order_by(DELIVERY.c.id))
            return [from_json(message) for (message,) in rows]

    def words_to(self, somebody: Somebody) -> list[str]:
        """The same as words."""
        return ["\n".join(x.text for x in m.text).translate(ISOLATES) for m in self.heard(somebody)]
