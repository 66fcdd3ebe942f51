"""Load on a bot, and how long each reply took."""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict, deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from statistics import quantiles

from benchmarks.crowd import Update, chat_of
from tests.standin import StandIn

PATIENCE = 300.0  # seconds
SHOWN = frozenset({"sendMessage", "editMessageText"})


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds for everything, and those that each reply took."""

    seconds: float
    took: list[float]

    @property
    def per_second(self) -> float:
        """Updates a second."""
        return len(self.took) / self.seconds

    def percentile(self, percent: int) -> float:
        """Milliseconds in which so many of a hundred replies came."""
        return quantiles(self.took, n=100)[percent - 1] * 1000


@dataclass
class Load:
    """Pushes updates and watches the calls for replies, each update's being exactly one.

    The clock starts when an update is handed to the stand-in and stops when the call that shows
    the reply arrives there.
    """

    server: StandIn
    _open: dict[int, deque[float]] = field(default_factory=lambda: defaultdict(deque))
    _in_flight: int = 0
    _looked: int = 0
    _took: list[float] = field(default_factory=list)

    async def closed(self, updates: Iterable[Update], at_once: int) -> Run:
        """As fast as it goes, with at most `at_once` updates unanswered."""
        started = self._begin()
        for update in updates:
            if self._in_flight >= at_once:
                await self._below(at_once)
            self._push(update)
        await self._below(1)
        return Run(time.time() - started, self._took)

    async def open(self, updates: Iterable[Update], per_second: float) -> Run:
        """At a fixed pace, whether or not what came before is answered."""
        started = self._begin()
        for number, update in enumerate(updates):
            wait = started + number / per_second - time.time()
            await asyncio.sleep(max(0.0, wait))
            self._push(update)
        await self._below(1)
        return Run(time.time() - started, self._took)

    def _begin(self) -> float:
        self._took = []
        return time.time()

    def _push(self, update: Update) -> None:
        self._in_flight += 1
        self._open[chat_of(update)].append(time.time())
        self.server.push(update)

    async def _below(self, limit: int) -> None:
        if not await self.server.api.bell.until(lambda: self._left() < limit, PATIENCE):
            raise TimeoutError(f"{self._in_flight} updates are not answered")

    def _left(self) -> int:
        calls = self.server.calls
        while self._looked < len(calls):
            call = calls[self._looked]
            self._looked += 1
            if call.method in SHOWN:
                self._answered(int(call.params["chat_id"]), call.at)
        return self._in_flight

    def _answered(self, chat: int, at: float) -> None:
        self._took.append(at - self._open[chat].popleft())
        self._in_flight -= 1
