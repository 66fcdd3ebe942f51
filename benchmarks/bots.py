"""Bots to measure, each a process of its own that polls the stand-in."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from asyncio.subprocess import DEVNULL, Process
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.standin import StandIn

START = 60.0  # seconds
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Bot:
    """How to start one: arguments of Python, and its environment."""

    name: str
    arguments: Sequence[str]
    environment: dict[str, str] = field(default_factory=dict)


def lotse(server: StandIn, database: Path) -> Bot:
    """The real thing, with the demo town."""
    settings = {
        "LOTSE_DATABASE_URL": f"sqlite:///{database}",
        "LOTSE_TELEGRAM_TOKEN": server.token,
        "LOTSE_TELEGRAM_API_URL": server.url,
        "LOTSE_HTTP_PORT": "0",
    }
    return Bot("Lotse", ("-m", "bot", "run", "--demo"), settings)


def stock(server: StandIn) -> Bot:
    """aiogram as its documentation shows it: echoes, and saves nothing."""
    return Bot("stock aiogram echo", ("-m", "benchmarks.echo_aiogram", server.url, server.token))


def bare(server: StandIn) -> Bot:
    """No framework at all."""
    return Bot("bare aiohttp echo", ("-m", "benchmarks.echo_aiohttp", server.url, server.token))


@contextlib.asynccontextmanager
async def running(bot: Bot, server: StandIn) -> AsyncIterator[Process]:
    """The bot's process, from the moment it waits for updates."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, *bot.arguments, env=os.environ | bot.environment, stdout=DEVNULL
    )
    try:
        await server.until_polled(START)
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.terminate()
        await process.wait()


def cpu(process: Process) -> float:
    """Seconds of CPU that a process has used so far (proc(5): utime and stime)."""
    fields = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS
