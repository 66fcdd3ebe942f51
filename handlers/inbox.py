"""/inbox: conversations in which a counsellor is needed, by whose they are, topic and language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from handlers import inbox_words as say
from handlers import menu
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.inbox_buttons import Counsel, ListThreads, NarrowInbox, Of
from handlers.inbox_finding import her, is_open_to
from handlers.paging import paged
from handlers.rights import needs
from models import threads
from models.role import ANSWERING
from models.text import LanguageName, T, Text, Verbatim
from models.thread import Thread
from models.thread_actions import ShowThread
from models.threads import Box
from models.turn import Button, Reply

FIRST = (Box.MINE, Box.WAITING, Box.SNOOZED, Box.CLOSED)
MANY = 3
"""From so many on a list can be narrowed."""


@needs(*ANSWERING)
def opened(argument: str, context: Context) -> Reply:
    """Hers, else those that wait for anyone."""
    return _list(_whole(Box.MINE if _within(Box.MINE, context) else Box.WAITING), context)


@needs(*ANSWERING)
def turned(action: ListThreads, context: Context) -> Reply:
    """Another list, or another page of it."""
    return replace(_list(action, context), replaces=True)


@needs(*ANSWERING)
def narrowing(action: NarrowInbox, context: Context) -> Reply:
    """Each topic or language with how many there are of it."""
    every = _within(action.box, context)
    numbers = Counter(_code(one, action.of) for one in every)
    buttons = [
        Button(
            T("inbox.number", what=_named(action.of, code, context), number=number),
            ListThreads(box=action.box, of=action.of, code=code),
        )
        for code, number in sorted(numbers.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    back = Button(T("inbox.everything"), ListThreads(box=action.box))
    rows = paged(buttons, action.at, lambda at: action.model_copy(update={"at": at}))
    return Reply(text=(T("inbox.which"),), buttons=(*rows, (back,)), replaces=True)


def _list(action: ListThreads, context: Context) -> Reply:
    every = _within(action.box, context)
    those = [one for one in every if _is_meant(one, action)]
    buttons = [Button(say.row(one, context), ShowThread(thread=one.id)) for one in those]
    rows = paged(buttons, action.at, lambda at: action.model_copy(update={"at": at}))
    text = (*_about(action, context), *(() if those else (T("inbox.none"),)))
    closing = (*_narrow(action, every), *_boxes(action, context))
    return Reply(text=text, buttons=(*rows, *closing))


def _whole(box: Box) -> ListThreads:
    return ListThreads(box=box.value)


def _number(box: Box, context: Context) -> int:
    return len(_within(box, context))


def _within(box: str, context: Context) -> list[Thread]:
    counsellor = her(context)
    every = threads.inbox(context.session, counsellor, Box(box))
    return [one for one in every if is_open_to(one, counsellor)]


def _is_meant(one: Thread, action: ListThreads) -> bool:
    return action.of == "all" or _code(one, action.of) == action.code


def _code(one: Thread, of: Of) -> str:
    return one.language if of == "lang" else one.topic


def _about(action: ListThreads, context: Context) -> Iterator[Text]:
    yield T(f"inbox.head.{action.box}")
    if action.of != "all":
        yield T("inbox.only", what=_named(action.of, action.code, context))


def _named(of: Of, code: str, context: Context) -> Text | Verbatim | LanguageName:
    return LanguageName(code) if of == "lang" else say.topic(code, context)


def _narrow(action: ListThreads, every: Sequence[Thread]) -> menu.Rows:
    if action.of != "all":
        return ((Button(T("inbox.everything"), ListThreads(box=action.box)),),)
    if len(every) < MANY:
        return ()
    by_topic = NarrowInbox(box=action.box, of="topic", at=0)
    by_language = NarrowInbox(box=action.box, of="lang", at=0)
    return ((Button(T("inbox.by_topic"), by_topic), Button(T("inbox.by_language"), by_language)),)


def _boxes(action: ListThreads, context: Context) -> menu.Rows:
    """The other lists with how many are in them, and her settings."""
    counsellor = her(context)
    boxes = (*FIRST, Box.ALL) if counsellor.leads else FIRST
    others = [
        Button(T(f"inbox.box.{box.value}", number=_number(box, context)), _whole(box))
        for box in boxes
        if box.value != action.box
    ]
    return (*menu.grid(others), (Button(T("inbox.settings"), Counsel()),))


COMMANDS: Commands = {"inbox": opened, "posteingang": opened}
ACTIONS: Actions = {ListThreads: turned, NarrowInbox: narrowing}
