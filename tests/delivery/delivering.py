"""A Deliverer at work, with Telegram's stand-in or with a channel of a test's own."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from time import monotonic

from bot.background import Stop
from bot.channels.journey import Carrier, Sender
from bot.channels.pace import Pace
from bot.channels.telegram_bulk import TelegramBulk
from bot.delivery import Deliverer
from bot.delivery_outcome import Options
from models.delivery import OPEN, counts
from models.store import Store
from tests.clock import MONDAY_MORNING
from tests.standin import StandIn

BEGAN = monotonic()
QUICK = Options(
    first_delay=timedelta(milliseconds=10),
    longest_delay=timedelta(milliseconds=50),
    unsure=timedelta(milliseconds=50),
    look_again=0.1,
)


def clock() -> datetime:
    """It was Monday morning when these tests began."""
    return MONDAY_MORNING + timedelta(seconds=monotonic() - BEGAN)


def bulk(server: StandIn, stop: Stop, rate: float = 1000, patience: float = 5.0) -> TelegramBulk:
    """Telegram's channel for what is sent unasked."""
    return TelegramBulk(server.token, server.url, Pace(rate, stop), patience)


@asynccontextmanager
async def delivering(
    store: Store,
    channels: Mapping[str, Sender | Carrier],
    stop: Stop | None = None,
    options: Options = QUICK,
) -> AsyncIterator[Deliverer]:
    """A Deliverer that runs, and at the end stops kindly."""
    stop = stop or Stop()
    deliverer = Deliverer(store, channels, clock, stop, options)
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(deliverer.run())
        yield deliverer
        stop.ask()


async def finished(store: Store, within: float = 20.0) -> dict[tuple[str, str], int]:
    """Waits until every row is in a final state; how many there are by kind and state."""

    async def none_is_open() -> bool:
        return not any(state in OPEN for _, state in await store.read(counts))

    await until(none_is_open, within)
    return await store.read(counts)


async def until(holds: Callable[[], Awaitable[object]], within: float = 20.0) -> None:
    """Waits for something that another process or thread does, which rings no bell here."""
    async with asyncio.timeout(within):
        while not await holds():  # noqa: ASYNC110
            await asyncio.sleep(0.02)


async def retried(deliverer: Deliverer) -> None:
    """Waits until something had to be put off."""

    async def counted() -> float:
        return deliverer.counted()["delivery_retried_total"]

    await until(counted)


def with_gone(options: Options, gone: list[tuple[str, str]]) -> Options:
    """Options that note down who is gone."""

    async def note(channel: str, address: str) -> None:
        gone.append((channel, address))

    return replace(options, gone=note)
