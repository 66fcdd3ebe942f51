"""Processes that deliver, forked from one that has imported everything: one starts in no time.

`python -m tests.delivery.nursery` reads lines `DATABASE_URL API_URL TOKEN RATE`, forks for each
a process that says its number and then that it delivers.
"""

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
import traceback
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from subprocess import PIPE

from tests.delivery import process
from tests.house.project import ROOT


@dataclass(frozen=True)
class Killable:
    """A process that is not this one's child."""

    number: int

    def kill(self) -> None:
        """With -9."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.number, signal.SIGKILL)

    async def gone(self) -> None:
        """Returns when there is no such process."""
        with contextlib.suppress(ProcessLookupError):
            while True:
                os.kill(self.number, 0)
                await asyncio.sleep(0.005)


class Nursery:
    """Has them."""

    def __init__(self, mother: subprocess.Popen[str]) -> None:
        self._mother = mother

    @contextlib.asynccontextmanager
    async def process(
        self, database: str, bot_api: tuple[str, str], rate: str = "inf"
    ) -> AsyncIterator[Killable]:
        """A process that delivers over `bot_api` (address, token), killed at the end."""
        wanted = " ".join((database, *bot_api, rate))
        child = Killable(int(await asyncio.to_thread(self._ask, wanted)))
        try:
            assert await asyncio.to_thread(self._line) == "delivering"
            yield child
        finally:
            child.kill()
            await child.gone()

    def _ask(self, question: str) -> str:
        assert self._mother.stdin is not None
        self._mother.stdin.write(f"{question}\n")
        self._mother.stdin.flush()
        return self._line()

    def _line(self) -> str:
        assert self._mother.stdout is not None
        return self._mother.stdout.readline().strip()


@contextlib.contextmanager
def nursery() -> Iterator[Nursery]:
    """One for many tests."""
    command = (sys.executable, "-m", "tests.delivery.nursery")
    with subprocess.Popen(command, cwd=ROOT, text=True, stdin=PIPE, stdout=PIPE) as mother:
        yield Nursery(mother)  # it ends when nobody can ask any more


def bear() -> None:
    """A child for each line; nobody waits for them but the system."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for line in sys.stdin:
        if os.fork() == 0:
            live(line)


def live(line: str) -> None:
    """Never returns: what follows is the mother's."""
    try:
        sys.stdout.write(f"{os.getpid()}\n")
        process.main(*line.split())
    except BaseException:  # noqa: BLE001  nobody else would say what it was
        traceback.print_exc()
    finally:
        os._exit(0)


if __name__ == "__main__":
    bear()
