"""How long what one side of a conversation says takes to reach the other.

``python -m benchmarks.relay [--threads 200] [--counsellors 20] [--per-second 10] [--seconds 60]
[--rate 1000]``

Lotse with SQLite is one process, the stand-in for Telegram's server another, without any limits of
its own. The clock runs from the update that says something to the call that shows it to the other
side. Half of it is said by askers, half by counsellors, at random times, each in a thread of ten.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
import re
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import quantiles
from tempfile import TemporaryDirectory

from benchmarks.bots import Bot, cpu, lotse, running
from benchmarks.crowd import chat_of
from benchmarks.table import show
from benchmarks.talkers import Pair, answers, asks, begin, hello
from bot.cli.importing import fill_demo
from bot.secret import survey_secret
from bot.settings import Settings
from models.engine import engine_for
from models.store import Store
from models.upgrading import upgrade
from tests.standin import StandIn

KEY = "a secret for a measurement"
WORD = re.compile(r"Nachricht-(\d+)\W*$")
"""At the end of what is handed on; a card of the thread ends with something else."""
PATIENCE_S, WARM_UP_S = 60.0, 10.0


@dataclass
class Relay:
    """What was said and what arrived, by number: when, and to whom."""

    server: StandIn
    pairs: list[Pair]
    said: dict[int, tuple[float, int]] = field(default_factory=dict)
    came: dict[int, float] = field(default_factory=dict)
    times: Counter[int] = field(default_factory=Counter)
    order: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    looked: int = 0

    async def talk(self, per_second: float, seconds: float) -> None:
        """So many messages a second, at random times, until all have arrived."""
        rng, at = Random(7), time.time()
        number, end = len(self.said), at + seconds
        while (at := at + rng.expovariate(per_second)) < end:
            number += 1
            await asyncio.sleep(max(0.0, at - time.time()))
            self._say(number, rng)
        await self.server.api.bell.until(lambda: self._left() == 0, PATIENCE_S)

    def _say(self, number: int, rng: Random) -> None:
        pair, words = rng.choice(self.pairs), f"Nachricht-{number}"
        by_asker = bool(rng.getrandbits(1))
        self.said[number] = (time.time(), pair.counsellor if by_asker else pair.asker)
        for update in asks(pair, words) if by_asker else answers(pair, words):
            self.server.push(update)

    def _left(self) -> int:
        calls = self.server.calls
        while self.looked < len(calls):
            call = calls[self.looked]
            self.looked += 1
            found = WORD.search(str(call.params.get("text", "")))
            if found and call.method == "sendMessage":
                self._arrived(int(found[1]), int(call.params["chat_id"]), call.at)
        return len(self.said) - len(self.came)

    def _arrived(self, number: int, chat: int, at: float) -> None:
        if chat != self.said[number][1]:
            return  # it was shown to who said it: whom is this for?
        self.times[number] += 1
        self.came.setdefault(number, at)
        self.order[chat].append(number)

    def row(self, name: str, used: float) -> tuple[str, ...]:
        """As a row of the table."""
        self._left()
        took = [self.came[number] - self.said[number][0] for number in self.came]
        cuts = quantiles(took, n=100)
        figures = (cuts[49], cuts[94], cuts[98], max(took))
        turned = sum(numbers != sorted(numbers) for numbers in self.order.values())
        lost, doubled = len(self.said) - len(self.came), sum(x > 1 for x in self.times.values())
        counts = (len(self.said), lost, doubled, turned)
        micros = used / len(self.said) * 1e6
        shown = (*(f"{figure * 1000:.0f}" for figure in figures), *map(str, counts))
        return (name, *shown, f"{micros:.0f}")


HEADINGS = (
    *("allowed", "p50 ms", "p95 ms", "p99 ms", "most ms", "said", "not sent", "doubled"),
    *("chats in disorder", "CPU µs a message"),
)


def prepared(database: Path, options: argparse.Namespace) -> list[Pair]:
    """The demo town with open threads."""
    url = f"sqlite:///{database}"
    upgrade(url)
    store, secret = Store(engine_for(url)), survey_secret(_settings(url))
    with store.transaction() as session:
        fill_demo(session)
        pairs = begin(session, secret, options.threads, options.counsellors)
    store.close()
    return pairs


def _settings(url: str) -> Settings:
    return Settings(_env_file=None, database_url=url, secret_key=KEY)


def _bot(server: StandIn, database: Path, rate: int) -> Bot:
    plain = lotse(server, database)
    more = {"LOTSE_SECRET_KEY": KEY, "LOTSE_TELEGRAM_RATE": str(rate)}
    return Bot(plain.name, ("-m", "bot", "run"), plain.environment | more)


async def measure(options: argparse.Namespace, folder: Path) -> tuple[str, ...]:
    """From the start of Lotse to its end."""
    database = folder / "lotse.db"
    pairs = prepared(database, options)
    async with (
        StandIn(checks=False) as server,
        running(_bot(server, database, options.rate), server) as process,
    ):
        await _all_known(server, pairs)
        await Relay(server, pairs).talk(options.per_second, WARM_UP_S)
        warm, before = Relay(server, pairs, looked=len(server.calls)), cpu(process)
        await warm.talk(options.per_second, options.seconds)
        return warm.row(f"{options.rate}/s", cpu(process) - before)


async def _all_known(server: StandIn, pairs: list[Pair]) -> None:
    updates = list(hello(pairs))
    for update in updates:
        server.push(update)
    chats = {chat_of(update) for update in updates}

    def known() -> bool:
        shown = (call for call in server.calls if call.method == "sendMessage")
        return chats <= {int(call.params["chat_id"]) for call in shown}

    assert await server.api.bell.until(known, PATIENCE_S)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--threads", type=int, default=200)
    parser.add_argument("--counsellors", type=int, default=20)
    parser.add_argument("--per-second", type=float, default=10.0)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--rate", type=int, default=1000, help="LOTSE_TELEGRAM_RATE")
    options = parser.parse_args(arguments)
    gc.set_threshold(100_000, 50, 1000)  # the stand-in's log of calls only grows
    with TemporaryDirectory() as folder:
        row = asyncio.run(measure(options, Path(folder)))
    title = f"{options.threads} threads, {options.counsellors} counsellors"
    show(f"{title}, {options.per_second:g} messages a second", HEADINGS, [row])
    print(f"goal: p99 under 300 ms; load of this machine: {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
