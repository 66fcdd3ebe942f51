"""No message is lost or doubled, whatever happens to the socket."""

import asyncio
import re
from typing import Any

import pytest

from models import inbox
from models.store import Store
from models.turn import Command, Filled, Pressed, Said, Turn
from tests.channels.web.serving import Echo, Served, served, texts
from tests.clock import Clock


def owed_in(store: Store) -> list[inbox.Owed]:
    """All that is owed on the web."""
    with store.transaction() as session:
        return inbox.owed(session, "web")


async def test_a_frame_is_stored_then_taken_then_answered(web: Served, clock: Clock) -> None:
    async with web.page() as page:
        frames = await page.says("0001", "hallo")
        names = [next(iter(frame)) for frame in frames]
    assert names == ["taken", "seq", "done"]
    assert frames[0]["taken"] == frames[2]["done"] == "0001"
    assert texts(frames) == ["hallo!"]


async def test_the_turn_says_who_what_when(web: Served, clock: Clock, echo: Echo) -> None:
    async with web.page() as page:
        await page.says("0001", "hallo")
    (turn,) = echo.turns
    assert turn.did == Said("hallo")
    assert turn.at == clock()
    assert turn.sender.hint == "de-DE"
    assert re.fullmatch("[0-9a-f]{40}", turn.id)
    assert turn.id[:8] not in turn.sender.address


async def test_a_frame_sent_again_acts_once(web: Served, echo: Echo) -> None:
    token = await web.token()
    async with web.page(token) as page:
        await page.says("0001", "hallo")
        again = await page.says("0001", "hallo")
    async with web.page(token) as page:
        await page.send(id="0001", say="hallo")
        last = await page.hears_until("done")
    assert len(echo.turns) == 1
    assert again[0] == {"taken": "0001"}
    assert texts(again) == []
    assert texts(last) == ["hallo!"]  # the page never said it had seen it


async def test_what_was_not_seen_comes_again_and_what_was_does_not(
    web: Served, store: Store
) -> None:
    token = await web.token()
    async with web.page(token) as page:
        first = (await page.says("0001", "eins"))[1]
        second = (await page.says("0002", "zwei"))[1]
        await page.send(seen=first["seq"])
        await page.says("0003", "drei")
    async with web.page(token) as page:
        again = [await page.hears(), await page.hears()]
        assert texts(again) == ["zwei!", "drei!"]
        assert again[0] == second
        await page.send(seen=again[1]["seq"])
        await page.says("0004", "vier")
    assert [text for text in texts(page.seen) if text != "vier!"] == ["zwei!", "drei!"]
    assert len(owed_in(store)) == 1


async def test_nobody_can_say_she_saw_what_was_not_sent(web: Served, store: Store) -> None:
    async with web.page() as page:
        await page.says("0001", "hallo")
        await page.send(seen=10**6)
        await page.says("0002", "und")
        assert [owed.message for owed in owed_in(store)] != []


async def test_messages_come_in_order(web: Served) -> None:
    async with web.page() as page:
        for n in range(8):
            await page.send(id=f"{n:04}", say=str(n))
        for _ in range(8):
            await page.hears_until("done")
    assert texts(page.seen) == [f"{n}!" for n in range(8)]
    numbers = [frame["seq"] for frame in page.seen if "seq" in frame]
    assert numbers == sorted(numbers)


async def test_an_answer_finds_the_new_socket(store: Store, clock: Clock) -> None:
    """She asks, loses the network, is back: the answer that was in hand comes to where she is."""
    echo, go, asked = Echo(store), asyncio.Event(), asyncio.Event()

    async def slow(turn: Turn) -> inbox.Owed | None:
        asked.set()
        await go.wait()
        return await echo.converse(turn)

    async with served(store, clock, slow) as web:
        token = await web.token()
        async with web.page(token) as page:
            await page.send(id="0001", say="hallo")
            await asked.wait()
        async with web.page(token) as page:
            go.set()
            await page.send(id="0001", say="hallo")
            frames = await page.hears_until("done")
    assert texts(frames) == ["hallo!"]
    assert len(echo.turns) == 1


@pytest.mark.parametrize(
    ("frame", "did"),
    [
        ({"say": "/Help"}, Command("help")),
        ({"say": " /language ar "}, Command("language", "ar")),
        ({"say": "/löschen"}, Command("löschen")),
        ({"say": "/ und /"}, Said("/ und /")),
        ({"say": "1/2"}, Said("1/2")),
        ({"say": "a\0b"}, Said("ab")),
        ({"say": "x" * 4001}, Said("x" * 4000)),
        ({"press": "offer:7", "on": "12"}, Pressed("offer:7", "12")),
        ({"press": "offer:7"}, Pressed("offer:7")),
        (
            {"fill": "svfill:1:ab", "values": {"/a": ["1"], "/b": []}, "on": "12"},
            Filled("svfill:1:ab", {"/a": ("1",), "/b": ()}, "12"),
        ),
        (
            {"fill": "svfill:1:ab", "values": {"/a\0": ["x\0y"]}},
            Filled("svfill:1:ab", {"/a": ("xy",)}),
        ),
        ({"start": "offer_7"}, Command("start", "offer_7")),
        ({"start": ""}, Command("start")),
    ],
)
async def test_frames_become_turns(
    web: Served, echo: Echo, frame: dict[str, Any], did: Any
) -> None:
    async with web.page() as page:
        await page.send(id="0001", **frame)
        await page.hears_until("done")
    assert echo.turns[0].did == did


async def test_a_reply_can_take_the_place_of_another(web: Served) -> None:
    async with web.page() as page:
        first = (await page.says("0001", "hallo"))[1]
        await page.send(id="0002", press="more:3", on=str(first["seq"]))
        second = (await page.hears_until("done"))[1]
    assert second["replaces"] == str(first["seq"])


async def test_two_databases_with_the_same_numbers_are_told_apart(web: Served) -> None:
    async with web.page() as page:
        marks = [(await page.says(f"{n:04}", str(n)))[1]["mark"] for n in range(3)]
    assert len(set(marks)) == 3
