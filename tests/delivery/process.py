"""`python -m tests.delivery.process DATABASE_URL API_URL TOKEN [RATE]`: delivers until SIGTERM.

A process that can be killed. RATE is messages a second, as many as go without it. The first line
of output is "delivering".
"""

import asyncio
import signal
import sys
from dataclasses import replace
from datetime import timedelta

from bot.background import Stop
from bot.channels.pace import Pace
from bot.channels.telegram_bulk import TelegramBulk
from bot.clock import clock
from bot.delivery import Deliverer
from bot.delivery_outcome import Options
from bot.garbage import quiet_garbage
from models.engine import engine_for
from models.store import Store

PATIENCE_S = 2.0
OPTIONS = replace(Options(), unsure=timedelta(seconds=1), look_again=0.2)


async def deliver(database: str, url: str, token: str, rate: float) -> None:
    """Until SIGTERM."""
    store, stop = Store(engine_for(database)), Stop()
    bulk = TelegramBulk(token, url, Pace(rate, stop), PATIENCE_S)
    deliverer = Deliverer(store, {"telegram": bulk}, clock, stop, OPTIONS)
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.ask)
    sys.stdout.write("delivering\n")
    sys.stdout.flush()
    quiet_garbage()
    await deliverer.run()
    store.close()


def main(database: str, url: str, token: str, rate: str = "inf") -> None:
    """Deliver, in a loop of its own."""
    asyncio.run(deliver(database, url, token, float(rate)))


if __name__ == "__main__":
    main(*sys.argv[1:])
