"""Prepares news and sends them, until it is killed; `tests.nursery` makes it."""

from __future__ import annotations

import asyncio
import sys
from datetime import datetime
from functools import partial

from benchmarks.newsroom import daytime, tick
from bot.background import Stop
from bot.channels.pace import Pace
from bot.channels.telegram_bulk import TelegramBulk
from bot.delivery import Deliverer
from bot.garbage import quiet_garbage
from models.engine import engine_for
from models.store import Store
from tests.delivery.process import OPTIONS, PATIENCE_S

TICK_S = 0.2


def main(database: str, url: str, token: str, rate: str, shift: str) -> None:
    """In a loop of its own."""
    asyncio.run(work(database, TelegramBulk(token, url, _pace(rate), PATIENCE_S), float(shift)))


async def work(database: str, bulk: TelegramBulk, shift: float) -> None:
    """For as long as it lives. `shift`: seconds by which its clock is another one."""

    def now() -> datetime:
        return daytime(shift)

    store, stop = Store(engine_for(database)), Stop()
    deliverer = Deliverer(store, {"telegram": bulk}, now, stop, OPTIONS)
    quiet_garbage()
    async with asyncio.TaskGroup() as running:
        running.create_task(deliverer.run())
        sys.stdout.write("working\n")
        sys.stdout.flush()
        while True:
            while await store.write(partial(tick, shift=shift), alone=True):
                pass
            await asyncio.sleep(TICK_S)


def _pace(rate: str) -> Pace:
    return Pace(float(rate), Stop())
