"""The cap: never more messages within a second than allowed, as the messenger sees them."""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager

SLACK_S = 0.002
ENOUGH = 100
CREEP = 1.001
WEIGHT = 0.02


class Permits:
    """`rate` permits, each free again one second after its message was answered.

    The messenger sees a message between its departure and its answer. So two messages with the
    same permit are seen at least a second apart, and no second sees more messages than there are
    permits, whatever delays there were. Only what every way takes is taken off that second.
    """

    def __init__(self, rate: float) -> None:
        self._most = rate if rate == math.inf else max(1, math.floor(rate))
        self._out = 0
        self._cooling: list[float] = []
        self._ways = Ways()

    def wait(self, now: float) -> float:
        """Seconds until one may be free, 0.0 when one is."""
        while self._cooling and self._cooling[0] <= now:
            heapq.heappop(self._cooling)
        if self._out + len(self._cooling) < self._most:
            return 0.0
        return self._cooling[0] - now if self._cooling else SLACK_S

    @contextmanager
    def one(self, time: Callable[[], float]) -> Iterator[None]:
        """A permit for the way of one message."""
        left = time()
        self._out += 1
        try:
            yield
        finally:
            self._out -= 1
            answered = time()
            self._ways.saw(answered - left)
            heapq.heappush(self._cooling, answered + 1.0 - self._ways.floor())

    def use(self, number: int, now: float) -> None:
        """So many were sent by somebody who asked for no permit."""
        for _ in range(number):
            heapq.heappush(self._cooling, now + 1.0)


class Ways:
    """How long a message is under way, there and back."""

    def __init__(self) -> None:
        self._number = 0
        self._shortest = math.inf
        self._typical = 0.0

    def saw(self, way: float) -> None:
        """One more took so many seconds."""
        self._number += 1
        self._typical += (way - self._typical) * max(WEIGHT, 1 / self._number)
        # Creeps up, so that one quick answer long ago does not count for ever.
        self._shortest = min(way, self._shortest * CREEP)

    def floor(self) -> float:
        """What every way takes, guessed low: the shortest, less what others took more than it."""
        if self._number < ENOUGH:
            return 0.0
        return max(0.0, 2 * self._shortest - self._typical - SLACK_S)
