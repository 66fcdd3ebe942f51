"""Every update is stored before it is confirmed, read by itself and handled once."""

import asyncio
import json
from functools import partial
from typing import Any

from sqlalchemy import text

from bot.channels.telegram import TelegramChannel
from bot.channels.telegram_settings import TelegramSettings
from bot.conversation import Conversation
from models import inbox
from models.inbox import Owed
from models.store import Store
from models.turn import Turn
from tests.channels.telegram.conftest import QUICK, Start, commands, moved_away
from tests.clock import MONDAY_MORNING, Clock
from tests.standin import Person, StandIn


def states(store: Store) -> list[str]:
    """How the updates ended, in order of arrival."""
    with store.transaction() as session:
        return list(session.scalars(text("SELECT state FROM inbox ORDER BY length(id), id")))


def said(who: Person, words: str, number: int) -> dict[str, Any]:
    """A message as Telegram would bring it, to put where no server hands out the ids."""
    chat = {"id": who.id, "type": "private", "first_name": "Amal"}
    message = {"message_id": 1, "date": 1, "chat": chat, "from": who.user, "text": words}
    return {"update_id": number, "message": message}


async def test_a_broken_update_is_put_aside_and_the_others_go_on(
    server: StandIn, start: Start, store: Store
) -> None:
    amal, omar = server.person(), server.person()
    await amal.says("/help")
    server.push({"message": {"text": "no chat, no date"}})
    await omar.says("/help")
    async with start() as channel:
        await amal.sees()
        await omar.sees()
        assert (channel.counters.handled, channel.counters.quarantined) == (2, 1)
        await server.until_polled()
    assert states(store) == ["handled", "quarantined", "handled"]
    with store.transaction() as session:
        assert session.scalars(text("SELECT raw FROM inbox WHERE raw IS NOT NULL")).all() == []


async def test_an_update_that_comes_twice_has_one_effect(
    server: StandIn, start: Start, store: Store
) -> None:
    amal = server.person()
    number = await amal.says("/help")
    async with start():
        await amal.sees()
        await server.until_polled()
    server.world.updates.pending[number] = said(amal, "/help", number)
    async with start() as channel:
        await server.until_polled()
        assert channel.counters.received == 1
    assert amal.unseen == []


async def test_what_waited_before_a_crash_is_handled_first(
    server: StandIn, start: Start, store: Store
) -> None:
    amal = server.person()
    raw = json.dumps(said(amal, "/privacy", 1)).encode()
    await store.write(
        partial(inbox.take_in, channel="telegram", day=MONDAY_MORNING.date(), updates=[("1", raw)])
    )
    async with start():
        assert (await amal.sees()).text
    assert states(store) == ["handled"]


async def test_a_slow_chat_holds_up_nobody_else_and_keeps_its_order(
    server: StandIn, lotse: TelegramChannel
) -> None:
    amal, omar = server.person(), server.person()
    gate = server.faults.on("sendMessage", when=lambda p: p["chat_id"] == amal.id).holds()
    for command in ("/privacy", "/help", "/topics"):
        await amal.says(command)
    await gate.reached.wait()
    await omar.says("/topics")
    topics = await omar.sees()
    gate.release()
    seen = await amal.sees(3)
    assert seen[2].text == topics.text
    assert len({message.text for message in seen}) == 3


async def test_what_cannot_be_stored_is_not_confirmed(
    server: StandIn, lotse: TelegramChannel, store: Store
) -> None:
    amal = server.person()
    with moved_away(store, "inbox"):
        await amal.says("/help")
        await server.until(lambda: len(server.calls.answered("getUpdates")) >= 2)
    await amal.sees()
    assert amal.unseen == []


async def test_what_cannot_be_handled_now_is_handled_later_in_its_order(
    server: StandIn, lotse: TelegramChannel, store: Store
) -> None:
    amal, omar = server.person(), server.person()
    with moved_away(store, "person"):
        await amal.says("/privacy")
        await amal.says("/help")
        await server.until_polled()
        await store.write(lambda session: None)  # the writer has come past the first attempt
        assert lotse.counters.failed_turns
    await omar.says("/privacy")
    privacy = await omar.sees()
    first, second = await amal.sees(2)
    assert first.text == privacy.text
    assert second.text != privacy.text
    assert amal.unseen == []


class Speechless(Conversation):
    """A door that does not even find an apology for one person."""

    async def converse(self, turn: Turn) -> Owed | None:
        if turn.sender.address == "666":
            raise LookupError("Mein Geheimnis")
        return await super().converse(turn)


async def test_a_turn_that_can_never_be_answered_is_put_aside(
    server: StandIn, conversation: Conversation, store: Store, clock: Clock
) -> None:
    amal, omar = server.person(id=666), server.person()
    door = Speechless(
        store, conversation.catalogue, conversation.town, conversation.timezone, conversation.rng
    )
    settings = TelegramSettings(server.token, server.url, ("de",), None, QUICK)
    channel = TelegramChannel(settings, door, clock, commands)
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(channel.run())
        await amal.says("Mein Geheimnis")
        await omar.says("/help")
        await omar.sees()
        await channel.stop()
    assert states(store) == ["quarantined", "handled"]
    assert channel.counters.quarantined == 1


async def test_two_taps_act_once(server: StandIn, lotse: TelegramChannel) -> None:
    amal = server.person(language_code="de")
    await amal.says("/start")
    await amal.sees()
    await amal.presses("Deutsch")
    await amal.presses("Deutsch")
    await amal.sees()
    await server.until(lambda: len(server.calls.answered("answerCallbackQuery")) == 2)
    assert amal.unseen == []
    assert server.unanswered == []


async def test_a_slow_answer_shows_a_typing_sign(server: StandIn, start: Start) -> None:
    impatient = type(QUICK)(first_delay=0.01, longest_delay=0.05, typing_after=0.0)
    async with start(impatient):
        amal = server.person()
        await amal.says("Wo kann ich Deutsch lernen?")
        await amal.sees()
        await amal.waits(lambda: amal.typing)
