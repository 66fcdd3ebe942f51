"""getUpdates: long polling, offsets, limits, kinds, conflicts."""

import asyncio
from typing import Any

from tests.standin_tests.conftest import Client


def said(text: str, sender: int = 7) -> dict[str, Any]:
    user = {"id": sender, "is_bot": False, "first_name": "Amal"}
    chat = {"id": sender, "type": "private", "first_name": "Amal"}
    return {"message": {"message_id": 1, "from": user, "chat": chat, "date": 1, "text": text}}


def ids(updates: list[dict[str, Any]]) -> list[int]:
    return [update["update_id"] for update in updates]


async def test_a_poll_without_updates_waits_for_one(client: Client) -> None:
    async with asyncio.TaskGroup() as tasks:
        poll = tasks.create_task(client.result("getUpdates", timeout=50))
        await client.server.until_polled()
        client.server.push(said("hallo"))
    assert [update["message"]["text"] for update in poll.result()] == ["hallo"]


async def test_a_short_poll_returns_at_once(client: Client) -> None:
    assert await client.result("getUpdates") == []


async def test_updates_come_again_until_an_offset_confirms_them(client: Client) -> None:
    pushed = [client.server.push(said(text)) for text in "abc"]
    assert ids(await client.result("getUpdates")) == pushed
    assert ids(await client.result("getUpdates")) == pushed
    assert ids(await client.result("getUpdates", offset=pushed[1])) == pushed[1:]
    assert ids(await client.result("getUpdates", offset=pushed[2] + 1)) == []
    assert ids(await client.result("getUpdates", offset=0)) == []


async def test_a_negative_offset_keeps_the_newest(client: Client) -> None:
    pushed = [client.server.push(said(text)) for text in "abc"]
    assert ids(await client.result("getUpdates", offset=-1)) == pushed[2:]


async def test_a_batch_has_at_most_a_hundred(client: Client) -> None:
    for number in range(150):
        client.server.push(said(str(number)))
    assert len(await client.result("getUpdates")) == 100
    assert len(await client.result("getUpdates", limit=3)) == 3
    assert len(await client.result("getUpdates", limit=1000)) == 100


async def test_only_allowed_kinds_are_kept(client: Client) -> None:
    server = client.server
    await client.result("getUpdates", allowed_updates=["callback_query"])
    server.push(said("hidden"))
    await server.person(7).presses_data("x")
    assert [set(u) for u in await client.result("getUpdates")] == [{"update_id", "callback_query"}]
    assert len(server.world.updates.withheld) == 1


async def test_reactions_need_to_be_asked_for(client: Client) -> None:
    client.server.push({"message_reaction": {}})
    assert await client.result("getUpdates") == []
    await client.result("getUpdates", allowed_updates=["message_reaction"])
    client.server.push({"message_reaction": {}})
    assert len(await client.result("getUpdates")) == 1


async def test_broken_updates_arrive_as_they_are(client: Client) -> None:
    broken = {"message": {"message_id": "x", "chat": 5}, "from": None}
    number = client.server.push(broken)
    assert await client.result("getUpdates") == [{"update_id": number} | broken]


async def test_an_update_may_bring_its_own_id(client: Client) -> None:
    assert client.server.push({"update_id": 900} | said("a")) == 900
    assert client.server.push(said("b")) == 901


async def test_a_second_poll_ends_the_first(client: Client) -> None:
    async with asyncio.TaskGroup() as tasks:
        first = tasks.create_task(client.error("getUpdates", timeout=50))
        await client.server.until_polled()
        assert await client.result("getUpdates") == []
    code, description = first.result()
    assert code == 409
    assert description.startswith("Conflict: terminated by other getUpdates request")


async def test_polling_conflicts_with_a_webhook(client: Client) -> None:
    await client.result("setWebhook", url="http://127.0.0.1:1/")
    code, description = await client.error("getUpdates")
    assert (code, description.split(":")[0]) == (409, "Conflict")
    await client.result("deleteWebhook")
    assert await client.result("getUpdates") == []


async def test_deleting_a_webhook_can_drop_what_is_pending(client: Client) -> None:
    client.server.push(said("a"))
    await client.result("deleteWebhook", drop_pending_updates=True)
    assert await client.result("getUpdates") == []


async def test_the_server_stops_while_a_poll_runs(client: Client) -> None:
    async with asyncio.TaskGroup() as tasks:
        poll = tasks.create_task(client.result("getUpdates", timeout=50))
        await client.server.until_polled()
        client.server.world.updates.close()
    assert poll.result() == []
