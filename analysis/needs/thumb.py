"""The rule of thumb, to begin with: in each sum at least two withheld figures, of enough people.

It is not enough (`analysis.needs.suppression`), but it leaves little to do for the exact way, and
takes no time.
"""

from __future__ import annotations

from collections.abc import Iterable

from analysis.needs.system import FIXED, TOLERANCE, Equation, System


def by_rule_of_thumb(system: System) -> set[int]:
    """The primary cells, and the cheapest others of each sum that would give them away."""
    withheld = set(system.primaries)
    while more := set(_lacking(system, withheld)):
        withheld |= more
    return withheld


def _lacking(system: System, withheld: set[int]) -> Iterable[int]:
    for equation in system.equations:
        there = [at for at in equation if at in withheld]
        if there and _tells(system, equation, there):
            yield from _cheapest(system, equation, withheld)


def _cheapest(system: System, equation: Equation, withheld: set[int]) -> list[int]:
    """The one published figure of a sum that costs least to withhold, if any may be."""
    free = [at for at in equation if at not in withheld and system.cells[at].cost < FIXED]
    return [min(free, key=lambda at: system.cells[at].cost)] if free else []


def _tells(system: System, equation: Equation, there: list[int]) -> bool:
    """Whether what is published says how much these are, or that they are too few to hide in."""
    need = max(system.cells[at].need for at in there)
    if len(there) == 1:
        return need > 0
    signs = {equation[at] > 0 for at in there}
    together = sum(abs(equation[at]) * system.cells[at].value for at in there)
    return len(signs) == 1 and together < need - TOLERANCE
