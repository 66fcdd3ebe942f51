"""Updates a second and how long replies take: Lotse against bots that save nothing.

``python -m benchmarks.throughput [--updates 5000] [--seconds 15] [--profile]``

All bots poll the same stand-in for Telegram's server, one after the other, in one run.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import stages
from benchmarks.bots import Bot, bare, cpu, lotse, running, stock
from benchmarks.crowd import Crowd
from benchmarks.load import Load, Run
from benchmarks.table import show
from tests.standin import StandIn

AT_ONCE, PACE = 100, 100.0
HEADINGS = (
    *("", "updates/s", "CPU µs an update"),
    *("p50 ms, 100 at once", "p99 ms, 100 at once", "p50 ms, 100/s", "p99 ms, 100/s"),
)


@dataclass(frozen=True, slots=True)
class Figures:
    """What one bot did: everything pushed at once, a hundred at once, a hundred a second."""

    name: str
    flood: Run
    cpu: float
    closed: Run
    paced: Run

    def row(self) -> tuple[str, ...]:
        """As a row of the table."""
        times = [run.percentile(p) for run in (self.closed, self.paced) for p in (50, 99)]
        flood = (f"{self.flood.per_second:.0f}", f"{self.cpu / len(self.flood.took) * 1e6:.0f}")
        return (self.name, *flood, *(f"{ms:.1f}" for ms in times))


async def measure(bot: Bot, server: StandIn, options: argparse.Namespace) -> Figures:
    """One bot, from its start to its end."""
    crowd, load = Crowd(), Load(server)
    async with running(bot, server) as process:
        await load.closed(crowd.chooses_languages(), AT_ONCE)
        await load.closed(crowd.talks(options.updates // 5), AT_ONCE)  # warms up
        before = cpu(process)
        flood = await load.closed(crowd.talks(options.updates), options.updates)
        used = cpu(process) - before
        closed = await load.closed(crowd.talks(options.updates), AT_ONCE)
        paced = await load.open(crowd.talks(int(options.seconds * PACE)), PACE)
    return Figures(bot.name, flood, used, closed, paced)


async def measured(options: argparse.Namespace, folder: Path) -> list[Figures]:
    """All bots, each with a stand-in that is new."""
    figures = []
    for make in (stock, lambda server: lotse(server, folder / "lotse.db"), bare):
        async with StandIn(checks=False) as server:
            figures.append(await measure(make(server), server, options))
    return figures


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    options = _parser().parse_args(arguments)
    if options.profile:
        stages.main(["--updates", str(options.updates)])
        return
    gc.set_threshold(100_000, 50, 1000)  # the stand-in's log of calls only grows
    with TemporaryDirectory() as folder:
        figures = asyncio.run(measured(options, Path(folder)))
    show(f"{options.updates} updates", HEADINGS, [each.row() for each in figures])
    _say_ratios(*figures)


def _say_ratios(stock: Figures, lotse: Figures, bare: Figures) -> None:
    rate = lotse.flood.per_second / stock.flood.per_second
    tail = lotse.paced.percentile(99) / bare.paced.percentile(99)
    print(f"Lotse/stock, updates a second: {rate:.2f} (goal: 1.5 or more)")
    print(f"CPU an update, stock/Lotse: {stock.cpu / lotse.cpu:.2f} (also tells on a busy machine)")
    print(f"p99 with 100 at once: {lotse.closed.percentile(99):.0f} ms (goal: under 200)")
    print(f"p99 at 100 a second, Lotse/bare aiohttp: {tail:.2f} (goal: 3 or less)")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--updates", type=int, default=5000)
    parser.add_argument("--seconds", type=float, default=15.0, help="at 100 updates a second")
    parser.add_argument("--profile", action="store_true", help="only where Lotse's time goes")
    return parser


if __name__ == "__main__":
    main()
