"""Logistic regression with a ridge penalty, fitted by Newton's method (Hastie et al. 2009, 4.4)."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from search.sentences.model import Linear

Floats = NDArray[np.float64]
_STEPS = 12
_RARE = 30  # rows that a feature must stand in, for its weight to be more than chance
_SETTLED = 1e-4


def matrix(rows: Sequence[Mapping[str, float]], names: Sequence[str]) -> Floats:
    """Return rows of named features as a matrix with a column for each name."""
    column = {name: number for number, name in enumerate(names)}
    filled = np.zeros((len(rows), len(names)))
    for number, row in enumerate(rows):
        for name, value in row.items():
            if name in column:
                filled[number, column[name]] = value
    return filled


def names_of(rows: Sequence[Mapping[str, float]]) -> list[str]:
    """Return the names of the features that are not too rare, in order."""
    counts: dict[str, int] = {}
    for row in rows:
        for name, value in row.items():
            counts[name] = counts.get(name, 0) + bool(value)
    return sorted(name for name, many in counts.items() if many >= _RARE)


def fit(table: Floats, labels: Floats, ridge: float, names: Sequence[str]) -> Linear:
    """Return the weights that make the labels (0 or 1) likeliest, over features as they come.

    The penalty is on the weights of features with mean 0 and variance 1.
    """
    mean, spread = table.mean(0), table.std(0)
    spread[spread < 1e-6] = 1.0
    scaled = np.column_stack(((table - mean) / spread, np.ones(len(table))))
    penalty = np.full(scaled.shape[1], ridge)
    penalty[-1] = 0.0
    weights = np.zeros(scaled.shape[1])
    for _ in range(_STEPS):
        step = _step(scaled, labels, weights, penalty)
        weights -= step
        if np.abs(step).max() < _SETTLED:
            break
    raw = weights[:-1] / spread
    by_name = dict(zip(names, raw.tolist(), strict=True))
    return Linear(by_name, float(weights[-1] - raw @ mean))


def _step(scaled: Floats, labels: Floats, weights: Floats, penalty: Floats) -> Floats:
    likely = 1 / (1 + np.exp(-np.clip(scaled @ weights, -30, 30)))
    slope = scaled.T @ (likely - labels) + penalty * weights
    curve = (scaled.T * (likely * (1 - likely))) @ scaled + np.diag(penalty + 1e-9)
    return np.asarray(np.linalg.solve(curve, slope))
