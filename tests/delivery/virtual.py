"""An event loop whose time a test owns: it jumps to whatever is due next."""

import asyncio
import selectors
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

R = TypeVar("R")


class Jumping(selectors.SelectSelector):
    """Waits for nothing: when the loop would wait, time has passed already."""

    now = 0.0

    def select(self, timeout: float | None = None) -> Any:
        if timeout is None:
            raise RuntimeError("everybody waits for something that never happens")
        self.now += timeout
        return super().select(0)


class VirtualLoop(asyncio.SelectorEventLoop):
    """Its `time()` is the selector's."""

    def __init__(self) -> None:
        self.selector = Jumping()
        super().__init__(self.selector)

    def time(self) -> float:
        return self.selector.now


def run(main: Callable[[], Coroutine[Any, Any, R]]) -> R:
    """`main()` in virtual time, which begins at 0."""
    loop = VirtualLoop()
    try:
        return loop.run_until_complete(main())
    finally:
        loop.close()


def most_in_a_second(times: Sequence[float]) -> int:
    """The largest number of times within any window of one second, its end not included."""
    ordered, start, most = sorted(times), 0, 0
    for end, time in enumerate(ordered):
        while time - ordered[start] >= 1.0 - 1e-9:
            start += 1
        most = max(most, end - start + 1)
    return most
