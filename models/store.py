"""The one way to the database: units of work, many to a commit, and a few readers."""

from __future__ import annotations

import asyncio
import logging
import queue
import threading
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any, TypeVar

from sqlalchemy import Engine, text
from sqlalchemy.orm import Session

from models.engine import to_write
from models.unit import Unit, answer

log = logging.getLogger(__name__)
R = TypeVar("R")

BATCH = 100
READERS = 2
ALONE_AFTER = 0.05  # seconds that a unit waits for a commit to join


def ping(session: Session) -> None:
    """Read something. Raises what the database raises."""
    session.execute(text("SELECT 1")).one()


class Store:
    """Owns the engine. Units are plain functions of a session: they never await and never commit.

    One writer thread takes all units that wait and commits them together (group commit), so a
    slow disk costs one sync for many people. When a unit raises, all of that batch run again, each
    under a savepoint, so that the one is rolled back alone: what a unit does besides the database
    may happen twice. Units run in the order of their calls, so those of one person never race; only
    those that run alone overtake others.

    A writer that sleeps is woken when the event loop has come round, so that what one event
    causes is committed together.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._to_write = to_write(engine)
        self._jobs: deque[Unit] = deque()
        self._companions: deque[Unit] = deque()
        self._loners: deque[Unit] = deque()
        self._wakes: queue.SimpleQueue[bool] = queue.SimpleQueue()
        self._was_alone = False
        self._woken_by: asyncio.AbstractEventLoop | None = None
        self._writer = threading.Thread(target=self._work, name="lotse-writer", daemon=True)
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="lotse-reader")
        self._writer.start()

    async def write(
        self, unit: Callable[[Session], R], *, joins: bool = False, alone: bool = False
    ) -> R:
        """Run `unit` in a transaction; returns after the commit. Raises what the unit raised.

        One that `joins` waits a moment for a commit of others, and comes first in it. One that runs
        `alone` shares its commit with nobody.
        """
        if alone:
            return await self._alone(unit)
        return await self.queue(unit, joins=joins)

    def queue(self, unit: Callable[[Session], R], *, joins: bool = False) -> asyncio.Future[R]:
        """Like `write`, but already in line before anybody awaits it."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[R] = loop.create_future()
        if joins:
            self._companions.append(Unit(unit, loop, future))
            loop.call_later(ALONE_AFTER, self._wakes.put, True)
        else:
            self._jobs.append(Unit(unit, loop, future))
            self._wake_soon(loop)
        return future

    async def read(self, query: Callable[[Session], R]) -> R:
        """Run `query` on a reader; what it changes is rolled back."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._readers, self._query, query)

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """One transaction in this thread, for the command line and for tests."""
        with Session(self._to_write, expire_on_commit=False) as session, session.begin():
            yield session

    def close(self) -> None:
        """Finish what is queued, then give the connections back."""
        self._wakes.put(False)
        self._writer.join()
        self._readers.shutdown()
        self.engine.dispose()

    def _query(self, query: Callable[[Session], R]) -> R:
        with Session(self.engine) as session:
            return query(session)

    def _alone(self, unit: Callable[[Session], R]) -> asyncio.Future[R]:
        loop = asyncio.get_running_loop()
        future: asyncio.Future[R] = loop.create_future()
        self._loners.append(Unit(unit, loop, future))
        self._wakes.put(True)
        return future

    def _wake_soon(self, loop: asyncio.AbstractEventLoop) -> None:
        """After all that is ready to run in the loop by now, once."""
        if self._woken_by is not loop:
            self._woken_by = loop
            loop.call_soon(loop.call_soon, self._wake)

    def _wake(self) -> None:
        self._woken_by = None
        self._wakes.put(True)

    def _work(self) -> None:
        going_on = True
        while going_on:
            going_on = self._wakes.get()
            while batch := self._waiting():
                self._commit(batch)
                answer(batch)

    def _waiting(self) -> list[Unit]:
        """The units that wait now: one alone, or companions first, then at most BATCH others. They
        take turns, so that a job of many parts keeps nobody waiting for more than one of them.
        """
        self._was_alone = bool(self._loners) and not (self._was_alone and self._jobs)
        if self._was_alone:
            return [self._loners.popleft()]
        return [*_taken(self._companions, BATCH), *_taken(self._jobs, BATCH)]

    def _commit(self, batch: list[Unit]) -> None:
        try:
            self._run_all(batch)
        except Exception as error:  # noqa: BLE001  the commit failed: nobody's unit happened
            what = {"units": len(batch), "error": type(error).__qualname__}
            log.error("commit failed", extra=what)  # noqa: TRY400  its words may quote a person
            for job in batch:
                job.error = job.error or error

    def _run_all(self, batch: list[Unit]) -> None:
        try:
            with self.transaction() as session:
                _together(batch, session)
        except _UnitFailed:
            with self.transaction() as session:
                _apart(batch, session)


def _taken(jobs: deque[Unit], most: int) -> list[Unit]:
    return [jobs.popleft() for _ in range(min(most, len(jobs)))]


class _UnitFailed(Exception):
    """A unit raised, and what the others of its transaction did has to be done again."""


def _together(batch: list[Unit], session: Session) -> None:
    """Without savepoints, which take as long as what a small unit does."""
    try:
        for job in batch:
            job.result = job.do(session)
    except Exception as error:
        raise _UnitFailed from error


def _apart(batch: list[Unit], session: Session) -> None:
    for job in batch:
        try:
            job.result = _alone(job, session)
        except Exception as error:  # noqa: BLE001  answered by whoever awaits it
            job.error = error


def _alone(job: Unit, session: Session) -> Any:
    with session.begin_nested():
        return job.do(session)
