"""Processes that begin together, forked from one that has imported everything: none takes long."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.context import ForkServerProcess
from typing import Any

FORKS = get_context("forkserver")
FORKS.set_forkserver_preload(["tests.warm"])
PATIENCE_S = 120
READY = "ready"
Main = Callable[..., None]


class Twin:
    """A process that does `main(pipe, *words)`: that sends READY, waits for what it is told, and
    sends what came of it.
    """

    def __init__(self, main: Main, words: tuple[Any, ...]) -> None:
        self._pipe, theirs = FORKS.Pipe()
        self._process: ForkServerProcess = FORKS.Process(target=main, args=(theirs, *words))
        self._process.start()
        theirs.close()

    def is_ready(self) -> bool:
        """Waits until it is."""
        return bool(self.hears() == READY)

    def told(self, what: object) -> None:
        """It goes on with that."""
        self._pipe.send(what)

    def hears(self) -> Any:
        """What it sends next."""
        assert self._pipe.poll(PATIENCE_S)
        return self._pipe.recv()

    def ends(self) -> int | None:
        """How it ended: 0 is well."""
        self._process.join(PATIENCE_S)
        return self._process.exitcode

    def kill(self) -> None:
        """Away with it, however it stands."""
        self._process.kill()
        self._process.join()
        self._pipe.close()


@contextmanager
def twins(main: Main, *each: tuple[Any, ...]) -> Iterator[list[Twin]]:
    """A process for each of these words, all ready."""
    made = [Twin(main, words) for words in each]
    try:
        assert all(twin.is_ready() for twin in made)
        yield made
    finally:
        for twin in made:
            twin.kill()


def together(main: Main, what: object, *each: tuple[Any, ...]) -> list[Any]:
    """What each of them sends, all having been told the same at the same time."""
    with twins(main, *each) as running:
        for twin in running:
            twin.told(what)
        heard = [twin.hears() for twin in running]
        assert [twin.ends() for twin in running] == [0] * len(running)
    return heard
