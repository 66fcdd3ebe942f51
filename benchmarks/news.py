"""How soon news for very many are prepared, how soon they stop, and what a kill costs.

``python -m benchmarks.news [SQLite PostgreSQL] [--people 100000] [--rate 1000]``

For each database: a piece of news in three languages is prepared for all readers by the real job,
in a process of its own, while somebody else writes every 20 ms. Then it is sent to the stand-in for
Telegram's server, which has no limits here: the process is killed five times (-9) at random
moments, and in between another process holds the news and lets them go on. Nobody may be left out,
and at most what was on its way comes twice.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import multiprocessing
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from benchmarks import news_process
from benchmarks.delivery import databases, opened
from benchmarks.messenger import FIRST, among
from benchmarks.news_sending import KILLS, Sending
from benchmarks.newsroom import Prepared, at_rest, daytime, prepared, publish, settle, to_monday
from benchmarks.table import show
from bot.channels.pace import in_flight
from models.base import Session
from tests.nursery import Nursery, nursery

PREPARING = ("", "seconds", "MB", "MB more", "longest wait of others, ms")
SENDING = ("", "held after s", "goes on after s", "progress ms", "left out", "twice", "at most")


async def measured(name: str, url: str, given: argparse.Namespace, processes: Nursery) -> None:
    """One database, from nothing to the last message."""
    shift = to_monday()
    with opened(url) as store:
        settling, began = partial(_settled, people=given.people, shift=shift), time.perf_counter()
        news = await store.write(settling)
        at_rest(store.engine)
        took = _apart(url, news, shift)
        figures = (f"{took.seconds:.2f}", f"{took.most:.0f}", f"{took.most - took.before:.0f}")
        show(f"{given.people} prepared", PREPARING, [(name, *figures, f"{took.others:.0f}")])
        async with among(given.people) as server:
            words = (url, server.url, server.token, str(given.rate), str(shift))
            start = partial(processes.process, *words)
            sending = Sending(store, server, start, news, given.people, shift)
            held, got = await sending.to_the_end(), await sending.got()
    left_out = sum(got[FIRST + number] == 0 for number in range(given.people))
    twice = got.total() - len(got)
    times = (f"{held.stopped:.2f}", f"{held.resumed:.2f}", f"{1000 * held.progress:.0f}")
    counted = (str(left_out), str(twice), str(KILLS * in_flight(given.rate)))
    show(f"killed {KILLS} times and held once", SENDING, [(name, *times, *counted)])
    print(f"{time.perf_counter() - began:.0f} s in all")


def _settled(session: Session, people: int, shift: float) -> int:
    settle(session, people)
    return publish(session, daytime(shift))


def _apart(url: str, news: int, shift: float) -> Prepared:
    """In a process of its own, whose memory nobody else used."""
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=fresh) as processes:
        return processes.submit(prepared, url, news, shift).result()


async def measure(given: argparse.Namespace) -> None:
    """The databases that were asked for, one after the other."""
    with databases() as urls, nursery(news_process.__name__) as processes:
        for name in given.databases:
            await measured(name, urls[name], given, processes)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    known = ("SQLite", "PostgreSQL")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("databases", nargs="*", default=known, help=", ".join(known))
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--rate", type=float, default=1000.0)
    gc.freeze()
    gc.set_threshold(100_000, 50, 1000)  # as Lotse does when it runs
    asyncio.run(measure(parser.parse_args(arguments)))


if __name__ == "__main__":
    main()
