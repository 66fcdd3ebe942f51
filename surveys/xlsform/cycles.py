"""Names that need one another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter

Cycle = tuple[str, ...]


def cycles(needs: Mapping[str, Iterable[str]]) -> tuple[Cycle, ...]:
    """One cycle for each knot of names that need one another, of what each needs:
    {"age": ["birth"], "adult": ["age"]}. Each begins with the name that was given first.
    """
    left = {name: tuple(dict.fromkeys(each)) for name, each in needs.items()}
    places = {name: place for place, name in enumerate(left)}
    found: list[Cycle] = []
    while cycle := _first(left):
        begin = cycle.index(min(cycle, key=places.__getitem__))
        found.append(cycle[begin:] + cycle[:begin])
        # Cut where it closes, so that the next knot shows.
        last = found[-1][-1]
        left[last] = tuple(each for each in left[last] if each not in cycle)
    return tuple(found)


def _first(needs: Mapping[str, Iterable[str]]) -> Cycle:
    try:
        tuple(TopologicalSorter(needs).static_order())
    except CycleError as wrong:
        return tuple(reversed(wrong.args[1][1:]))
    return ()
