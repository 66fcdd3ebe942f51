"""What is doubled when the process that delivers is killed."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from functools import partial
from random import Random

from benchmarks.messenger import Messenger, among, far_away
from benchmarks.sending import queue_all
from benchmarks.table import show
from models.delivery import OPEN, Kind, counts
from models.engine import engine_for
from models.store import Store
from tests.nursery import Killable, Nursery

KILLS, PEOPLE = 10, 90
WAYS_S = (0.0005, 0.025)
Start = Callable[[str], AbstractAsyncContextManager[Killable]]


async def kills(name: str, url: str, processes: Nursery) -> None:
    """At 30 a second, near the server and far from it."""
    store, rows = Store(engine_for(url)), []
    for way in WAYS_S:
        async with among(KILLS * PEOPLE) as near, far_away(near, way) as far:
            start = partial(processes.process, url, far, near.token)
            doubled = await _doubled(store, near, start)
        rows.append((f"{2000 * way:.0f}", str(sum(doubled)), str(max(doubled))))
    store.close()
    headings = ("round trip ms", f"doubled in {KILLS} kills", "most in one")
    show(f"{name}: killed at 30 a second (goal: 2 or fewer)", headings, rows)


async def _doubled(store: Store, near: Messenger, start: Start) -> list[int]:
    """Killed at moments that chance picks: messages seen twice, for each kill."""
    chance, doubled = Random(5), []
    for _ in range(KILLS):
        before = await near.number_of_calls()
        await store.write(partial(queue_all, people=PEOPLE, kind=Kind.REMINDER))
        async with start("30"):
            await _until(partial(_seen, near, before + chance.randrange(5, 60)))
            await asyncio.sleep(chance.uniform(0, 0.1))
        async with start("1000"):
            await _until(partial(_all_ended, store))
        times = Counter(call["params"]["chat_id"] for call in await near.sent(before))
        assert len(times) == PEOPLE
        doubled.append(times.total() - PEOPLE)
    return doubled


async def _seen(server: Messenger, number: int) -> bool:
    return await server.number_of_calls() >= number


async def _all_ended(store: Store) -> bool:
    return not any(state in OPEN for _, state in await store.read(counts))


async def _until(holds: Callable[[], Awaitable[bool]]) -> None:
    while not await holds():  # noqa: ASYNC110  another process does it
        await asyncio.sleep(0.02)
