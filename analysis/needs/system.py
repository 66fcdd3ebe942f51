"""Figures that hang together: what an attacker would write down as equations.

The attacker knows the published figures, every sum that holds between figures, and that none is
below zero. What she can say about a figure that is not published is an interval, the least and
the greatest value that fits (the "feasibility interval" of A. Hundepool et al., Statistical
Disclosure Control, Wiley 2012, chapter 4).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

TOLERANCE = 1e-6
FIXED = float("inf")


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure. When it is not published, its interval must be `need` wide and, if it is `small`,
    begin at zero. `primary`: never published. `cost` says how dear it is to the reader; `FIXED`
    is always published. A cell of need 0 is a mere auxiliary.
    """

    value: float
    need: float = 0
    small: bool = False
    primary: bool = False
    cost: float = 1


Equation = Mapping[int, float]
"""Cell → factor; the products add up to zero."""


@dataclass(frozen=True)
class System:
    """`parts` are the numbers of equations that are worked on together, a question each."""

    cells: tuple[Cell, ...]
    equations: tuple[Equation, ...]
    parts: tuple[tuple[int, ...], ...]

    @cached_property
    def primaries(self) -> frozenset[int]:
        """What is withheld for its own sake."""
        return frozenset(at for at, cell in enumerate(self.cells) if cell.primary)

    def of(self, part: Iterable[int]) -> tuple[Equation, ...]:
        """The equations of a part."""
        return tuple(self.equations[number] for number in part)


def wide(cell: Cell, low: float, high: float) -> bool:
    """Whether an interval hides a cell well enough."""
    if cell.small and low > TOLERANCE:
        return False
    return high - low >= cell.need - TOLERANCE * max(1.0, cell.need)


def touched(equations: Sequence[Equation], withheld: Collection[int]) -> list[Equation]:
    """Equations as far as they say something of withheld cells: what these may change by."""
    kept = ({at: by for at, by in each.items() if at in withheld} for each in equations)
    return [each for each in kept if each]


def components(equations: Sequence[Equation]) -> list[tuple[list[int], list[Equation]]]:
    """Cells that hang together, each lot with its equations: what can be solved by itself."""
    root: dict[int, int] = {}

    def find(at: int) -> int:
        while root.setdefault(at, at) != at:
            root[at] = at = root[root[at]]
        return at

    for equation in equations:
        first, *others = equation
        for other in others:
            root[find(other)] = find(first)
    lots: defaultdict[int, list[Equation]] = defaultdict(list)
    for equation in equations:
        lots[find(next(iter(equation)))].append(equation)
    return [(sorted({at for each in lot for at in each}), lot) for lot in lots.values()]
