"""A deed is done to news as they were seen: who was slower is told how they stand now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Any, Protocol

from handlers import menu
from handlers.context import Context
from handlers.news_course_card import card, title
from handlers.news_pages import ShowNews
from models import news as all_news
from models.news import News, NewsState
from models.news_audience import TooSmall
from models.news_changes import NewsChanged
from models.news_course import NotReady, OwnNews
from models.roles import Deed
from models.text import T, Text
from models.turn import Button, Reply, Unasked

__all__ = ["again", "deed", "gone", "kindly", "opened", "seen", "title"]
Handler = Callable[[Any, Context], Reply]


class OfNews(Protocol):
    """A button or a dialogue about news as they were at a version."""

    @property
    def news(self) -> int:
        """Its number."""

    @property
    def version(self) -> int:
        """How often they had been changed."""


def kindly(handler: Handler) -> Handler:
    """Says what stands in the way: somebody was faster, or it cannot be sent like this."""

    @wraps(handler)
    def asked(event: Any, context: Context) -> Reply:
        about: Any = context.person.dialogue if isinstance(event, str) else event
        try:
            return handler(event, context)
        except NewsChanged:
            return again(about.news, context, T("newsrun.changed"))
        except OwnNews:
            return again(about.news, context, T("newsrun.own"))
        except NotReady:
            return again(about.news, context, T("newsrun.not_ready"))
        except TooSmall:
            return again(about.news, context, T("newsrun.too_small"))

    return asked


def seen(about: OfNews, context: Context) -> News:
    """The news as they were seen. Raises NewsChanged."""
    found = all_news.find(context.session, about.news)
    if found is None or found.version != about.version:
        raise NewsChanged
    return found


def again(id: int, context: Context, *before: Text, others: tuple[Unasked, ...] = ()) -> Reply:
    """Its card as it stands now, below what is to be said."""
    found = all_news.find(context.session, id)
    if found is None:
        return gone()
    if found.state is NewsState.DRAFT:
        return replace(opened(found.id, *before), others=others)
    return card(found, context, *before, others=others)


def opened(id: int, *before: Text) -> Reply:
    """The way to a draft, which has a card of its own."""
    return Reply(text=before, buttons=((Button(T("newsrun.open"), ShowNews(news=id)),),))


def gone() -> Reply:
    """There is no such news any more."""
    return Reply(text=(T("newsrun.gone"),), buttons=((menu.button("news"),),), replaces=True)


def deed(context: Context) -> Deed:
    """Hers, now."""
    return Deed(context.now, context.account_id)
