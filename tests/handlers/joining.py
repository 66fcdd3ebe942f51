"""A Lotse in a process of its own to whose door somebody comes with links, one after the other:
`python -m tests.handlers.joining DATABASE ADDRESS`.

Says "ready", reads one line of what to say, separated by tabs, and says the answers as JSON.
"""

import asyncio
import json
import sys

from models.engine import engine_for
from models.store import Store
from models.turn import Sender
from tests.handlers.talking import Somebody, Town


async def talk(database: str, address: str) -> None:
    """Say all of it."""
    store = Store(engine_for(database))
    town = Town(store)
    person = Somebody(town, Sender("web", address, "de"))
    await person.says("/language de")
    say("ready")
    lines = sys.stdin.readline().rstrip("\n").split("\t")
    say(json.dumps([await person.says(line) for line in lines]))
    store.close()


def say(line: str) -> None:
    """To whoever started this process."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(talk(*sys.argv[1:]))
