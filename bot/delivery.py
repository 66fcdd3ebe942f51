"""Delivers what is queued: each row once, by each channel in its own pace."""

from __future__ import annotations

import asyncio
import secrets
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial

from bot.background import Background, Stop
from bot.channels.journey import Carrier, Plain, Sender
from bot.delivery_lane import Lane, Tools
from bot.delivery_ledger import Ledger
from bot.delivery_outcome import Options
from models import delivery
from models.base import Session
from models.delivery_wake import on_queued
from models.leader import lead_of
from models.store import Store

Channels = Mapping[str, Sender | Carrier]
WRITERS = 10
COUNT_AGAIN_S = 30.0
USUAL = Options()


class Deliverer:
    """`run` lives until `stop`. One lane a channel, and in it one leader of all processes.

    Rows are marked `sending` just before they leave and finished afterwards; both are written in
    groups. After a commit that queued something it begins at once.
    """

    def __init__(
        self,
        store: Store,
        channels: Channels,
        clock: Callable[[], datetime],
        stop: Stop,
        options: Options = USUAL,
    ) -> None:
        self.stopping = stop
        ledger = Ledger(store, clock, stop, secrets.token_hex(6))
        self._tools = Tools(store, clock, stop, ledger, options, Counter(SILENT))
        self._lanes: list[Lane] = []
        self._rows: dict[str, float] = {}
        for name, channel in channels.items():
            self.add(name, channel)

    def add(self, name: str, channel: Sender | Carrier) -> None:
        """Deliver over this one too, from the next `run` on."""
        carrier = channel if isinstance(channel, Carrier) else Plain(channel)
        lead = lead_of(self._tools.store.engine, f"delivery-{name}")
        self._lanes.append(Lane(name, carrier, lead, self._tools))

    async def run(self) -> None:
        """Deliver until asked to stop; what has left is waited for, the rest stays queued."""
        tools = self._tools
        on_queued(tools.store.engine, partial(_call, asyncio.get_running_loop(), self.wake))
        async with Background(WRITERS) as writing:
            tools.ledger.write_in(writing)
            await self._run_lanes()

    async def _run_lanes(self) -> None:
        async with asyncio.TaskGroup() as running:
            running.create_task(self._count())
            for lane in self._lanes:
                running.create_task(lane.run())

    def stop(self) -> None:
        """Send nothing new."""
        self.stopping.ask()

    def wake(self) -> None:
        """Look for rows now."""
        for lane in self._lanes:
            lane.wake()

    def counted(self) -> Mapping[str, float]:
        """Figures for /metrics: what this process did, and how many rows there are by state."""
        return {**self._tools.counters, **self._rows}

    async def _count(self) -> None:
        async with Background(1) as reading:
            while not self._tools.stop.asked:
                reading.start(self._read_counts())
                await self._tools.stop.sleep(COUNT_AGAIN_S)

    async def _read_counts(self) -> None:
        self._rows = await self._tools.store.read(_by_state)


SILENT = {
    "delivery_sent_total": 0,
    "delivery_failed_total": 0,
    "delivery_gone_total": 0,
    "delivery_doubtful_total": 0,
    "delivery_retried_total": 0,
}


def _by_state(session: Session) -> dict[str, float]:
    rows: Counter[str] = Counter()
    for (_, state), number in delivery.counts(session).items():
        rows[f"delivery_{state}"] += number
    return {**rows, "delivery_sent_again": delivery.sent_again(session)}


def _call(loop: asyncio.AbstractEventLoop, wake: Callable[[], None]) -> None:
    """From the thread that committed."""
    if not loop.is_closed():
        loop.call_soon_threadsafe(wake)
