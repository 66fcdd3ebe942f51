"""What one side of a conversation is told of the other: neither learns the other's account.

Everything here may lead to nobody: who asked has blocked Lotse, nobody took the thread.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, get_args

from handlers import menu
from handlers.inbox_buttons import WriteTo
from handlers.person_buttons import EndThread, RateThread, Verdict, Write
from models import account as accounts
from models import threads, translations
from models.base import Session
from models.medium import Upload
from models.text import Fixed, LanguageName, Listed, T, Text, Verbatim
from models.thread import Thread
from models.thread_actions import ReopenThread, ShowThread
from models.thread_message import Message
from models.thread_release import to_account, to_asker
from models.town import Town
from models.translations import Subject
from models.turn import Button, File, Reply, Unasked


class Desk(Protocol):
    """Where something is handed on: a Context is one."""

    @property
    def session(self) -> Session: ...

    @property
    def town(self) -> Town: ...


@dataclass(frozen=True, slots=True)
class Counter:
    """A desk where nobody sits: for what is handed on beside a turn."""

    session: Session
    town: Town


def said_to_asker(
    thread: Thread, message: Message, desk: Desk, files: tuple[File, ...] = ()
) -> tuple[Unasked, ...]:
    """What a counsellor said, as she wrote it; she who asked just types her answer."""
    text = (T("relay.from_counsellor"), Verbatim(message.text, message.language))
    taken = upload(thread) if desk.town.handoff_files else None
    reply = Reply(text=text, buttons=_answering(thread), files=files, upload=taken)
    return _for_asker(thread, message.id, reply, desk)


def said_to_counsellor(
    thread: Thread, message: Message, desk: Desk, files: tuple[File, ...] = ()
) -> tuple[Unasked, ...]:
    """What somebody asked, or said since, as she wrote it; with the thread that it belongs to."""
    said = (Verbatim(message.text, message.language),) if message.text else ()
    person = called(thread)
    heads = T("relay.from_asker", person=person), T("relay.file_from_asker", person=person)
    head = heads[bool(files)]
    reply = Reply(text=(head, *said), buttons=counselling(thread), files=files)
    return _for_counsellor(thread, message.id, reply, desk)


def translated(thread: Thread, message: Message, desk: Desk) -> tuple[Unasked, ...]:
    """What a machine made of a message that has arrived already, named as such."""
    words = Verbatim(message.translation, message.translated_to)
    key = f"{message.id}:{message.translated_to}"
    if message.side == "asker":
        head = T("relay.machine_of", person=called(thread))
        reply = Reply(text=(head, words), buttons=counselling(thread))
        return _for_counsellor(thread, key, reply, desk)
    reply = Reply(text=(T("relay.machine"), words), buttons=_answering(thread))
    return _for_asker(thread, key, reply, desk)


def closed_to_asker(thread: Thread, desk: Desk) -> tuple[Unasked, ...]:
    """It is over; did it help? She can write again."""
    reply = Reply(text=(T("relay.closed"), T("talk.helped")), buttons=closing(thread))
    return _for_asker(thread, f"closed:{thread.version}", reply, desk)


def resumed_to_asker(thread: Thread, desk: Desk) -> tuple[Unasked, ...]:
    """The counsellor has opened it again: what she who asked types goes there."""
    reply = Reply(text=(T("relay.resumed"),), buttons=_answering(thread))
    return _for_asker(thread, f"resumed:{thread.version}", reply, desk)


def told_counsellor(thread: Thread, what: Text, key: str, desk: Desk) -> tuple[Unasked, ...]:
    """Something happened in a thread; `key` names it for good."""
    reply = Reply(text=(what,), buttons=((Button(T("relay.show"), ShowThread(thread=thread.id)),),))
    return _for_counsellor(thread, key, reply, desk)


def wish_translation(thread: Thread, message: Message, desk: Desk, now: datetime) -> None:
    """Have it translated for the other side, where the town has somebody who does."""
    if not desk.town.translates or not message.text:
        return
    target = thread.language if message.side == "counsellor" else _read_by(thread, desk)
    if target != message.language:
        what = (Subject.THREAD, message.id)
        translations.wish(desk.session, what, message.language, (target,), now)


def called(thread: Thread) -> Text:
    """What counsellors know the asker by: "Person 4711 (Arabisch, Altstadt)"."""
    known: tuple[LanguageName | Verbatim, ...] = (LanguageName(thread.language),)
    if thread.district:
        known = (*known, Verbatim(thread.district, "de"))
    return T("relay.person", number=Fixed(str(thread.id)), about=Listed(known))


def upload(thread: Thread) -> Upload:
    """A file that can be sent in it."""
    return Upload("file", f"thread{thread.id}", T("talk.upload"))


def counselling(thread: Thread) -> menu.Rows:
    """Under what a counsellor is told of a thread."""
    write = Button(T("relay.answer"), WriteTo(thread=thread.id))
    return ((write, Button(T("relay.show"), ShowThread(thread=thread.id))),)


def closing(thread: Thread) -> menu.Rows:
    """Under the news that a conversation is over."""
    rates = tuple(_rates(thread))
    return (rates, (Button(T("talk.again"), ReopenThread(thread=thread.id)),))


def _rates(thread: Thread) -> Iterator[Button]:
    for helped in get_args(Verdict):
        yield Button(T(f"talk.helped_{helped}"), RateThread(thread=thread.id, helped=helped))


def _answering(thread: Thread) -> menu.Rows:
    end = Button(T("talk.end"), EndThread(thread=thread.id, sure=False))
    return ((Button(T("talk.write"), Write()), end),)


def _for_asker(thread: Thread, what: object, reply: Reply, desk: Desk) -> tuple[Unasked, ...]:
    her = threads.asker(desk.session, thread)
    if her is None or her.gone_on is not None or her.channel not in desk.town.channels:
        return ()
    key = to_asker(thread.id, what)
    return (Unasked(key, her.channel, her.address, her.language, reply, handoff=True),)


def _for_counsellor(thread: Thread, what: object, reply: Reply, desk: Desk) -> tuple[Unasked, ...]:
    way = threads.counsellor_way(desk.session, thread, desk.town.channels)
    if way is None or thread.account_id is None:
        return ()
    key = to_account(thread.id, thread.account_id, what)
    return (Unasked(key, way.channel, way.address, way.language, reply, handoff=True),)


def _read_by(thread: Thread, desk: Desk) -> str:
    """The language of whoever took it, else the town's."""
    hers = thread.account_id and accounts.find(desk.session, thread.account_id)
    return hers.language if hers else desk.town.default_language
