"""Updates that Telegram brings: answered only when their effects are committed."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import ClientSession
from sqlalchemy import text
from starlette.applications import Starlette

from bot.channels import CannotStart
from bot.channels.telegram import TelegramChannel
from bot.channels.telegram_settings import WebhookSettings
from bot.http import server as http_server
from models.store import Store
from tests.channels.telegram.conftest import Start, moved_away
from tests.channels.telegram.test_receiving import said, states
from tests.standin import StandIn

SECRET = "s3cret_-"
HEADER = "X-Telegram-Bot-Api-Secret-Token"


@pytest.fixture
def port() -> int:
    """A free one."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number: int = probe.getsockname()[1]
        return number


@pytest.fixture
def webhook(port: int) -> WebhookSettings:
    return WebhookSettings(f"http://127.0.0.1:{port}/telegram/hook", SECRET)


@asynccontextmanager
async def serving(channel: TelegramChannel, port: int) -> AsyncIterator[None]:
    """The channel's route behind a real HTTP server."""
    http = http_server(Starlette(routes=channel.routes()), "127.0.0.1", port)
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(http.serve())
        await http.listening.wait()
        yield
        http.should_exit = True


@pytest.fixture
async def lotse(
    server: StandIn, start: Start, webhook: WebhookSettings, port: int
) -> AsyncIterator[TelegramChannel]:
    """Running, with its webhook set."""
    async with start(webhook=webhook) as channel, serving(channel, port):
        await server.until(lambda: server.calls.answered("setWebhook"))
        yield channel
    assert server.violations == []


async def post(webhook: WebhookSettings, body: Any, headers: Any = None) -> int:
    """What is answered to a request, by default to one that knows the secret."""
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    async with (
        ClientSession() as session,
        session.post(webhook.url, data=data, headers=headers or {HEADER: SECRET}) as response,
    ):
        return response.status


async def test_a_whole_conversation_by_webhook(server: StandIn, lotse: TelegramChannel) -> None:
    amal = server.person(language_code="de")
    await amal.says("/start")
    await amal.sees()
    await amal.presses("Deutsch")
    assert "Mittelstadt" in (await amal.sees()).text
    (call,) = server.calls.of("setWebhook")
    assert call.params["secret_token"] == SECRET
    assert call.params["allowed_updates"] == ["message", "callback_query", "my_chat_member"]
    assert not server.calls.of("getUpdates")


@pytest.mark.parametrize("headers", [{"X-Other": "1"}, {HEADER: "wrong"}, {HEADER: "ключ"}])
async def test_only_telegram_knows_the_secret(
    server: StandIn, lotse: TelegramChannel, webhook: WebhookSettings, headers: dict[str, str]
) -> None:
    assert await post(webhook, said(server.person(), "/help", 1), headers) == 403
    assert lotse.counters.received == 0


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"no JSON", 400),
        (b"[" * 200_000, 400),
        (b"[]", 400),
        ({"message": {}}, 400),
        ({"update_id": "1"}, 400),
        ({"update_id": 7, "message": {"text": "no chat"}}, 200),
        ({"update_id": 8, "poll": {}}, 200),
        (b'{"update_id": 9, "x": "' + b"x" * 1_000_000 + b'"}', 413),
    ],
)
async def test_what_is_no_update_is_refused_or_put_aside(
    lotse: TelegramChannel, webhook: WebhookSettings, body: Any, status: int
) -> None:
    assert await post(webhook, body) == status


async def test_an_update_that_comes_twice_is_taken_twice_and_handled_once(
    server: StandIn, lotse: TelegramChannel, webhook: WebhookSettings, store: Store
) -> None:
    amal = server.person()
    raw = said(amal, "/help", 5)
    assert await asyncio.gather(*(post(webhook, raw) for _ in range(5))) == [200] * 5
    await amal.sees()
    await lotse.stop()
    assert amal.unseen == []
    assert states(store) == ["handled"]


async def test_it_is_answered_only_after_the_effects_are_committed(
    server: StandIn, lotse: TelegramChannel, webhook: WebhookSettings, store: Store
) -> None:
    assert await post(webhook, said(server.person(id=77), "/language ar", 5)) == 200
    with store.transaction() as session:
        assert session.scalar(text("SELECT language FROM person WHERE address = '77'")) == "ar"


@pytest.mark.parametrize("table", ["inbox", "person"])
async def test_when_the_database_fails_it_is_brought_again(
    server: StandIn, lotse: TelegramChannel, store: Store, table: str
) -> None:
    amal = server.person()
    with moved_away(store, table):
        await amal.says("/help")
        await server.until(lambda: server.world.webhook.last_error, within=0.5)
    await amal.sees()
    assert amal.unseen == []


async def test_before_the_start_and_after_the_stop_it_is_asked_to_come_later(
    server: StandIn, lotse: TelegramChannel, webhook: WebhookSettings
) -> None:
    await lotse.stop()
    assert await post(webhook, said(server.person(), "/help", 1)) == 503


async def test_polling_takes_the_webhook_away(
    server: StandIn, start: Start, webhook: WebhookSettings
) -> None:
    async with start(webhook=webhook):
        await server.until(lambda: server.calls.answered("setWebhook"))
    async with start():
        await server.until_polled()
    assert server.world.webhook.target is None


@pytest.mark.parametrize("secret", ["", "with blank", "ключ", "x" * 257])
def test_a_secret_that_telegram_refuses_is_refused_at_once(secret: str) -> None:
    with pytest.raises(CannotStart, match="secret"):
        WebhookSettings("https://lotse.example/telegram", secret)
