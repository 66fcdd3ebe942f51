"""Which expression needs which answer: what to evaluate anew after one, and cycles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter


class Graph:
    """Made of what each name needs: {"age": ["birth"], "adult": ["age"]}.

    Names that need nothing may be left out. Names are whatever the caller calls its expressions.
    """

    def __init__(self, needs: Mapping[str, Iterable[str]]) -> None:
        self._needs = {name: tuple(dict.fromkeys(each)) for name, each in needs.items()}
        self._needed_by: dict[str, list[str]] = {}
        for name, needed in self._needs.items():
            for each in needed:
                self._needed_by.setdefault(each, []).append(name)
        self._order: tuple[str, ...] | None = None

    def order(self) -> tuple[str, ...]:
        """All names, each after what it needs, otherwise as they were given.

        Raises:
            ValueError: there is a cycle.
        """
        if self._order is None:
            try:
                self._order = tuple(TopologicalSorter(self._needs).static_order())
            except CycleError as wrong:
                raise ValueError(wrong.args[1]) from None
        return self._order

    def after(self, changed: Iterable[str]) -> tuple[str, ...]:
        """What needs one of these, directly or not, in the order to evaluate it.

        The changed names themselves are among it only where they need one another.
        """
        reached: set[str] = set()
        waiting = list(changed)
        while waiting:
            new = set(self._needed_by.get(waiting.pop(), ())) - reached
            reached |= new
            waiting += new
        return tuple(sorted(reached, key=self._places().__getitem__))

    def cycles(self) -> tuple[tuple[str, ...], ...]:
        """One cycle for each knot of names that need one another, in the order of the form."""
        found = []
        needs = dict(self._needs)
        while True:
            try:
                tuple(TopologicalSorter(needs).static_order())
            except CycleError as wrong:
                cycle = tuple(reversed(wrong.args[1][1:]))
                found.append(self._turned(cycle))
                # Cut where it closes, so that the next knot shows.
                last = found[-1][-1]
                needs[last] = tuple(each for each in needs[last] if each not in cycle)
            else:
                return tuple(found)

    def _places(self) -> Mapping[str, int]:
        return {name: place for place, name in enumerate(self.order())}

    def _turned(self, cycle: tuple[str, ...]) -> tuple[str, ...]:
        """Beginning with the name that was given first."""
        first = min(cycle, key=list(self._needs).index)
        at = cycle.index(first)
        return cycle[at:] + cycle[:at]
