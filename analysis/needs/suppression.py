"""What else must be withheld so that what is too small cannot be reckoned (Sperrung).

The rule of thumb "at least two suppressed cells in each row and column" is not enough: it misses
sums over several rows, linked tables, and sums that are small themselves. Here each withheld cell
gets a program of its own: the cheapest way to let it move as far as it must. Every figure that
moves with it is withheld too (J. P. Kelly, B. L. Golden, A. A. Assad, Cell suppression: disclosure
protection for sensitive tabular data, Networks 22 (1992); D. Robertson, Cell suppression at
Statistics Canada, 1993). Then the audit looks at all tables together.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator

import numpy as np

from analysis.needs.audit import derivable, examined
from analysis.needs.programs import Program, Unsolved, whole
from analysis.needs.reach import Reach, unsettled
from analysis.needs.system import FIXED, TOLERANCE, System, components, touched
from analysis.needs.thumb import by_rule_of_thumb

ALREADY = 1e-4
"""What a withheld cell costs: nearly nothing, but fewer is better."""


class Unprotectable(Exception):
    """Figures that cannot be hidden even if everything is withheld."""


def suppressed(system: System) -> frozenset[int]:
    """All cells to withhold: the primary ones and those that would give them away.

    Question by question, then whatever the audit still finds over all of them. Raises
    Unprotectable, which would be a fault of the rules.
    """
    withheld = by_rule_of_thumb(system)
    reach = Reach(system.cells)
    loose = examined(system, withheld, reach)
    for part in filter(None, system.parts):
        program = whole(system.cells, system.of(part))
        there = loose.intersection(program.places)
        withheld |= Protection(program, reach, withheld).closed(there)
    while loose := derivable(system, withheld):
        before = len(withheld)
        for lot in _around(system, loose):
            protection = Protection(lot, Reach(system.cells), withheld)
            withheld |= protection.closed(loose.intersection(lot.places))
        if len(withheld) == before:
            raise Unprotectable(f"{len(loose)} figures")
    return frozenset(withheld)


def _around(system: System, loose: set[int]) -> Iterator[Program]:
    """All that hangs together with these, as far as it may be withheld."""
    free = {at for at, cell in enumerate(system.cells) if cell.cost < FIXED}
    for places, equations in components(touched(system.equations, free)):
        if not loose.isdisjoint(places):
            yield Program(system.cells, places, equations)


class Protection:
    """Works on some equations, and withholds more until all that is withheld there is hidden."""

    def __init__(self, program: Program, reach: Reach, withheld: Collection[int]) -> None:
        self._program, self._reach = program, reach
        self._withheld = set(program.places).intersection(withheld)
        self._costs = np.array([program.cells[at].cost for at in program.places])
        self._costs[[program.column[at] for at in self._withheld]] = ALREADY

    def closed(self, targets: Collection[int]) -> set[int]:
        """Hide each target and what is withheld for its sake. Returns all that is withheld here."""
        waiting = deque(unsettled(targets, self._reach))
        while waiting:
            at = waiting.popleft()
            if not self._reach.hidden(at):
                waiting.extend(self._hide(at))
        return self._withheld

    def _hide(self, at: int) -> list[int]:
        """Let this cell move as far as it must. Returns what is withheld because of it."""
        cell, new = self._program.cells[at], []
        if cell.small and cell.value > TOLERANCE:
            new += self._withhold(self._push(at, -cell.value))
        if not self._reach.hidden(at):
            new += self._withhold(self._push(at, self._reach.missing(at)))
        return new

    def _push(self, at: int, by: float) -> list[int]:
        """What moves when this cell moves by so much at the least cost; all if none suffices."""
        for way in (by, -by):
            try:
                change = self._program.cheapest(at, way, self._costs)
            except Unsolved:
                continue
            return self._reach.note(self._program.places, change)
        return [place for place in self._program.places if self._program.cells[place].cost < FIXED]

    def _withhold(self, moved: Collection[int]) -> list[int]:
        new = sorted(set(moved) - self._withheld)
        self._withheld.update(new)
        self._costs[[self._program.column[at] for at in new]] = ALREADY
        return new
