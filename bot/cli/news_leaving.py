"""Messages about news that leave from the command line: a test, and asking for a release."""

from __future__ import annotations

from collections.abc import Iterator

from bot.clock import chance, clock
from bot.settings import Settings
from bot.surroundings import rendered
from handlers.news_pages import ShowNews
from models import accounts, delivery, news_reply, news_text, reaching
from models.account import Account
from models.base import Session
from models.delivery import Kind, Planned
from models.news import News
from models.news_reply import Reader
from models.reaching import Way
from models.role import TELLING
from models.text import T, Verbatim
from models.turn import Button, Reply


def test(session: Session, settings: Settings, news: News, account: Account) -> int:
    """Each version to her, as its readers would get it. How many; 0: there is no way to her."""
    way = reaching.way_to(session, account.id, settings.about_town.channels)
    planned = [] if way is None else list(_versions(session, news, way))
    return delivery.queue(session, planned, clock())


def ask_for_release(session: Session, settings: Settings, news: News) -> int:
    """Those who may release it are told that it waits. How many."""
    holders = {one.id for role in TELLING for one in accounts.everyone(session, role)}
    channels = settings.about_town.channels
    ways = [(id, reaching.way_to(session, id, channels)) for id in sorted(holders)]
    text = news_text.chosen(news_text.of(session, news.id), settings.default_language)
    name = Verbatim(settings.town, settings.default_language)
    title = Verbatim(text.title, text.language) if text else name
    look = Button(T("newsrun.look"), ShowNews(news=news.id))
    reply = Reply(text=(T("newsrun.waits_told", title=title, name=name),), buttons=((look,),))
    key = f"news:{news.id}:v{news.version}:waits"
    planned = [_planned(f"{key}:{id}", way, way.language, reply) for id, way in ways if way]
    return delivery.queue(session, planned, clock())


def _versions(session: Session, news: News, way: Way) -> Iterator[Planned]:
    whole, once = news_reply.whole(session, news), f"{chance().getrandbits(64):x}"
    for language in whole.texts:
        reply = news_reply.reply(whole, Reader(language, way.channel))
        if reply is not None:
            yield _planned(f"news-test:{news.id}:{language}:{once}", way, language, reply)


def _planned(key: str, way: Way, language: str, reply: Reply) -> Planned:
    message = rendered(reply, language or "de")
    return Planned(Kind.NOTICE, key, way.channel, way.address, message, clock())
