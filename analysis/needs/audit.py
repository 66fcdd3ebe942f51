"""The audit: nothing that is withheld can be reckoned from what is published.

Exact, by linear programming: for each withheld figure the least and the greatest value that fits
all published figures, all sums over groups and totals, and all bounds (M. Fischetti, J. J. Salazar,
Models and algorithms for the 2-dimensional cell suppression problem in statistical disclosure
control, Mathematical Programming 84 (1999); the "auditing" of τ-ARGUS' and sdcTable's manuals).
An attacker who also knows that people are whole gets the same in tables of two dimensions and
seldom more in linked ones. What hangs together is solved at once, over all tables of a report.
"""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from analysis.needs.programs import Program, whole
from analysis.needs.propagation import narrow
from analysis.needs.reach import Reach, throw, unsettled
from analysis.needs.system import System, components, touched


def derivable(system: System, withheld: Collection[int]) -> set[int]:
    """Withheld cells whose interval is too narrow: empty when the report may be published."""
    found = narrow(system.cells, system.equations, withheld)
    return found or _exactly(system, withheld)


def _exactly(system: System, withheld: Collection[int]) -> set[int]:
    moving = touched(system.equations, withheld)
    if not moving:
        return set()
    reach = Reach(system.cells)
    throw(whole(system.cells, moving), reach)
    found: set[int] = set()
    for places, equations in components(moving):
        found |= _narrow(Program(system.cells, places, equations), reach)
    return found


def _narrow(program: Program, reach: Reach) -> set[int]:
    return {at for at in unsettled(program.places, reach) if not _moves(at, program, reach)}


def _moves(at: int, program: Program, reach: Reach) -> bool:
    """Whether the cell's own extremes are far enough from each other."""
    direction = np.zeros(len(program.places))
    direction[program.column[at]] = 1
    for way in (direction, -direction):
        reach.note(program.places, program.farthest(way))
    return reach.hidden(at)
