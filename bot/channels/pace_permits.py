"""The cap: never more messages within a second than allowed, as the messenger sees them."""

from __future__ import annotations

import math
from bisect import bisect_right, insort

SLACK_S = 0.002
UNSEEN_S = 0.05
ENOUGH = 100
CREEP = 0.01  # a second
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
        self._cooling: list[float] = []  # sorted: when the message of each was answered
        self._ways = Ways()

    def wait(self, now: float, ahead: int = 0) -> float:
        """Seconds until there is one for whoever has so many others ahead, 0.0 for now.

        If it has to be one that is out, its answer is not in sight: then at least these.
        """
        cool = now - 1.0 + self._ways.floor()
        del self._cooling[: bisect_right(self._cooling, cool)]
        missing = self._out + len(self._cooling) + ahead + 1 - self._most
        if missing <= 0:
            return 0.0
        known = missing <= len(self._cooling)
        return self._cooling[int(missing) - 1] - cool if known else UNSEEN_S

    def take(self) -> None:
        """A message leaves."""
        self._out += 1

    def give_back(self, left: float, answered: float) -> None:
        """The message that left then was answered."""
        self._out -= 1
        self._ways.saw(answered - left, answered)
        insort(self._cooling, answered)

    def use(self, number: int, now: float) -> None:
        """So many were sent by somebody who asked for no permit."""
        for _ in range(number):
            insort(self._cooling, now + self._ways.floor())


class Ways:
    """How long a message is under way, there and back."""

    def __init__(self) -> None:
        self._number = 0
        self._last = 0.0
        self._shortest = math.inf
        self._typical = 0.0

    def saw(self, way: float, now: float) -> None:
        """One more took so many seconds."""
        self._number += 1
        self._typical += (way - self._typical) * max(WEIGHT, 1 / self._number)
        # Creeps up, so that one quick answer long ago does not count for ever.
        self._shortest = min(way, self._shortest * (1 + CREEP * (now - self._last)))
        self._last = now

    def floor(self) -> float:
        """What every way takes, guessed low: the shortest, less what others took more than it."""
        if self._number < ENOUGH:
            return 0.0
        return max(0.0, 2 * self._shortest - self._typical - SLACK_S)
