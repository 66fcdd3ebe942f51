"""Webhook delivery: order, redelivery, secret, bound."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from aiohttp import web

from tests.standin.bell import Bell
from tests.standin_tests.conftest import Client

Update = dict[str, Any]


class Hook:
    """A bot's webhook that keeps what it took and answers as `answers` says."""

    def __init__(self) -> None:
        self.requests: list[tuple[Update, str | None]] = []
        self.running = 0
        self.most = 0
        self.bell = Bell()
        self.answers: Callable[[Update], Awaitable[web.Response]] = self.takes
        self.url = ""

    async def takes(self, update: Update) -> web.Response:
        return web.Response()

    async def handle(self, request: web.BaseRequest) -> web.Response:
        update = await request.json()
        secret = request.headers.get("X-Telegram-Bot-Api-Secret-Token")
        self.requests.append((update, secret))
        self.running += 1
        self.most = max(self.most, self.running)
        self.bell.ring()
        try:
            return await self.answers(update)
        finally:
            self.running -= 1

    def texts(self) -> list[str]:
        return [update["message"]["text"] for update, _ in self.requests]

    async def has(self, count: int) -> None:
        assert await self.bell.until(lambda: len(self.requests) >= count, within=5), self.requests


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook = Hook()
    runner = web.ServerRunner(web.Server(hook.handle))
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield hook
    await runner.cleanup()


async def pending(client: Client) -> int:
    count: int = (await client.result("getWebhookInfo"))["pending_update_count"]
    return count


async def test_updates_arrive_with_the_secret(client: Client, hook: Hook) -> None:
    await client.server.person(7).says("before")
    await client.result("setWebhook", url=hook.url, secret_token="geheim_1")
    await client.server.person(7).says("after")
    await hook.has(2)
    assert hook.texts() == ["before", "after"]
    assert {secret for _, secret in hook.requests} == {"geheim_1"}


async def test_without_a_secret_there_is_no_header(client: Client, hook: Hook) -> None:
    await client.result("setWebhook", url=hook.url)
    await client.server.person(7).says("a")
    await hook.has(1)
    assert hook.requests[0][1] is None


async def test_a_failed_update_comes_again_before_its_chats_next(
    client: Client, hook: Hook
) -> None:
    failures = iter([500, 503, 404])

    async def fails_thrice(update: Update) -> web.Response:
        return web.Response(status=next(failures, 200))

    hook.answers = fails_thrice
    await client.result("setWebhook", url=hook.url)
    for text in "ab":
        await client.server.person(7).says(text)
    await hook.has(5)
    assert hook.texts() == ["a", "a", "a", "a", "b"]
    assert len({update["update_id"] for update, _ in hook.requests}) == 2
    info = await client.result("getWebhookInfo")
    assert info["last_error_message"] == "Wrong response from the webhook: 404"


async def test_other_chats_do_not_wait(client: Client, hook: Hook) -> None:
    gate = asyncio.Event()

    async def slow_for_amal(update: Update) -> web.Response:
        if update["message"]["from"]["id"] == 7:
            await gate.wait()
        return web.Response()

    hook.answers = slow_for_amal
    await client.result("setWebhook", url=hook.url)
    for text in ("a1", "a2"):
        await client.server.person(7).says(text)
    await client.server.person(8).says("b1")
    await hook.has(2)
    assert hook.texts() == ["a1", "b1"]
    gate.set()
    await hook.has(3)
    assert hook.texts()[2] == "a2"


async def test_requests_at_once_are_bounded(client: Client, hook: Hook) -> None:
    gate = asyncio.Event()

    async def slow(update: Update) -> web.Response:
        if hook.running == 3:
            gate.set()
        await gate.wait()
        return web.Response()

    hook.answers = slow
    await client.result("setWebhook", url=hook.url, max_connections=3)
    for number in range(20):
        await client.server.person(number + 1).says("a")
    await hook.has(20)
    assert hook.most == 3


async def test_a_dead_webhook_loses_nothing(client: Client, hook: Hook) -> None:
    await client.result("setWebhook", url="http://127.0.0.1:1/")
    await client.server.person(7).says("a")
    assert await pending(client) == 1
    await client.result("setWebhook", url=hook.url)
    await hook.has(1)
    assert hook.texts() == ["a"]


async def test_back_to_polling(client: Client, hook: Hook) -> None:
    async def refuses(update: Update) -> web.Response:
        return web.Response(status=500)

    hook.answers = refuses
    await client.result("setWebhook", url=hook.url)
    await client.server.person(7).says("a")
    await hook.has(1)
    await client.result("deleteWebhook")
    (update,) = await client.result("getUpdates")
    assert update["message"]["text"] == "a"


async def test_an_answer_may_carry_a_call(client: Client, hook: Hook) -> None:
    async def replies(update: Update) -> web.Response:
        return web.json_response({"method": "sendMessage", "chat_id": 7, "text": "Antwort"})

    hook.answers = replies
    await client.result("setWebhook", url=hook.url)
    amal = client.server.person(7)
    await amal.says("a")
    assert (await amal.sees()).text == "Antwort"
    assert client.server.calls.answered("sendMessage")
