"""How many replies come twice when Lotse is killed in full work.

``python -m benchmarks.kill [--kills 20] [--people 400]``
"""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from bot.cli.importing import fill_demo
from models.engine import engine_for
from models.store import Store
from models.upgrading import upgrade
from tests.accident import killing as killings
from tests.accident.killing import EACH, Killing, effects, expected
from tests.nursery import nursery
from tests.standin import StandIn


async def measured(folder: Path, people: int, kills: int) -> tuple[int, bool]:
    """How many replies came twice, and whether every update had exactly one effect."""
    url = f"sqlite:///{folder / 'lotse.db'}"
    upgrade(url)
    store = Store(engine_for(url))
    with store.transaction() as session:
        fill_demo(session)
    with nursery(killings.__name__) as processes:
        async with StandIn() as server:
            killing = Killing(server, url, processes, Random(7))
            await killing.happen(people, kills)
    with store.transaction() as session:
        exactly_once = effects(session) == expected(people)
    store.close()
    return killing.doubled, exactly_once


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--people", type=int, default=400, help=f"each does {EACH} things")
    given = parser.parse_args(arguments)
    with TemporaryDirectory() as folder:
        doubled, once = asyncio.run(measured(Path(folder), given.people, given.kills))
    print(f"{EACH * given.people} updates, killed {given.kills} times:", end=" ")
    print("each had exactly one effect" if once else "NOT each had exactly one effect", end=", ")
    print(f"all replies came in order, {doubled} twice ({doubled / given.kills:.1f} a kill)")


if __name__ == "__main__":
    main()
