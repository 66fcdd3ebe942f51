"""Linear programs over a system, solved by HiGHS through scipy.

Q. Huangfu, J. A. J. Hall, Parallelizing the dual revised simplex method, Mathematical
Programming Computation 10 (2018).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog
from scipy.sparse import csc_array, hstack

from analysis.needs.system import Cell, Equation

FAR = 100.0
"""Where nothing bounds a figure, it is followed so many times as far as there is anything."""

Vector = NDArray[np.float64]


class Unsolved(Exception):
    """No point fits, or the solver gave up."""


@dataclass(frozen=True)
class Program:
    """Ways in which some cells can differ from their true values and all equations still hold."""

    cells: Sequence[Cell]
    places: Sequence[int]
    equations: Sequence[Equation]

    @cached_property
    def values(self) -> Vector:
        """The true values."""
        return np.array([self.cells[at].value for at in self.places], dtype=float)

    @cached_property
    def column(self) -> dict[int, int]:
        """Cell → its column."""
        return {at: number for number, at in enumerate(self.places)}

    @cached_property
    def matrix(self) -> csc_array:
        """An equation a row, a cell a column."""
        entries = [
            (row, self.column[at], by)
            for row, equation in enumerate(self.equations)
            for at, by in equation.items()
        ]
        rows, columns, factors = zip(*entries, strict=True)
        shape = (len(self.equations), len(self.places))
        return csc_array((factors, (rows, columns)), shape=shape)

    @cached_property
    def both(self) -> csc_array:
        """The same for changes upwards and downwards apart."""
        return hstack((self.matrix, -self.matrix), format="csc")

    def farthest(self, direction: Vector) -> Vector:
        """The change that goes farthest in a direction, no cell falling below zero."""
        far = FAR * (1 + self.values.sum() + max(self.cells[at].need for at in self.places))
        bounds = np.column_stack((-self.values, np.full(len(self.values), far)))
        return _solved(-direction, self.matrix, bounds)

    def cheapest(self, at: int, by: float, costs: Vector) -> Vector:
        """The change of least cost (cost of each cell times how much it moves) in which one cell
        moves by so much. Raises Unsolved when there is none."""
        many, column = len(self.places), self.column[at]
        never = costs == np.inf
        high = np.concatenate((np.where(never, 0, np.inf), np.where(never, 0, self.values)))
        low = np.zeros(2 * many)
        high[[column, many + column]] = max(by, 0), max(-by, 0)
        low[[column, many + column]] = max(by, 0), max(-by, 0)
        priced = np.tile(np.where(never, 0, costs), 2)
        found = _solved(priced, self.both, np.column_stack((low, high)))
        return found[:many] - found[many:]


def whole(cells: Sequence[Cell], equations: Sequence[Equation]) -> Program:
    """A program over all cells of these equations."""
    return Program(cells, sorted({at for each in equations for at in each}), equations)


def _solved(objective: Vector, matrix: csc_array, bounds: Vector) -> Vector:
    right = np.zeros(matrix.shape[0])
    result = linprog(objective, A_eq=matrix, b_eq=right, bounds=bounds, method="highs")
    if result.status != 0:
        raise Unsolved(result.message)
    return np.asarray(result.x, dtype=float)
