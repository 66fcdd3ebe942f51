"""Lotse's reminders in a process of their own."""

from datetime import timedelta
from multiprocessing.connection import Connection

from models.engine import engine_for
from models.store import Store
from tests.jobs.reminding import Town, wall
from tests.twins import READY


def main(pipe: Connection, url: str, moment: str) -> None:
    """Run the job as often as it is told, a minute of the town's time between."""
    store = Store(engine_for(url))
    town = Town(store, halted=True)
    pipe.send(READY)
    times = pipe.recv()
    for minute in range(times):
        town.tick(wall(moment) + timedelta(minutes=minute))
    store.close()
    pipe.send(times)
