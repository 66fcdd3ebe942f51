"""Figures with their 95 % intervals."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from random import Random
from typing import TypeVar

_Z = 1.959964  # of the normal distribution, for 95 %
_DRAWS = 1000

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Figure:
    """A value between the ends of its interval, from so many cases."""

    value: float
    low: float
    high: float
    cases: int

    def __str__(self) -> str:
        """«.854 (.81–.89)», or a dash for no cases."""
        if not self.cases:
            return "–"
        return f"{_short(self.value, 3)} ({_short(self.low, 2)}–{_short(self.high, 2)})"


NONE = Figure(0.0, 0.0, 0.0, 0)


def share(held: Iterable[bool]) -> Figure:
    """How many of some cases hold, with the score interval (Wilson 1927)."""
    all_held = list(held)
    n = len(all_held)
    if not n:
        return NONE
    p, z = sum(all_held) / n, _Z * _Z / n
    middle, half = p + z / 2, _Z * sqrt(p * (1 - p) / n + z / (4 * n))
    return Figure(p, max(0.0, (middle - half) / (1 + z)), min(1.0, (middle + half) / (1 + z)), n)


def bootstrapped(cases: Sequence[T], measure: Callable[[Sequence[T]], float]) -> Figure:
    """A measure of some cases, with the percentile interval of cases drawn anew (Efron 1979)."""
    if not cases:
        return NONE
    random = Random(1)
    drawn = sorted(measure(random.choices(cases, k=len(cases))) for _ in range(_DRAWS))
    ends = drawn[round(0.025 * _DRAWS)], drawn[round(0.975 * _DRAWS) - 1]
    return Figure(measure(cases), *ends, len(cases))


def _short(value: float, digits: int) -> str:
    written = f"{value:.{digits}f}"
    return written.removeprefix("0") if value < 1 and value >= 0 else written
