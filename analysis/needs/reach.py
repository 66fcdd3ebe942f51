"""How far withheld cells have been seen to move: each solution of a program is a witness."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from analysis.needs.programs import Program, Vector
from analysis.needs.system import TOLERANCE, Cell, wide

SEED, THROWS, GAIN = 1984, 24, 0.97


@dataclass(slots=True)
class Reach:
    """`down` and `up`: how far below and above its value each cell was seen, up to now."""

    cells: Sequence[Cell]
    down: dict[int, float] = field(default_factory=dict)
    up: dict[int, float] = field(default_factory=dict)

    def note(self, places: Sequence[int], change: Vector) -> list[int]:
        """Keep what a solution shows. Returns the cells that moved."""
        moved = [int(number) for number in np.flatnonzero(np.abs(change) > TOLERANCE)]
        for number in moved:
            at, by = places[number], float(change[number])
            self.down[at] = max(self.down.get(at, 0.0), -by)
            self.up[at] = max(self.up.get(at, 0.0), by)
        return [places[number] for number in moved]

    def hidden(self, at: int) -> bool:
        """Whether the cell is known to be hidden well enough."""
        cell = self.cells[at]
        low = cell.value - self.down.get(at, 0.0)
        return wide(cell, low, cell.value + self.up.get(at, 0.0))

    def missing(self, at: int) -> float:
        """By how much the cell's interval is too narrow."""
        return self.cells[at].need - self.down.get(at, 0.0) - self.up.get(at, 0.0)


def throw(program: Program, reach: Reach) -> None:
    """Let all cells move at once, in a few directions and back: most are settled by this.

    First whatever moves, then again what has not moved far enough, as long as that helps.
    """
    chance = np.random.default_rng(SEED)
    wanted = list(program.places)
    for _ in range(THROWS):
        columns = [program.column[at] for at in wanted]
        direction = np.zeros(len(program.places))
        direction[columns] = chance.uniform(-1, 1, len(columns))
        for way in (direction, -direction):
            reach.note(program.places, program.farthest(way))
        left, wanted = len(wanted), list(unsettled(program.places, reach))
        if not wanted or len(wanted) > GAIN * left:
            break


def unsettled(places: Collection[int], reach: Reach) -> Iterator[int]:
    """Cells that are not known to be hidden, the dearest need first; asked again as it goes on."""
    for at in sorted(places, key=lambda one: (-reach.cells[one].need, one)):
        if not reach.hidden(at):
            yield at
