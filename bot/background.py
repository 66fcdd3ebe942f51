"""Work that nobody waits for: kept in a group, awaited at the end, its errors seen once."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Coroutine, Iterator
from typing import Any, Self, TypeVar

from bot.trouble import report

log = logging.getLogger(__name__)
R = TypeVar("R")


class Background:
    """`async with background:` ends when all that was started has ended.

    A task that fails is logged once, without contents, and harms no other. `room` holds callers
    back while `limit` or more are in hand.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._group = asyncio.TaskGroup()
        self._room = asyncio.Event()
        self._room.set()
        self.in_hand = 0

    async def __aenter__(self) -> Self:
        await self._group.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: Any
    ) -> None:
        try:
            await self._group.__aexit__(kind, error, at)
        except BaseExceptionGroup:
            # Tasks never raise, so the one error in this group is the body's: raised as it was.
            if error is None:
                raise
            raise error from None

    def start(self, work: Coroutine[Any, Any, object]) -> asyncio.Task[None]:
        """Run `work` beside everything else."""
        self._count(1)
        task = self._group.create_task(self._guarded(work))
        task.add_done_callback(lambda _: self._over(work))
        return task

    async def room(self) -> None:
        """Returns when fewer than `limit` are in hand."""
        await self._room.wait()

    async def _guarded(self, work: Coroutine[Any, Any, object]) -> None:
        try:
            await work
        except Exception as error:  # noqa: BLE001  whatever it was, the others go on
            report(log, "background work failed", error)

    def _over(self, work: Coroutine[Any, Any, object]) -> None:
        work.close()  # a task that is cancelled before it began leaves it unawaited
        self._count(-1)

    def _count(self, change: int) -> None:
        self.in_hand += change
        (self._room.set if self.in_hand < self._limit else self._room.clear)()


class Stop:
    """Asked to stop: whoever waits, wakes."""

    def __init__(self) -> None:
        self._asked = asyncio.Event()
        self._deadlines: set[asyncio.Timeout] = set()

    @property
    def asked(self) -> bool:
        """Whether it is time to stop."""
        return self._asked.is_set()

    def ask(self) -> None:
        """From now on everybody finishes."""
        self._asked.set()
        for deadline in self._deadlines:
            deadline.reschedule(0)

    async def wait(self) -> None:
        """Returns when asked to stop."""
        await self._asked.wait()

    async def sleep(self, seconds: float) -> None:
        """Sleep, but wake at once when asked to stop."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._asked.wait(), seconds)

    async def unless(self, work: Coroutine[Any, Any, R]) -> R | None:
        """The result of `work`, or None, and `work` cancelled, when asked to stop before."""
        if self.asked:
            work.close()
            return None
        try:
            async with asyncio.timeout(None) as deadline:
                self._deadlines.add(deadline)
                return await work
        except TimeoutError:
            if not deadline.expired():
                raise
            return None
        finally:
            self._deadlines.discard(deadline)


def delays(first: float, longest: float) -> Iterator[float]:
    """Seconds to wait before each new try: doubling, up to `longest`, for ever."""
    delay = first
    while True:
        yield delay
        delay = min(2 * delay, longest)
