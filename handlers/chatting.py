"""What is no question to the town: greetings, thanks, who Lotse is, and what no town answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from handlers import menu
from handlers.context import Context
from models.text import T, Text
from models.turn import Reply
from search.reading import Kind

Said = Callable[[Context], Text]

ANSWERS: Mapping[Kind, Said] = {
    Kind.GREETING: lambda _: T("chat.hello"),
    Kind.THANKS: lambda _: T("chat.thanks"),
    Kind.GOODBYE: lambda _: T("chat.goodbye"),
    Kind.SMALL_TALK: lambda context: T("chat.small_talk", town=context.town.name),
    Kind.ABOUT_US: lambda context: T("chat.about_us", town=context.town.name),
}


def answer(kind: Kind, context: Context) -> Reply:
    """A short answer of Lotse's own, in kind."""
    rows = ((menu.button("topics"), menu.button("help")),)
    return Reply(text=(ANSWERS[kind](context),), buttons=rows)


def outside(context: Context) -> Reply:
    """What Lotse can do, where no town has an answer."""
    rows = ((menu.button("topics"),), (menu.button("person"),))
    return Reply(text=(T("chat.outside", town=context.town.name),), buttons=rows)
