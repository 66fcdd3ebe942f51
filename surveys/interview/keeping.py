"""Worlds kept between two steps, so that a step works out only what it changes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock

from surveys.interview.vocabulary import State
from surveys.interview.world import World


class Keeping:
    """The worlds of those who answered last, by all that a state says. Whoever takes one has it
    alone, so that nothing can be seen of whether it was kept or grown anew.
    """

    def __init__(self, most: int = 64) -> None:
        self._most = most
        self._worlds: OrderedDict[Hashable, World] = OrderedDict()
        self._lock = Lock()

    def take(self, state: State) -> World | None:
        """The world of a state, if it is still there."""
        with self._lock:
            return self._worlds.pop(_key(state), None)

    def keep(self, state: State, world: World) -> None:
        """Keep a world for the next step, and let go of the oldest."""
        with self._lock:
            self._worlds[_key(state)] = world
            while len(self._worlds) > self._most:
                self._worlds.popitem(last=False)


def _key(state: State) -> Hashable:
    answers = state.answers
    return (
        frozenset(answers.values.items()),
        frozenset(answers.rows.items()),
        answers.skipped,
        answers.seed,
        state.language,
    )
