"""Asking for updates: failures are waited out, a wrong token is said plainly."""

import asyncio
import logging

import pytest

from bot.channels import CannotStart
from bot.channels.telegram import TelegramChannel
from tests.channels.telegram.conftest import Start
from tests.standin import StandIn


async def test_the_menus_are_set_in_every_language(server: StandIn, lotse: TelegramChannel) -> None:
    await server.until(lambda: len(server.calls.answered("setMyCommands")) == 5)
    menu = [
        {"command": "help", "description": "help in uk"},
        {"command": "language", "description": "a"},
    ]
    assert server.person(language_code="uk").menu == menu
    assert server.person(language_code="sw").menu[0]["description"] == "help in de"


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
