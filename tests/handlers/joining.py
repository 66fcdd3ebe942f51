"""A Lotse in a process of its own to whose door somebody comes with links, one after the other."""

import asyncio
from multiprocessing.connection import Connection

from models.engine import engine_for
from models.store import Store
from models.turn import Sender
from tests.handlers.talking import Somebody, Town
from tests.twins import READY


def main(pipe: Connection, database: str, address: str) -> None:
    """Say all that is heard, and send the answers."""
    asyncio.run(talk(pipe, database, address))


async def talk(pipe: Connection, database: str, address: str) -> None:
    store = Store(engine_for(database))
    person = Somebody(Town(store), Sender("web", address, "de"))
    await person.says("/language de")
    pipe.send(READY)
    lines = pipe.recv()
    pipe.send([await person.says(line) for line in lines])
    store.close()
