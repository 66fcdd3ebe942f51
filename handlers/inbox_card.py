"""A thread as a counsellor sees it: who asks, how it stands, what was said, what she can do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handlers import inbox_buttons as do
from handlers import inbox_words as say
from handlers import menu, who
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.inbox_finding import decides, found, gone
from handlers.relaying import called
from handlers.rights import needs
from models import thread_message
from models.role import ANSWERING
from models.text import T, Text, Verbatim
from models.thread import Thread, ThreadState
from models.thread_actions import ShowThread, TakeThread
from models.thread_message import Message, Side
from models.turn import Button, Reply

SHOWN = 6
"""Messages on a card."""
SIDES = (Side.ASKER, Side.COUNSELLOR, Side.NOTE)
Said = Text | Verbatim


@needs(*ANSWERING)
def shown(action: ShowThread, context: Context) -> Reply:
    """How it stands, with the newest of what was said."""
    one = found(action.thread, context)
    return card(one, context) if one else gone()


@needs(*ANSWERING)
def earlier(action: do.EarlierMessages, context: Context) -> Reply:
    """What was said before."""
    one = found(action.thread, context)
    return card(one, context, at=action.at) if one else gone()


def card(one: Thread, context: Context, *first: Text, at: int = -1) -> Reply:
    """The thread, after what has just become of it; its messages from number `at` on, else the
    newest.
    """
    said = thread_message.messages(context.session, context.vault, one.id, *SIDES)
    newest = max(0, len(said) - SHOWN)
    at = at if 0 <= at < newest else newest
    text = (*first, *_facts(one, context), *_messages(said[at : at + SHOWN], context))
    rows = (*_turns(one, at, newest), *doings(one, context), (menu.button("inbox"),))
    return Reply(text=text, buttons=rows)


def doings(one: Thread, context: Context) -> Iterator[tuple[Button, ...]]:
    """What she can do with it now."""
    note = Button(T("inbox.note"), do.WriteNote(thread=one.id))
    mine, decided = one.account_id == context.account_id, decides(one, context)
    passing = Button(T("inbox.pass"), do.ChooseColleague(thread=one.id, at=0))
    close = Button(T("inbox.close"), do.CloseThread(thread=one.id, sure=False))
    if one.state is ThreadState.CLOSED:
        yield (Button(T("inbox.resume"), do.ResumeThread(thread=one.id)), note)
        return
    if one.state is ThreadState.WAITING:
        yield (Button(T("inbox.take"), TakeThread(thread=one.id)),)
    if mine:
        yield from _answering(one)
    yield (note, passing, close) if decided else (note,)


def _answering(one: Thread) -> Iterator[tuple[Button, ...]]:
    later = Button(T("inbox.snooze"), do.SnoozeThread(thread=one.id))
    if one.state is ThreadState.SNOOZED:
        later = Button(T("inbox.wake"), do.WakeThread(thread=one.id))
    canned = Button(T("inbox.canned"), do.ListCanned(thread=one.id, at=0))
    yield (Button(T("inbox.write"), do.WriteTo(thread=one.id)), canned)
    yield (later,)


def _facts(one: Thread, context: Context) -> Iterator[Text]:
    yield called(one)
    yield T("inbox.topic", topic=say.topic(one.topic, context))
    yield T("inbox.state", state=say.turn(one, context))
    if one.account_id == context.account_id:
        yield T("inbox.yours")
    elif one.account_id:
        yield T("inbox.whose", name=say.counsellor(one, context))


def _messages(said: Sequence[Message], context: Context) -> Iterator[Said]:
    for message in said:
        yield _heading(message, context)
        yield from _words(message, context)


def _words(message: Message, context: Context) -> Iterator[Said]:
    """What somebody said, line by line, and what a machine made of it for this reader."""
    if message.file:
        yield T("inbox.file")
    yield from (Verbatim(line, message.language) for line in _lines(message.text))
    if message.translation and message.translated_to == context.language:
        yield T("inbox.by_machine")
        yield from (Verbatim(line, context.language) for line in _lines(message.translation))


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


def _heading(message: Message, context: Context) -> Text:
    """Who said it, and when."""
    then = say.at(message.at, context)
    if message.side is Side.ASKER:
        return T("inbox.asker_said", then=then)
    name = who.account_called(message.account_id, context)
    hers = message.account_id == context.account_id
    if message.side is Side.NOTE:
        own = T("inbox.noted_by_you", then=then)
        return own if hers else T("inbox.noted", name=name, then=then)
    return T("inbox.you_said", then=then) if hers else T("inbox.said", name=name, then=then)


def _turns(one: Thread, at: int, newest: int) -> Iterator[tuple[Button, ...]]:
    row = []
    if at > 0:
        back = do.EarlierMessages(thread=one.id, at=max(0, at - SHOWN))
        row.append(Button(T("inbox.earlier"), back))
    if at < newest:
        following = do.EarlierMessages(thread=one.id, at=min(newest, at + SHOWN))
        row.append(Button(T("inbox.later"), following))
    if row:
        yield tuple(row)


COMMANDS: Commands = {}
ACTIONS: Actions = {ShowThread: shown, do.EarlierMessages: earlier}
