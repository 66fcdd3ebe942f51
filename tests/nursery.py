"""Processes forked from one that has imported everything: one starts in no time.

`python -m tests.nursery MODULE` reads lines of words, forks for each a process that says its number
and then does `MODULE.main(*words)`, which says something when it is ready.
"""

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
import traceback
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from subprocess import PIPE

from tests.house.project import ROOT

Main = Callable[..., None]


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
    async def process(self, *words: str) -> AsyncIterator[Killable]:
        """A process that was given these, killed at the end."""
        child = Killable(int(await asyncio.to_thread(self._ask, " ".join(words))))
        try:
            assert await asyncio.to_thread(self._line)
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
def nursery(module: str) -> Iterator[Nursery]:
    """One for many tests, whose processes do what `module` does."""
    command = (sys.executable, "-m", "tests.nursery", module)
    with subprocess.Popen(command, cwd=ROOT, text=True, stdin=PIPE, stdout=PIPE) as mother:
        yield Nursery(mother)  # it ends when nobody can ask any more


def bear(module: str) -> None:
    """A child for each line; nobody waits for them but the system."""
    main: Main = import_module(module).main
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for line in sys.stdin:
        if os.fork() == 0:
            live(main, line)


def live(main: Main, line: str) -> None:
    """Never returns: what follows is the mother's."""
    try:
        sys.stdout.write(f"{os.getpid()}\n")
        sys.stdout.flush()
        main(*line.split())
    except BaseException:  # noqa: BLE001  nobody else would say what it was
        traceback.print_exc()
    finally:
        os._exit(0)


if __name__ == "__main__":
    bear(*sys.argv[1:])
