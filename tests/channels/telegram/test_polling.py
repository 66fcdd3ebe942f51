"""Asking for updates: failures are waited out, a wrong token is said plainly."""

import asyncio
import logging

import pytest

from bot.channels import CannotStart
from bot.channels.telegram import TelegramChannel
from bot.channels.telegram_settings import Timing
from models import roles
from models.role import Role
from models.store import Store
from models.turn import Sender
from tests.channels.telegram.conftest import Start
from tests.people import BY_THE_TOWN, account, at
from tests.standin import StandIn
from tests.standin.people import Person


async def test_the_menus_are_set_in_every_language(server: StandIn, lotse: TelegramChannel) -> None:
    await server.until(lambda: len(server.calls.answered("setMyCommands")) == 5)
    menu = [
        {"command": "help", "description": "help in uk"},
        {"command": "language", "description": "a"},
    ]
    assert server.person(language_code="uk").menu == menu
    assert server.person(language_code="sw").menu[0]["description"] == "help in de"


async def test_people_with_a_task_find_theirs_in_the_menu_until_they_give_it_back(
    server: StandIn, start: Start, store: Store
) -> None:
    her = server.person(language_code="uk")
    with store.transaction() as session:
        clerk = account(session, Role.OWNER)
        at(session, Sender("telegram", str(her.id)), clerk, "de")
    async with start(Timing(first_delay=0.01, longest_delay=0.05, menus=0.02)):
        await server.until(lambda: first_of(her) == "help in de for owner")
        with store.transaction() as session:
            roles.take(session, BY_THE_TOWN, clerk, Role.OWNER)
        await server.until(lambda: first_of(her) == "help in uk")


def first_of(her: Person) -> str:
    """The first line of her menu."""
    return str(her.menu[0]["description"]) if her.menu else ""


@pytest.mark.parametrize("code", [409, 500, 502])
async def test_polling_goes_on_after_a_failure(server: StandIn, start: Start, code: int) -> None:
    server.faults.on("getUpdates", times=3).fails(code)
    amal = server.person()
    await amal.says("/help")
    async with start() as channel:
        await amal.sees()
        assert channel.counters.failed_polls == 3


async def test_polling_waits_as_long_as_it_is_asked_to(server: StandIn, start: Start) -> None:
    server.faults.on("getUpdates").floods(3600)
    async with start() as channel:
        await server.until(lambda: [call for call in server.calls if call.code == 429])
        await channel.stop()
    assert len(server.calls.of("getUpdates")) == 1


@pytest.mark.parametrize("cut", ["drops", "garbles"])
async def test_a_bad_connection_is_no_end(server: StandIn, start: Start, cut: str) -> None:
    for method in ("getMe", "deleteWebhook", "getUpdates", "setMyCommands"):
        getattr(server.faults.on(method), cut)()
    amal = server.person()
    await amal.says("/help")
    async with start():
        await amal.sees()


@pytest.mark.parametrize("code", [401, 404])
async def test_a_wrong_token_stops_the_start_with_a_plain_sentence(
    server: StandIn, start: Start, code: int
) -> None:
    server.faults.on("getMe").fails(code)
    with pytest.RaisesGroup(pytest.RaisesExc(CannotStart, match="BotFather")):
        async with start():
            await asyncio.Event().wait()


async def test_the_token_and_the_words_stay_out_of_the_log(
    server: StandIn, start: Start, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for method in ("getMe", "getUpdates", "setMyCommands", "sendMessage", "sendDocument"):
        server.faults.on(method).drops()
    amal = server.person(id=998877665)
    await amal.says("Mein Geheimnis <b>")
    await amal.says("/mydata")
    server.push({"message": {"text": "Mein Geheimnis", "chat": amal.user}})
    async with start():
        await amal.sees(3)
        await server.until_polled()
    written = "\n".join(f"{record.getMessage()} {vars(record)}" for record in caplog.records)
    assert "update put aside" in written
    for secret in (server.token, server.token.partition(":")[2], "Geheimnis", "998877665"):
        assert secret not in written
