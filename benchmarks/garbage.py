"""How long Python's full garbage collections hold up a running bot.

``python -m benchmarks.garbage [--updates 2000]``

The whole Lotse with Telegram, put together as `lotse run` does, in this process, while the
stand-in for Telegram's server is another. After so many updates the collector is called again
and again, and how long everybody has to wait is what counts.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import thread_time

from pydantic import SecretStr

from benchmarks.crowd import Crowd, Update
from benchmarks.remote import Remote, remote
from bot.cli.importing import fill_demo
from bot.main import Lotse, composed
from bot.settings import Settings
from models.engine import engine_for
from models.store import Store
from models.upgrading import upgrade

AT_ONCE, COLLECTIONS, GOAL = 100, 20, 10.0


async def measured(folder: Path, updates: int) -> list[float]:
    """Milliseconds of each full collection of a bot that has handled so many updates."""
    async with remote() as server:
        settings = _settings(folder, server)
        store = _filled(settings)
        lotse = composed(settings, store)
        try:
            return await _pauses(lotse, server, updates)
        finally:
            store.close()


async def _pauses(lotse: Lotse, server: Remote, updates: int) -> list[float]:
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(lotse.serve())
        crowd = Crowd()
        await _talk(server, chain(crowd.chooses_languages(), crowd.talks(updates)))
        pauses = [_collection() for _ in range(COLLECTIONS)]
        lotse.stopping.set()
    return pauses


def _settings(folder: Path, server: Remote) -> Settings:
    return Settings(
        _env_file=None,
        database_url=f"sqlite:///{folder / 'lotse.db'}",
        telegram_token=SecretStr(server.token),
        telegram_api_url=server.url,
        http_port=0,
    )


def _filled(settings: Settings) -> Store:
    upgrade(settings.database_url)
    store = Store(engine_for(settings.database_url))
    with store.transaction() as session:
        fill_demo(session)
    return store


async def _talk(server: Remote, updates: Iterator[Update]) -> None:
    pushed = 0
    while batch := list(islice(updates, AT_ONCE)):
        await server.push(batch)
        pushed += len(batch)
        await server.replied(pushed)


def _collection() -> float:
    started = thread_time()  # not what other processes take meanwhile
    gc.collect()
    return (thread_time() - started) * 1000


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--updates", type=int, default=2000)
    updates = parser.parse_args(arguments).updates
    with TemporaryDirectory() as folder:
        pauses = asyncio.run(measured(Path(folder), updates))
    print(f"after {updates} updates, {len(gc.get_objects())} objects looked at:", end=" ")
    print(f"median {median(pauses):.1f} ms, at most {max(pauses):.1f} ms", end=" ")
    print(f"of {COLLECTIONS} full collections (goal: under {GOAL:.0f} ms)")


if __name__ == "__main__":
    main()
