"""What all parts of writing share: the draft as it stands, and what is typed next."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import wraps
from typing import Any

from handlers.context import Context
from handlers.news_card import card
from handlers.news_pages import gone
from handlers.rights import Handler, needs
from models import news as newsroom
from models import person as people
from models.dialogue import NewsWriting
from models.news import News, NewsState
from models.news_changes import NewsChanged
from models.role import TELLING
from models.roles import Deed
from models.text import T
from models.turn import Reply

Writing = Callable[[Any, News, Context], Reply]
DRAFT = (NewsState.DRAFT,)


@dataclass(frozen=True, slots=True)
class Typing:
    """A part that is typed: `ask` puts the question, `take` gets what was typed. Both get the news
    and which part is meant (`detail` of models.dialogue.NewsWriting). `states` are those in which
    it can be changed.
    """

    ask: Callable[[News, str, Context], Reply]
    take: Callable[[str, News, str, Context], Reply]
    states: Collection[NewsState] = DRAFT


def changes(states: Collection[NewsState]) -> Callable[[Writing], Handler]:
    """A handler of news in one of `states`, for who may write them. It gets them as they stand;
    when they stand elsewhere, or somebody else was faster, she sees how they stand instead.
    """

    def narrowed(handler: Writing) -> Handler:
        @needs(*TELLING)
        @wraps(handler)
        def checked(action: Any, context: Context) -> Reply:
            about = (action.news, states)
            return in_state(about, lambda news: handler(action, news, context), context)

        return checked

    return narrowed


drafts = changes(DRAFT)
"""A handler of a draft."""


def in_state(
    about: tuple[int, Collection[NewsState]], write: Callable[[News], Reply], context: Context
) -> Reply:
    """The same for what is not pressed; `about` are the number of the news, and the states."""
    news = newsroom.find(context.session, about[0])
    if news is None:
        return gone()
    if news.state not in about[1]:
        return card(news, context, T("writing.too_late"))
    try:
        return write(news)
    except NewsChanged:
        now = newsroom.find(context.session, news.id) or news
        return card(now, context, T("writing.changed"))


def wait(news: int, step: str, detail: str, context: Context) -> None:
    """What she types next is this part of it."""
    waiting = NewsWriting(news=news, step=step, detail=detail)
    people.be_in(context.session, context.person, waiting)


def done(context: Context) -> None:
    """Nothing is awaited any more."""
    people.be_in(context.session, context.person, None)


def deed(context: Context) -> Deed:
    """Who does it, and when."""
    return Deed(context.now, context.account_id)
