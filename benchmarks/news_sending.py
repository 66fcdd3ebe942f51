"""News on their way while their process is killed, and held in between."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from functools import partial
from random import Random
from typing import NamedTuple

from benchmarks.messenger import Messenger
from benchmarks.newsroom import daytime, issue
from bot.clock import clock
from models import news, news_course, news_issue, news_report, shared_queue
from models.base import Session
from models.roles import Deed
from models.store import Store
from tests.nursery import Killable

KILLS = 5
QUIET_S = 3.0
AT_ONCE = 10_000
Start = Callable[[], AbstractAsyncContextManager[Killable]]


class Held(NamedTuple):
    """In seconds: from the wish to the last message, and from the next wish to the next message;
    and for reading how it stands.
    """

    stopped: float
    resumed: float
    progress: float


@dataclass(frozen=True, slots=True)
class Sending:
    """A piece of news in a database, who gets it where, and how a process that sends it starts."""

    store: Store
    server: Messenger
    start: Start
    news: int
    people: int
    shift: float

    async def to_the_end(self) -> Held:
        """Killed at random moments, held once in the middle, then sent to the last."""
        chance = Random(5)
        moments = sorted(chance.sample(range(self.people // 20, self.people * 3 // 4), KILLS))
        held = None
        for kill, moment in enumerate(moments):
            async with self.start():
                await self._seen(moment)
                held = await self._pause() if kill == KILLS // 2 else held
                await asyncio.sleep(chance.uniform(0, 0.3))
        async with self.start():
            await _until(self._is_through)
        assert held is not None
        return held

    async def got(self) -> Counter[int]:
        """How many messages each chat got."""
        found: Counter[int] = Counter()
        for start in range(0, await self.server.number_of_calls(), AT_ONCE):
            calls = await self.server.sent(start, start + AT_ONCE)
            found.update(call["params"]["chat_id"] for call in calls if call["code"] == 200)
        return found

    async def _pause(self) -> Held:
        asked = clock().timestamp()
        await self.store.write(partial(self._do, news_course.pause))
        number = await self.server.number_of_calls()
        await asyncio.sleep(QUIET_S)
        before = await self.server.sent(max(number - AT_ONCE, 0))
        began = time.perf_counter()
        await self.store.read(self._report)
        progress = time.perf_counter() - began
        again = clock().timestamp()
        await self.store.write(partial(self._do, news_course.resume))
        number = await self.server.number_of_calls()
        await self._seen(number + 1)
        after = await self.server.sent(number)
        stopped = max(call["at"] for call in before) - asked
        return Held(stopped, min(call["at"] for call in after) - again, progress)

    def _do(self, deed: Callable[..., object], session: Session) -> None:
        found = news.find(session, self.news)
        assert found is not None
        deed(session, Deed(daytime(self.shift)), found)

    def _report(self, session: Session) -> int:
        return news_report.report(session, issue(session, self.news)).sum("sent")

    def _waits(self, session: Session) -> bool:
        shared = news_issue.shared_ids(session, issue(session, self.news).id)
        return shared_queue.waiting(session, shared)

    async def _is_through(self) -> bool:
        return not await self.store.read(self._waits)

    async def _seen(self, number: int) -> None:
        async def enough() -> bool:
            return await self.server.number_of_calls() >= number

        await _until(enough)


async def _until(holds: Callable[[], Awaitable[bool]]) -> None:
    while not await holds():  # noqa: ASYNC110  another process does it
        await asyncio.sleep(0.02)
