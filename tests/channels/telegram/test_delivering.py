"""What Lotse owes is sent once Telegram takes it, whatever happens in between."""

import pytest

from bot.channels.telegram import TelegramChannel
from bot.message import Line, Message, to_json
from models import inbox
from models.inbox import Owed
from models.store import Store
from tests.channels.telegram.conftest import QUICK, Start
from tests.standin import Call, Person, StandIn


def owed(store: Store) -> list[Owed]:
    with store.transaction() as session:
        return inbox.owed(session, "telegram")


def owe(store: Store, to: Person, *texts: str) -> None:
    """Record replies as owed, as a crash would leave them."""
    with store.transaction() as session:
        for words in texts:
            message = Message("de", "ltr", text=(Line(words, "de"),))
            inbox.owe(session, ("telegram", str(to.id)), to_json(message))


def refusals(server: StandIn) -> list[Call]:
    return [call for call in server.calls.of("sendMessage") if 400 <= call.code < 500]


@pytest.mark.parametrize("code", [500, 502, 503, 504, 401])
async def test_a_server_in_trouble_gets_the_reply_later(
    server: StandIn, lotse: TelegramChannel, code: int
) -> None:
    amal = server.person()
    server.faults.on("sendMessage", times=3).fails(code)
    await amal.says("/help")
    await amal.sees()
    assert amal.unseen == []


@pytest.mark.parametrize("cut", ["drops", "garbles"])
async def test_a_cut_connection_is_tried_again(
    server: StandIn, lotse: TelegramChannel, cut: str
) -> None:
    amal = server.person()
    getattr(server.faults.on("sendMessage", times=2), cut)()
    await amal.says("/help")
    await amal.sees()


async def test_a_timeout_is_tried_again(server: StandIn, start: Start) -> None:
    hasty = type(QUICK)(first_delay=0.01, longest_delay=0.05, patience=0.05)
    server.faults.on("sendMessage").holds()
    amal = server.person()
    await amal.says("/help")
    async with start(hasty):
        await amal.sees()


async def test_a_flood_answer_holds_everyone_back_until_its_time(
    server: StandIn, lotse: TelegramChannel
) -> None:
    amal, omar = server.person(), server.person()
    server.faults.on("sendMessage", when=lambda p: p["chat_id"] == amal.id).floods(1)
    await amal.says("/help")
    await server.until(lambda: refusals(server))
    await omar.says("/help")
    await omar.sees()
    await amal.sees()
    refused, *later = server.calls.of("sendMessage")
    assert refused.code == 429
    assert all(call.at - refused.at > 0.9 for call in later)


async def test_a_chat_that_fails_holds_up_nobody_else_and_keeps_its_order(
    server: StandIn, lotse: TelegramChannel
) -> None:
    amal, omar = server.person(), server.person()
    broken = server.faults.on("sendMessage", times=None, when=lambda p: p["chat_id"] == amal.id)
    broken.fails(500)
    for command in ("/privacy", "/help"):
        await amal.says(command)
    await omar.says("/privacy")
    privacy = await omar.sees()
    broken.left = 0
    first, second = await amal.sees(2)
    assert first.text == privacy.text
    assert second.text != privacy.text


async def test_what_was_owed_before_a_restart_is_sent_first_and_struck_off(
    server: StandIn, start: Start, store: Store
) -> None:
    amal = server.person()
    owe(store, amal, "eins", "zwei")
    await amal.says("/help")
    async with start():
        seen = await amal.sees(3)
        assert [message.text for message in seen][:2] == ["eins", "zwei"]
    assert owed(store) == []


async def test_what_cannot_be_sent_before_the_stop_stays_owed(
    server: StandIn, start: Start, store: Store
) -> None:
    amal = server.person()
    server.faults.on("sendMessage", times=None).fails(500)
    async with start() as channel:
        await amal.says("/help")
        await server.until(lambda: channel.counters.retried)
    assert len(owed(store)) == 1
    server.faults.clear()
    async with start():
        await amal.sees()
    assert owed(store) == []


async def test_stopping_lets_what_is_in_hand_finish(
    server: StandIn, start: Start, store: Store
) -> None:
    people = [server.person() for _ in range(20)]
    gate = server.faults.on("sendMessage", times=None).holds()
    async with start() as channel:
        for person in people:
            await person.says("/help")
        await gate.reached.wait()
        await server.until_polled()
        await channel.stop()
        gate.release()
    for person in people:
        await person.sees()
    assert owed(store) == []


async def test_a_message_that_can_no_longer_be_changed_is_sent_anew(
    server: StandIn, lotse: TelegramChannel
) -> None:
    amal = server.person(language_code="de")
    await amal.says("Wo kann ich Deutsch lernen?")
    first = await amal.sees()
    server.faults.on("editMessageText").fails(400, "Bad Request: message can't be edited")
    await amal.presses(lambda button: (button.data or "").startswith("more:3:"))
    second = await amal.sees()
    assert not second.edited
    assert second.message_id > first.message_id


async def test_a_message_that_is_already_as_it_should_be_is_a_success(
    server: StandIn, lotse: TelegramChannel
) -> None:
    amal = server.person(language_code="de")
    await amal.says("Wo kann ich Deutsch lernen?")
    first = await amal.sees()
    more = next(b for row in first.buttons for b in row if (b.data or "").startswith("more:3:"))
    back = (more.data or "").replace("more:3:", "more:0:")
    for data in (back, more.data or "", back, back):
        await amal.presses_data(data, first.message_id)
        await server.until(lambda: not server.unanswered)
    await server.until_polled()
    await lotse.stop()
    assert lotse.counters.refused == 0


async def test_a_file_comes_after_its_message(server: StandIn, lotse: TelegramChannel) -> None:
    amal = server.person(language_code="de")
    server.faults.on("sendDocument").fails(500)
    await amal.says("/mydata")
    message, file = await amal.sees(2)
    assert message.text
    assert file.file is not None
    assert file.file.name == "lotse-mydata.json"
    assert str(amal.id).encode() in file.file.data
