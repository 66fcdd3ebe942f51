"""The audit: nothing that is withheld can be reckoned from what is published.

Exact, by linear programming: for each withheld figure the least and the greatest value that fits
all published figures, all sums over groups and totals, and all bounds (M. Fischetti, J. J. Salazar,
Models and algorithms for the 2-dimensional cell suppression problem in statistical disclosure
control, Mathematical Programming 84 (1999); the "auditing" of τ-ARGUS' and sdcTable's manuals).
An attacker who also knows that people are whole gets the same in tables of two dimensions and
seldom more in linked ones. What hangs together is solved at once, over all tables of a report.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import numpy as np

from analysis.needs.programs import Program
from analysis.needs.propagation import narrow
from analysis.needs.reach import Reach, throw, unsettled
from analysis.needs.system import Equation, System, components, touched

TOGETHER = 600
"""Cells that are solved at once where they do not hang together: a solver's start costs more."""

Lot = tuple[list[int], list[Equation]]


def derivable(system: System, withheld: Collection[int]) -> set[int]:
    """Withheld cells whose interval is too narrow: empty when the report may be published."""
    found = narrow(system.cells, system.equations, withheld)
    return found or examined(system, withheld, Reach(system.cells))


def examined(system: System, withheld: Collection[int], reach: Reach) -> set[int]:
    """The same, exactly, of cells that are not known to move; keeps in `reach` how far they do."""
    found: set[int] = set()
    for lots in _batches(components(touched(system.equations, withheld))):
        places = sorted(at for lot, _ in lots for at in lot)
        program = Program(system.cells, places, [each for _, lot in lots for each in lot])
        throw(program, reach)
        found |= _narrow(program, [lot for lot, _ in lots], reach)
    return found


def _batches(lots: Sequence[Lot]) -> Iterator[list[Lot]]:
    batch: list[Lot] = []
    for lot in lots:
        if batch and sum(len(places) for places, _ in [*batch, lot]) > TOGETHER:
            yield batch
            batch = []
        batch.append(lot)
    if batch:
        yield batch


def _narrow(program: Program, lots: Sequence[Sequence[int]], reach: Reach) -> set[int]:
    """Cells whose own extremes are too near to each other. One of each lot at a time: as lots have
    nothing to do with each other, all of them go as far as each can.
    """
    waiting = [list(unsettled(lot, reach)) for lot in lots]
    found: set[int] = set()
    while heads := [lot.pop() for lot in waiting if lot]:
        direction = np.zeros(len(program.places))
        direction[[program.column[at] for at in heads]] = 1
        for way in (direction, -direction):
            reach.note(program.places, program.farthest(way))
        found |= {at for at in heads if not reach.hidden(at)}
        waiting = [[at for at in lot if not reach.hidden(at)] for lot in waiting]
    return found
