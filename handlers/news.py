"""/news: what the town tells people, by how it stands; and something new to write."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from handlers import menu, news_words
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.news_pages import ListNews, WriteNews
from handlers.news_pages import ShowNews as Show
from handlers.paging import PAGE
from handlers.rights import needs
from models import news as newsroom
from models import news_text
from models.news import News, NewsState
from models.role import TELLING
from models.text import T, Text
from models.turn import Button, Reply

ALL: Literal[""] = ""


@needs(*TELLING)
def listed(argument: str, context: Context) -> Reply:
    """All of them, what changed last first."""
    return _page(ListNews(), context)


@needs(*TELLING)
def turned(action: ListNews, context: Context) -> Reply:
    """Another page, or those in one state."""
    return _page(action, context)


def _page(action: ListNews, context: Context) -> Reply:
    states = [one for one in NewsState if action.state in (ALL, one)] or list(NewsState)
    at = max(0, action.at)
    found = newsroom.in_states(context.session, states, PAGE + 1, at)
    each = [(Button(_label(one, context), Show(news=one.id)),) for one in found[:PAGE]]
    turns = tuple(_turns(action, at, more=len(found) > PAGE))
    write = (Button(T("writing.new"), WriteNews()),)
    text = T("writing.every") if found else T("writing.none")
    rows = (write, *_by_state(action, context), *each, *((turns,) if turns else ()))
    return Reply(text=(text,), buttons=rows, replaces=True)


def _by_state(action: ListNews, context: Context) -> menu.Rows:
    """How many stand how; each narrows the list, and widens it again."""
    counts = newsroom.counted(context.session)
    if len(counts) < 2:
        return ()
    buttons = [
        Button(
            T("writing.in_state", state=T(f"newsrun.is_{state}"), number=counts[state]),
            ListNews(state=ALL if action.state == state else state),
            chosen=action.state == state,
        )
        for state in NewsState
        if state in counts
    ]
    return menu.grid(buttons)


def _turns(action: ListNews, at: int, *, more: bool) -> Iterator[Button]:
    if at > 0:
        back = action.model_copy(update={"at": max(0, at - PAGE)})
        yield Button(T("page.back"), back)
    if more:
        yield Button(T("page.more"), action.model_copy(update={"at": at + PAGE}))


def _label(found: News, context: Context) -> Text:
    texts = news_text.of(context.session, found.id)
    state = T(f"newsrun.is_{found.state}")
    return T("writing.one", title=news_words.title(texts, context), state=state)


COMMANDS: Commands = {"news": listed, "nachrichten": listed}
ACTIONS: Actions = {ListNews: turned}
