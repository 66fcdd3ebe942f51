"""A Lotse in a process of its own: `python -m tests.jobs.working DATABASE API TOKEN MOMENT`.

Says "ready", waits for a line, runs all jobs together ROUNDS times while it delivers, says as JSON
how many rows each job touched, and delivers on until SIGTERM. It begins at MOMENT, the town's
wall time.
"""

import asyncio
import json
import signal
import sys
from collections import Counter
from datetime import datetime, timedelta
from math import inf
from time import monotonic

from bot.background import Stop
from bot.channels.pace import Pace
from bot.channels.telegram_bulk import TelegramBulk
from bot.delivery import Deliverer
from jobs import Job, jobs_in
from models.engine import engine_for
from models.store import Store
from tests.delivery.process import OPTIONS, PATIENCE_S
from tests.jobs.reminding import surroundings, wall

ROUNDS = 10


def say(line: str) -> None:
    """To whoever started this process."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


async def work(database: str, bot_api: tuple[str, str], moment: datetime) -> None:
    """Until SIGTERM."""
    began = monotonic()

    def now() -> datetime:
        return moment + timedelta(seconds=monotonic() - began)

    store, stop = Store(engine_for(database)), Stop()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.ask)
    url, token = bot_api
    bulk = TelegramBulk(token, url, Pace(inf, stop), PATIENCE_S)
    deliverer = Deliverer(store, {"telegram": bulk}, now, stop, OPTIONS)
    async with asyncio.TaskGroup() as running:
        running.create_task(deliverer.run())
        say(json.dumps(await touched(store, now())))
    store.close()


async def touched(store: Store, now: datetime) -> Counter[str]:
    """Every job many times, all at once, so that they share transactions."""
    jobs = jobs_in(surroundings(channels=["telegram"]))

    async def one(job: Job, at: datetime) -> tuple[str, int]:
        return job.name, await store.write(lambda session: job.run(session, at))

    found: Counter[str] = Counter()
    for number in range(ROUNDS):
        at = now + timedelta(seconds=number)
        for name, rows in await asyncio.gather(*(one(job, at) for job in jobs)):
            found[name] += rows
    return found


if __name__ == "__main__":
    _, database, url, token, moment = sys.argv
    say("ready")
    sys.stdin.readline()
    asyncio.run(work(database, (url, token), wall(moment)))
