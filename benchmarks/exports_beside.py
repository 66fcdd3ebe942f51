"""Whether who chats notices that responses are exported.

``python -m benchmarks.exports_beside [--responses 100000] [--seconds 8] [--rounds 3]``

Updates come at a hundred a second to Lotse with SQLite, by turns alone and while the responses in
the same database are exported with `lotse export responses`, one time after the other.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import resource
import sys
from asyncio.subprocess import DEVNULL
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.bots import Bot, lotse, running
from benchmarks.crowd import Crowd
from benchmarks.exports import CODE, fill
from benchmarks.load import Load
from benchmarks.table import show
from tests.standin import StandIn

AT_ONCE, PACE = 100, 100.0
GOAL = 1.5


@dataclass
class Exports:
    """One export after the other, until they shall end."""

    bot: Bot
    file: Path
    finished: int = 0
    over: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self) -> None:
        """The last one ends before the next round begins, so that it is alone."""
        command = (sys.executable, "-m", "bot", "export", "responses", CODE, str(self.file))
        while not self.over.is_set():
            environment = os.environ | self.bot.environment
            process = await asyncio.create_subprocess_exec(
                *command, env=environment, stdout=DEVNULL
            )
            if await process.wait():
                raise RuntimeError("the export failed")
            self.finished += 1


@dataclass(frozen=True, slots=True)
class Round:
    """99th percentiles in ms, alone and beside exports; how many these were, and their CPU s."""

    alone: float
    beside: float
    exports: int
    cpu: float


async def measured(folder: Path, options: argparse.Namespace) -> list[Round]:
    """All rounds, with one Lotse that is warm."""
    database, crowd = folder / "lotse.db", Crowd()
    async with StandIn(checks=False) as server, running(lotse(server, database), server):
        load = Load(server)
        await load.closed(crowd.chooses_languages(), AT_ONCE)
        await asyncio.to_thread(fill, database, options.responses)
        await load.closed(crowd.talks(int(options.seconds * PACE)), AT_ONCE)  # warms up
        bot, file = lotse(server, database), folder / f"out{options.ending}"
        return [
            await _round(load, crowd, Exports(bot, file), options) for _ in range(options.rounds)
        ]


async def _round(load: Load, crowd: Crowd, exports: Exports, options: argparse.Namespace) -> Round:
    count, before = int(options.seconds * PACE), _used()
    alone = await load.open(crowd.talks(count), PACE)
    async with asyncio.TaskGroup() as group:
        group.create_task(exports.run())
        beside = await load.open(crowd.talks(count), PACE)
        exports.over.set()
    used = _used() - before
    return Round(alone.percentile(99), beside.percentile(99), exports.finished, used)


def _used() -> float:
    """Seconds of CPU of exports that have ended, which are all children that do."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    options = _parser().parse_args(arguments)
    with TemporaryDirectory() as folder:
        rounds = asyncio.run(measured(Path(folder), options))
    headings = ("p99 ms alone", "p99 ms beside", "times", "exports", "their CPU s")
    show("At 100 updates a second", headings, map(_row, rounds))
    alone, beside = median(x.alone for x in rounds), median(x.beside for x in rounds)
    print(f"medians: {alone:.1f} and {beside:.1f} ms, {beside / alone:.2f} times (goal: {GOAL})")


def _row(x: Round) -> tuple[str, ...]:
    times = (f"{x.alone:.1f}", f"{x.beside:.1f}", f"{x.beside / x.alone:.2f}")
    return (*times, str(x.exports), f"{x.cpu:.1f}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--responses", type=int, default=100_000)
    parser.add_argument("--seconds", type=float, default=8.0, help="each, at 100 updates a second")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--ending", default=".xlsx")
    return parser


if __name__ == "__main__":
    main()
