"""Whether who chats notices that responses are exported.

``python -m benchmarks.exports_beside [--responses 100000] [--seconds 15]``

Updates come at a hundred a second to Lotse with SQLite, first alone, then while the responses in
the same database are exported again and again, each time by a child process.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.bots import lotse, running
from benchmarks.crowd import Crowd
from benchmarks.exports import export, fill
from benchmarks.load import Load, Run
from bot.children import in_child
from tests.standin import StandIn

AT_ONCE, PACE = 100, 100.0


async def measured(folder: Path, options: argparse.Namespace) -> tuple[Run, Run]:
    """The same pace without an export, and with one after the other."""
    database, crowd = folder / "lotse.db", Crowd()
    count = int(options.seconds * PACE)
    async with StandIn(checks=False) as server, running(lotse(server, database), server):
        load = Load(server)
        await load.closed(crowd.chooses_languages(), AT_ONCE)
        number = await asyncio.to_thread(fill, database, options.responses)
        await load.closed(crowd.talks(count), AT_ONCE)  # warms up
        without = await load.open(crowd.talks(count), PACE)
        async with asyncio.TaskGroup() as group:
            exports = group.create_task(_again_and_again(database, number))
            during = await load.open(crowd.talks(count), PACE)
            exports.cancel()
    return without, during


async def _again_and_again(database: Path, number: int) -> None:
    with contextlib.suppress(asyncio.CancelledError):
        while True:
            file = database.with_suffix(".xlsx")
            await in_child(export, f"sqlite:///{database}", number, file)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--responses", type=int, default=100_000)
    parser.add_argument("--seconds", type=float, default=15.0, help="at 100 updates a second")
    options = parser.parse_args(arguments)
    with TemporaryDirectory() as folder:
        without, during = asyncio.run(measured(Path(folder), options))
    alone, beside = without.percentile(99), during.percentile(99)
    print(f"p99 at 100 a second: {alone:.1f} ms; while responses are exported: {beside:.1f} ms")
    print(f"{beside / alone:.2f} times as long (goal: 1.5 or less)")


if __name__ == "__main__":
    main()
