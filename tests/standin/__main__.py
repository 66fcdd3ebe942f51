"""`python -m tests.standin [--port 8081] [--token 42:x] [--no-checks]`: the stand-in by itself.

Its state outlives the bot's restarts. `control` says how to drive it over HTTP.
"""

import argparse
import asyncio
import gc
import signal
import sys

from tests.standin.control import Controlled
from tests.standin.server import TOKEN


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.standin", description=__doc__)
    parser.add_argument("--port", type=int, default=8081, help="0 picks a free one")
    parser.add_argument("--token", default=TOKEN)
    parser.add_argument("--no-checks", action="store_true", help="trust the bot, for speed")
    parser.add_argument("--retry-delay", type=float, default=1.0, help="seconds, for webhooks")
    return parser.parse_args()


async def serve(given: argparse.Namespace) -> None:
    """Serves until SIGTERM or SIGINT; the first line of output is the address."""
    server = Controlled(given.token, checks=not given.no_checks, retry_delay=given.retry_delay)
    stopped = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    await server.start(given.port)
    sys.stdout.write(f"{server.url} {server.token}\n")
    sys.stdout.flush()
    await stopped.wait()
    await server.stop()


if __name__ == "__main__":
    # The log of calls only grows; looking through it again and again finds no garbage.
    gc.set_threshold(100_000, 50, 1000)
    asyncio.run(serve(arguments()))
