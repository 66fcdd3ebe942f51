"""Writes down what leaves and what became of it, many rows to a transaction."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TypeVar

from bot.background import Background, Stop, delays
from bot.channels import Busy
from bot.trouble import report
from models.base import Session
from models.delivery_work import Entries, Result, write
from models.store import Store

log = logging.getLogger(__name__)
R = TypeVar("R")
TRIES_AT_THE_END = 5
BUSY, ENOUGH = 8, 128
GATHER_S = 0.05
"""A commit costs as much as a hundred rows in it: while there is much to do, entries gather."""


class Ledger:
    """While one transaction is on its way to the disk, the next entries gather.

    What could not be written is kept and written again: only a crash leaves rows in doubt.
    """

    def __init__(
        self, store: Store, clock: Callable[[], datetime], stop: Stop, worker: str
    ) -> None:
        self.worker = worker
        self._store = store
        self._clock = clock
        self._stop = stop
        self._results: list[Result] = []
        self._leaving: dict[int, asyncio.Future[bool]] = {}
        self._background: Background | None = None
        self._idle = asyncio.Event()
        self._idle.set()
        self._enough = asyncio.Event()

    def write_in(self, background: Background) -> None:
        """From now on entries are written, in this background."""
        self._background = background

    async def leave(self, id: int) -> bool:
        """Returns after the commit. False: the row is not this worker's any more."""
        granted: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._leaving[id] = granted
        self._begin()
        return await granted

    def record(self, result: Result) -> None:
        """Written soon, together with others."""
        self._results.append(result)
        self._begin()

    async def settle(
        self, id: int, unit: Callable[[Session], R], result: Callable[[R], Result]
    ) -> R:
        """Both or neither. Raises Busy when the row is not this worker's any more."""

        def both(session: Session) -> R:
            now = self._clock()
            if not write(session, Entries(self.worker, (), (id,), now)):
                raise Busy
            came = unit(session)
            write(session, Entries(self.worker, (result(came),), (), now))
            return came

        return await self._store.write(both)

    async def written(self) -> None:
        """Returns when there is nothing left to write."""
        await self._idle.wait()

    def _begin(self) -> None:
        if len(self._results) + len(self._leaving) >= ENOUGH:
            self._enough.set()
        if self._idle.is_set() and self._background is not None:
            self._idle.clear()
            self._background.start(self._write())

    async def _write(self) -> None:
        try:
            while self._results or self._leaving:
                self._enough.clear()
                busy = await self._some() >= BUSY
                await (self._gathered() if busy else asyncio.sleep(0))
        finally:
            self._idle.set()

    async def _gathered(self) -> None:
        """Until there are enough entries, or for a moment."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._enough.wait(), GATHER_S)

    async def _some(self) -> int:
        """How many entries were written."""
        results, self._results = self._results, []
        leaving, self._leaving = self._leaving, {}
        entries = Entries(self.worker, results, list(leaving), self._clock())
        granted = await self._insist(entries)
        for id, answer in leaving.items():
            if not answer.done():
                answer.set_result(id in granted)
        return len(results) + len(leaving)

    async def _insist(self, entries: Entries) -> set[int]:
        """Until the database takes it, or until Lotse stops and it still does not."""
        for tries, delay in enumerate(delays(0.1, 10.0)):
            try:
                return await self._store.write(partial(write, entries=entries))
            except Exception as error:  # noqa: BLE001  whatever it was, the rows must be written
                report(log, "deliveries not recorded", error)
            if self._stop.asked and tries >= TRIES_AT_THE_END:
                break
            await asyncio.sleep(delay)
        return set()
