"""The stand-in for Telegram's server as a process of its own, for what is measured in this one."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import Any

from aiohttp import ClientSession

from benchmarks.crowd import Update
from benchmarks.load import SHOWN


@dataclass(frozen=True, slots=True)
class Remote:
    """Driven over its control interface."""

    url: str
    token: str
    session: ClientSession

    async def push(self, updates: Sequence[Update]) -> None:
        """Hands over updates, whole or as they are."""
        await self._ask("POST", "_push", updates)

    async def replied(self, times: int) -> None:
        """Returns when the bot has shown so many replies since the start."""
        while await self._shown() < times:
            pass

    async def _shown(self) -> int:
        calls = (await self._ask("GET", "_state"))["calls"]
        return sum(calls.get(method, 0) for method in SHOWN)

    async def _ask(self, method: str, path: str, body: Any = None) -> Any:
        async with self.session.request(method, f"{self.url}/{path}", json=body) as response:
            return await response.json()


@contextlib.asynccontextmanager
async def remote() -> AsyncIterator[Remote]:
    """A stand-in that trusts the bot, from the moment it listens."""
    arguments = ("-m", "tests.standin", "--port", "0", "--no-checks")
    process = await asyncio.create_subprocess_exec(sys.executable, *arguments, stdout=PIPE)
    assert process.stdout
    url, token = (await process.stdout.readline()).decode().split()
    try:
        async with ClientSession() as session:
            yield Remote(url, token, session)
    finally:
        process.terminate()
        await process.wait()
