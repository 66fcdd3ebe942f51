"""The stand-in for Telegram's server as a process of its own, if need be far away."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from asyncio import StreamReader, StreamWriter
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import Any

import aiohttp

FIRST = 1_000_000
CHUNK = 65_536


@dataclass(frozen=True, slots=True)
class Messenger:
    """Where it is, and what it saw."""

    url: str
    token: str

    @property
    def address(self) -> str:
        """Of `sendMessage`."""
        return f"{self.url}/bot{self.token}/sendMessage"

    async def meet(self, people: int) -> None:
        """Make chats with so many people; their numbers begin at FIRST."""
        updates = [_hello(FIRST + number) for number in range(people)]
        for start in range(0, people, 1000):
            await self._ask("/_push", updates[start : start + 1000])

    async def enforce(self, per_second: int) -> None:
        """Answer 429 to more messages than that within any second."""
        await self._ask("/_flood", {"per_second": per_second})

    async def sent(self, since: int = 0, until: int | None = None) -> list[dict[str, Any]]:
        """Calls of sendMessage among those from `since` until before `until`: `params`, `at`
        (seconds) and `code`.
        """
        end = "" if until is None else f"&until={until}"
        answer = await self._ask(f"/_calls?since={since}{end}")
        return [call for call in answer["calls"] if call["method"] == "sendMessage"]

    async def number_of_calls(self) -> int:
        """How many there were."""
        answer = await self._ask(f"/_calls?since={10**9}")
        return int(answer["next"])

    async def _ask(self, path: str, body: Any = None) -> Any:
        method = "GET" if body is None else "POST"
        async with (
            aiohttp.ClientSession() as session,
            session.request(method, f"{self.url}{path}", json=body) as response,
        ):
            response.raise_for_status()
            return await response.json()


@contextlib.asynccontextmanager
async def messenger(*options: str) -> AsyncIterator[Messenger]:
    """A stand-in that trusts the bot, from its start to its end."""
    arguments = ("-m", "tests.standin", "--port", "0", "--no-checks", *options)
    process = await asyncio.create_subprocess_exec(sys.executable, *arguments, stdout=PIPE)
    assert process.stdout is not None
    url, token = (await process.stdout.readline()).decode().split()
    try:
        yield Messenger(url, token)
    finally:
        process.terminate()
        await process.wait()


@contextlib.asynccontextmanager
async def among(people: int) -> AsyncIterator[Messenger]:
    """A server at which so many people wait."""
    async with messenger() as server:
        await server.meet(people)
        yield server


@contextlib.asynccontextmanager
async def far_away(near: Messenger, way: float) -> AsyncIterator[str]:
    """An address at which everything takes so many seconds more, each way."""
    port = int(near.url.rpartition(":")[2])

    async def forward(reader: StreamReader, writer: StreamWriter) -> None:
        there_reader, there_writer = await asyncio.open_connection("127.0.0.1", port)
        async with asyncio.TaskGroup() as ways:
            ways.create_task(_late(reader, there_writer, way))
            ways.create_task(_late(there_reader, writer, way))

    server = await asyncio.start_server(forward, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"


async def _late(reader: StreamReader, writer: StreamWriter, way: float) -> None:
    loop = asyncio.get_running_loop()
    with contextlib.suppress(ConnectionError):
        while data := await reader.read(CHUNK):
            loop.call_later(way, writer.write, data)
    loop.call_later(way, writer.close)


def most_in_a_second(times: Sequence[float]) -> int:
    """The largest number within any window of one second, its end not included."""
    ordered, start, most = sorted(times), 0, 0
    for end, time in enumerate(ordered):
        while time - ordered[start] >= 1.0:
            start += 1
        most = max(most, end - start + 1)
    return most


def _hello(number: int) -> dict[str, Any]:
    user = {"id": number, "is_bot": False, "first_name": "Amal"}
    chat = {"id": number, "type": "private", "first_name": "Amal"}
    return {"message": {"message_id": 1, "date": 1, "chat": chat, "from": user, "text": "Hallo"}}
