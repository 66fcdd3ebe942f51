"""People in open threads with counsellors, all of them on Telegram, and what they write."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from random import Random
from typing import Any

from benchmarks.crowd import Update
from bot.clock import clock
from handlers.inbox_buttons import WriteTo
from models import accounts, person, roles, thread, thread_changes
from models.base import Session
from models.role import Role
from models.roles import Deed, Grant
from models.thread_changes import Question
from models.thread_message import Words
from models.turn import Sender
from models.vault import Vault

FIRST_ASKER, FIRST_COUNSELLOR = 80_000, 90_000
_messages = count(1)


@dataclass(frozen=True, slots=True)
class Pair:
    """Who asks in a thread and who answers, as chats."""

    thread: int
    asker: int
    counsellor: int


def begin(session: Session, secret: str, threads: int, counsellors: int) -> list[Pair]:
    """So many open threads, dealt out among so many counsellors."""
    rng, deed = Random(1), Deed(clock())
    staff = [_counsellor(session, FIRST_COUNSELLOR + number) for number in range(counsellors)]
    pairs = []
    for number in range(threads):
        account, there = staff[number % counsellors], FIRST_COUNSELLOR + number % counsellors
        asker = _person(session, FIRST_ASKER + number, "ar")
        id = thread_changes.begin(
            session, deed, asker, Question("housing", "ar"), Vault(secret, rng)
        )
        assert id is not None
        said = Words("أبحث عن شقة", "ar")
        thread_changes.say(session, deed, id, said, Vault(secret, rng))
        waiting = thread.find(session, id)
        assert waiting is not None
        assert thread_changes.take(session, Deed(deed.at, account), waiting)
        pairs.append(Pair(id, FIRST_ASKER + number, there))
    return pairs


def _counsellor(session: Session, chat: int) -> int:
    account = accounts.make(session, clock().date(), f"Beratung {chat}")
    roles.give(session, Deed(clock()), account, Grant(Role.COUNSELLOR))
    accounts.link(session, _person(session, chat, "de"), account)
    return account


def _person(session: Session, chat: int, language: str) -> int:
    met = person.meet(session, Sender("telegram", str(chat)), clock().date())
    person.choose_language(session, met, language)
    return met.id


def hello(pairs: list[Pair]) -> Iterator[Update]:
    """Everybody once, so that their chats are known."""
    chats = {chat for pair in pairs for chat in (pair.asker, pair.counsellor)}
    return (_message(chat, "/privacy") for chat in sorted(chats))


def asks(pair: Pair, words: str) -> list[Update]:
    """Who asks writes."""
    return [_message(pair.asker, words)]


def answers(pair: Pair, words: str) -> list[Update]:
    """A counsellor says to whom, and writes."""
    return [
        _press(pair.counsellor, WriteTo(thread=pair.thread).pack()),
        _message(pair.counsellor, words),
    ]


def _message(chat: int, text: str) -> Update:
    message: Update = _in(chat) | {"from": _user(chat), "text": text}
    length = len(text.split(maxsplit=1)[0])
    command = {"entities": [{"type": "bot_command", "offset": 0, "length": length}]}
    return {"message": message | (command if text.startswith("/") else {})}


def _press(chat: int, data: str) -> Update:
    bot = {"id": 4242, "is_bot": True, "first_name": "Lotse"}
    query = {"id": str(next(_messages)), "from": _user(chat), "chat_instance": "1", "data": data}
    return {"callback_query": query | {"message": _in(chat) | {"from": bot, "text": "…"}}}


def _in(chat: int) -> dict[str, Any]:
    there = {"id": chat, "type": "private", "first_name": "Amal"}
    return {"message_id": next(_messages), "date": 1, "chat": there}


def _user(chat: int) -> dict[str, Any]:
    return {"id": chat, "is_bot": False, "first_name": "Amal", "language_code": "de"}
