"""Scripted failures hit the calls they are meant for, as often as they are meant to."""

import asyncio

import pytest
from aiohttp import ClientConnectionError, ContentTypeError

from tests.standin import Person, StandIn
from tests.standin_tests.conftest import Client


@pytest.fixture
def amal(server: StandIn) -> Person:
    return server.person(7)


async def test_an_error_comes_once(client: Client, amal: Person) -> None:
    client.server.faults.on("sendMessage").fails(500)
    error = await client.error("sendMessage", chat_id=7, text="a")
    assert error == (500, "Internal Server Error")
    await client.result("sendMessage", chat_id=7, text="a")
    assert [call.code for call in client.server.calls] == [500, 200]
    assert len(amal.screen) == 1


async def test_an_error_comes_as_often_as_told(client: Client, amal: Person) -> None:
    client.server.faults.on("*", times=2).fails(502)
    codes = [(await client.ask("sendMessage", chat_id=7, text="a"))["ok"] for _ in range(3)]
    assert codes == [False, False, True]


async def test_an_error_can_pick_its_calls(client: Client, amal: Person) -> None:
    faults = client.server.faults
    faults.on("sendMessage", times=None, when=lambda call: call["text"] == "b").fails(403)
    codes = [(await client.ask("sendMessage", chat_id=7, text=text))["ok"] for text in "abcb"]
    assert codes == [True, False, True, False]
    faults.clear()
    await client.result("sendMessage", chat_id=7, text="b")


async def test_a_flood_answer_says_how_long_to_wait(client: Client, amal: Person) -> None:
    client.server.faults.on("sendMessage").floods(3)
    answer = await client.ask("sendMessage", chat_id=7, text="a")
    assert answer == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 3",
        "parameters": {"retry_after": 3},
    }
    assert client.server.violations == []


async def test_flood_mode_counts_sends_in_a_second(client: Client, amal: Person) -> None:
    client.server.faults.flood(per_second=0)
    assert (await client.error("sendMessage", chat_id=7, text="a"))[0] == 429
    await client.result("sendChatAction", chat_id=7, action="typing")
    client.server.faults.flood(None)
    await client.result("sendMessage", chat_id=7, text="a")


async def test_a_connection_is_cut_before_or_after_the_effect(client: Client, amal: Person) -> None:
    for after in (False, True):
        client.server.faults.on("sendMessage").drops(after=after)
        with pytest.raises(ClientConnectionError):
            await client.ask("sendMessage", chat_id=7, text=f"after: {after}")
    assert [message.text for message in amal.screen] == ["after: True"]
    assert [call.code for call in client.server.calls] == [-1, -1]


async def test_a_proxy_answers_its_page(client: Client, amal: Person) -> None:
    client.server.faults.on("sendMessage").garbles()
    with pytest.raises(ContentTypeError):
        await client.ask("sendMessage", chat_id=7, text="a")
    assert amal.screen == []


async def test_a_call_is_held_until_it_is_let_go(client: Client, amal: Person) -> None:
    gate = client.server.faults.on("sendMessage").holds()
    async with asyncio.TaskGroup() as tasks:
        held = tasks.create_task(client.result("sendMessage", chat_id=7, text="a"))
        await gate.reached.wait()
        await client.result("sendMessage", chat_id=7, text="b")
        assert [message.text for message in amal.screen] == ["b"]
        gate.release()
    assert held.result()["text"] == "a"


async def test_stopping_lets_held_calls_go(amal: Person) -> None:
    async with StandIn() as server:
        gate = server.faults.on("getMe", times=None).holds()
    async with asyncio.timeout(5):
        await gate.hold()


async def test_faults_do_not_hide_violations(client: Client) -> None:
    client.server.faults.on("*").fails(500)
    assert (await client.error("sendMessage", chat_id=7))[0] == 400
    assert len(client.server.violations) == 1
