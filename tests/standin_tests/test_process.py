"""The stand-in as a process of its own, driven over HTTP."""

import asyncio
import signal
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession

ROOT = Path(__file__).parents[2]

UPDATE = {
    "message": {
        "message_id": 4,
        "from": {"id": 5, "is_bot": False, "first_name": "Amal"},
        "chat": {"id": 5, "type": "private", "first_name": "Amal"},
        "date": 1,
        "text": "pushed",
    }
}


class Process:
    """A running `python -m tests.standin`."""

    def __init__(self, session: ClientSession, url: str, token: str) -> None:
        self.session, self.url, self.token = session, url, token

    async def get(self, path: str) -> Any:
        async with self.session.get(f"{self.url}/{path}") as response:
            return await response.json()

    async def post(self, path: str, body: Any) -> Any:
        async with self.session.post(f"{self.url}/{path}", json=body) as response:
            return await response.json()

    async def ask(self, method: str, **params: Any) -> Any:
        return await self.post(f"bot{self.token}/{method}", params)


@pytest.fixture(params=[(), ("--no-checks",)], ids=["checks", "no checks"])
async def process(request: pytest.FixtureRequest) -> AsyncIterator[Process]:
    command = (sys.executable, "-m", "tests.standin", "--port", "0", "--token", "77:x")
    running = await asyncio.create_subprocess_exec(*command, *request.param, cwd=ROOT, stdout=PIPE)
    assert running.stdout is not None
    url, token = (await running.stdout.readline()).decode().split()
    async with ClientSession() as session:
        yield Process(session, url, token)
    running.send_signal(signal.SIGTERM)
    assert await running.wait() == 0


async def test_a_conversation_over_http(process: Process) -> None:
    assert await process.post("_push", [UPDATE, {"broken": True}]) == [1, 2]
    assert await process.post("_say", {"id": 5, "text": "said"}) == 3
    assert await process.post("_press", {"id": 5, "data": "x"}) == 4
    updates = (await process.ask("getUpdates"))["result"]
    assert [update["update_id"] for update in updates] == [1, 2, 3, 4]
    await process.ask("getUpdates", offset=3)
    markup = {"inline_keyboard": [[{"text": "a", "callback_data": "x"}]]}
    sent = await process.ask("sendMessage", chat_id=5, text="Antwort", reply_markup=markup)
    assert sent["ok"]
    screen = await process.get("_screen?id=5")
    assert [message["text"] for message in screen] == ["pushed", "said", "Antwort"]
    state = await process.get("_state")
    assert (state["pushed"], state["pending"], state["violations"]) == (4, 2, [])
    calls = await process.get("_calls?since=2")
    assert [call["method"] for call in calls["calls"]] == ["sendMessage"]
    assert calls["next"] == 3


async def test_forms_are_understood_with_and_without_checks(process: Process) -> None:
    await process.post("_say", {"id": 5, "text": "said"})
    form = {"chat_id": "5", "text": "112", "reply_markup": '{"inline_keyboard": []}'}
    url = f"{process.url}/bot{process.token}/sendMessage"
    async with process.session.post(url, data=form) as response:
        assert (await response.json())["result"]["text"] == "112"


async def test_a_wrong_control_request_says_why(process: Process) -> None:
    assert "error" in await process.post("_say", {"text": "nobody"})
