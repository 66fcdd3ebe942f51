"""The door: once and for all, kind when something breaks, and nothing left behind."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import pytest
from sqlalchemy import select, text

from bot.conversation import Conversation
from bot.message import Message, from_json
from handlers.delete import Forget
from handlers.feedback import Rate
from models import inbox
from models.asked import TABLE as ASKED
from models.base import Session
from models.catalogue import Catalogue
from models.feedback import TABLE as FEEDBACK
from models.inbox import Owed
from models.store import Store
from models.tables import METADATA
from models.turn import Command, Did, Left, Pressed, Said, Sender, Sent, Turn
from tests.clock import Clock
from tests.talking import conversation_in

R = TypeVar("R")
ADDRESS = "4815162342"
HER = Sender("telegram", ADDRESS, "de")


class Talk:
    """One person and the door."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self.store = store
        self.clock = clock
        self.door: Conversation = conversation_in(store, clock)
        self._updates = 0

    async def turn(self, did: Did) -> Turn:
        self._updates += 1
        id, day = str(self._updates), self.clock().date()
        await self.store.write(lambda s: inbox.take_in(s, "telegram", day, [(id, b"raw")]))
        return Turn(HER, did, self.clock(), id)

    async def does(self, did: Did) -> Message | None:
        owed = await self.door.converse(await self.turn(did))
        return from_json(owed.message) if owed else None

    async def sent(self) -> None:
        """All that was owed has reached her."""

        def strike(session: Session) -> None:
            inbox.strike_off(session, [owed.id for owed in inbox.owed(session, "telegram")])

        await self.store.write(strike)

    async def ask(self, query: Callable[[Session], R]) -> R:
        return await self.store.read(query)


@pytest.fixture
def talk(town: Store) -> Talk:
    return Talk(town, Clock())


def count(session: Session) -> int:
    return sum(session.scalars(select(ASKED.c.count)))


async def test_an_update_that_comes_twice_acts_once(talk: Talk) -> None:
    turn = await talk.turn(Said("Wo kann ich Deutsch lernen?"))
    both = await asyncio.gather(talk.door.converse(turn), talk.door.converse(turn))
    assert [isinstance(owed, Owed) for owed in both] == [True, False]
    assert await talk.ask(count) == 1


async def test_the_effects_and_the_owed_reply_are_there_together(talk: Talk) -> None:
    await talk.does(Command("start"))
    assert len(await talk.ask(lambda session: inbox.owed(session, "telegram"))) == 1


async def test_two_taps_at_once_act_once(talk: Talk) -> None:
    await talk.does(Command("start"))
    data = Rate(answer="abcdef", verdict="no", offer=1).pack()
    taps = [await talk.turn(Pressed(data, "77")) for _ in range(2)]
    replies = await asyncio.gather(*map(talk.door.converse, taps))
    assert [reply is None for reply in replies] == [False, True]
    assert await talk.ask(lambda s: len(s.execute(select(FEEDBACK)).all())) == 1


async def test_a_change_of_mind_changes_the_one_rating(talk: Talk) -> None:
    for verdict in ("no", "helped"):
        await talk.does(Pressed(f"rate:abcdef:{verdict}:1", "77"))
    assert await talk.ask(lambda s: s.scalars(select(FEEDBACK.c.verdict)).all()) == ["helped"]


async def test_a_bug_is_answered_with_an_apology_and_keeps_nothing(
    talk: Talk, caplog: pytest.LogCaptureFixture
) -> None:
    await talk.does(Command("language", "de"))
    talk.door.catalogue = broken(talk.door.catalogue)
    reply = await talk.does(Said("mein geheimer Satz"))
    assert reply is not None
    assert "Entschuldigung" in reply.text[0].text
    assert await talk.ask(count) == 0
    assert await talk.ask(lambda session: inbox.waiting(session, "telegram")) == []
    assert [record.getMessage() for record in caplog.records] == ["turn failed"]
    logged = "".join(str(record.__dict__) for record in caplog.records)
    assert "geheim" not in logged
    assert ADDRESS not in logged


def broken(catalogue: Catalogue) -> Catalogue:
    """A catalogue whose search has lost its mind."""
    return replace(catalogue, search=None)  # type: ignore[arg-type]


async def test_files_are_refused_kindly(talk: Talk) -> None:
    voice, photo = await talk.does(Sent("voice")), await talk.does(Sent("photo"))
    assert voice is not None
    assert photo is not None
    assert "Sprachnachrichten" in voice.text[0].text
    assert "Fotos" in photo.text[0].text


async def test_who_blocked_lotse_gets_no_answer_and_comes_back_by_writing(talk: Talk) -> None:
    await talk.does(Command("start"))
    assert await talk.does(Left()) is None
    gone = text("SELECT gone_on IS NOT NULL FROM person")
    assert await talk.ask(lambda session: session.scalar(gone)) == 1
    await talk.does(Said("Hallo"))
    assert await talk.ask(lambda session: session.scalar(gone)) == 0


async def test_blocking_after_deleting_makes_nobody_new(talk: Talk) -> None:
    await talk.does(Command("start"))
    await talk.does(Pressed(Forget(sure=True).pack(), "6"))
    assert await talk.does(Left()) is None
    assert await talk.ask(lambda s: s.scalar(text("SELECT count(*) FROM person"))) == 0


async def test_nothing_remains_of_who_had_everything_deleted(
    talk: Talk, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    await talk.does(Command("start"))
    await talk.does(Command("language", "de"))
    await talk.does(Said("Geheimwort Wohnung"))
    await talk.does(Pressed("only:free:1", "5"))
    await talk.does(Command("delete"))
    reply = await talk.does(Pressed(Forget(sure=True).pack(), "6"))
    assert reply is not None
    assert "Alles ist gelöscht" in reply.text[0].text
    await talk.sent()
    everything = await talk.ask(everywhere)
    assert "asked" in everything
    assert ADDRESS not in everything
    assert "Geheimwort" not in everything
    assert "only:free" not in everything
    assert await talk.ask(lambda s: s.scalar(text("SELECT count(*) FROM person"))) == 0


def everywhere(session: Session) -> str:
    """Every value of every row of every table."""
    tables = METADATA.sorted_tables
    rows = [(table.name, session.execute(select(table)).all()) for table in tables]
    return repr([(name, found) for name, found in rows if found])
