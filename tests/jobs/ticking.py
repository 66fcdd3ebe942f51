"""Lotse's reminders in a process of their own: `python -m tests.jobs.ticking URL MOMENT TIMES`.

Says "ready", waits for a line, runs the job so often, a minute of the town's time between.
"""

import sys
from datetime import timedelta

from models.engine import engine_for
from models.store import Store
from tests.jobs.reminding import Town, wall


def main(url: str, moment: str, times: str) -> None:
    """Run the job."""
    store = Store(engine_for(url))
    town = Town(store, halted=True)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    for minute in range(int(times)):
        town.tick(wall(moment) + timedelta(minutes=minute))
    store.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
