"""Intervals in a first, quick pass: each equation bounds each of its cells by the others.

This is bounds propagation as constraint solvers do it (and, for tables, G. Sande's method of
1984): never narrower than the truth, so what is too narrow here is too narrow indeed, while what
looks wide needs the exact answer of `analysis.needs.audit`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from analysis.needs.system import TOLERANCE, Cell, Equation, touched, wide

ROUNDS = 12
Bounds = dict[int, tuple[float, float]]
"""Cell → least and greatest."""


def propagated(
    cells: Sequence[Cell], equations: Sequence[Equation], withheld: Collection[int]
) -> Bounds:
    """Bounds of withheld cells. Infinite where nothing bounds them."""
    moving = touched(equations, withheld)
    total = {id(each): sum(by * cells[at].value for at, by in each.items()) for each in moving}
    bounds: Bounds = {at: (0.0, float("inf")) for each in moving for at in each}
    for _ in range(ROUNDS):
        before = dict(bounds)
        for equation in moving:
            _tighten(equation, total[id(equation)], bounds)
        if before == bounds:
            break
    return bounds


def narrow(
    cells: Sequence[Cell], equations: Sequence[Equation], withheld: Collection[int]
) -> set[int]:
    """Withheld cells that are known too well already by this."""
    bounds = propagated(cells, equations, withheld)
    return {at for at, (low, high) in bounds.items() if not wide(cells[at], low, high)}


def _tighten(equation: Equation, total: float, bounds: Bounds) -> None:
    for at, by in equation.items():
        others = [_span(factor, bounds[x]) for x, factor in equation.items() if x != at]
        left = total - sum(high for _, high in others)
        right = total - sum(low for low, _ in others)
        low, high = sorted((left / by, right / by))
        old = bounds[at]
        bounds[at] = (
            low if low > old[0] + TOLERANCE else old[0],
            high if high < old[1] - TOLERANCE else old[1],
        )


def _span(factor: float, bound: tuple[float, float]) -> tuple[float, float]:
    low, high = factor * bound[0], factor * bound[1]
    return (low, high) if low <= high else (high, low)
