"""Fitting the ranking's weights: right documents are to come first (ListNet's top one)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from benchmarks.ranking.gathering import DEMO, DEMO_GERMAN, FOLDS, Case
from search.ranking.model import NAMES, Model, Seen

Floats = NDArray[np.float64]
RIDGE = 3e-4
SHARE = 0.6
_OF_DEMO = 3.0  # how much a question over the demo town counts beside one of OMoS-QA
_SIZES = [len(names) for names in NAMES.values()]


@dataclass(frozen=True, slots=True)
class Table:
    """Candidates of many cases, one below the other; ``starts`` is where each case begins."""

    rows: Floats
    right: Floats
    starts: NDArray[np.int64]
    weights: Floats

    @classmethod
    def of(cls, cases: Iterable[Case]) -> "Table":
        """Return the table of the cases that have a right candidate and a wrong one."""
        parts = [_part(case) for case in cases if _can_teach(case)]
        sizes = [len(right) for _, right, _ in parts]
        return cls(
            np.concatenate([rows for rows, _, _ in parts]),
            np.concatenate([right for _, right, _ in parts]),
            np.concatenate(([0], np.cumsum(sizes)[:-1])).astype(np.int64),
            np.array([weight for _, _, weight in parts]),
        )


def fit(table: Table) -> Model:
    """Return the model under which right candidates are likeliest to be first."""
    sizes = np.diff((*table.starts, len(table.rows)))
    weights = table.weights / table.weights.sum()

    def loss(at: Floats) -> tuple[float, Floats]:
        scores = table.rows @ at
        scores -= np.repeat(np.maximum.reduceat(scores, table.starts), sizes)
        shares = np.exp(scores)
        shares /= np.repeat(np.add.reduceat(shares, table.starts), sizes)
        right = np.add.reduceat(shares * table.right, table.starts) + 1e-12
        pull = shares - shares * table.right / np.repeat(right, sizes)
        slope = table.rows.T @ (pull * np.repeat(weights, sizes))
        return float(-weights @ np.log(right) + RIDGE * at @ at), slope + 2 * RIDGE * at

    start = np.zeros(sum(_SIZES))
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 300})
    parts = np.split(found.x, np.cumsum(_SIZES)[:-1])
    return Model(dict(zip(NAMES, parts, strict=True)), SHARE)


def fit_apart(cases: Sequence[Case]) -> list[Model]:
    """Return a model for each fold that has seen the others only."""
    folds = range(FOLDS)
    return [fit(Table.of(x for x in cases if x.fold != fold)) for fold in folds]


def ordered(case: Case, model: Model) -> Case:
    """Return a case with its candidates in a model's order."""
    keys = [key for key, _ in case.ranked.order]
    order = model.order(case.ranked.seen, keys)
    return case._replace(ranked=replace(case.ranked, order=order))


def _can_teach(case: Case) -> bool:
    keys = {key for key, _ in case.ranked.order}
    return bool(keys & case.right) and bool(keys - case.right)


def _part(case: Case) -> tuple[Floats, Floats, float]:
    keys = [key for key, _ in case.ranked.order]
    rows = np.stack([_row(case.ranked.seen, key) for key in keys])
    right = np.array([key in case.right for key in keys], np.float64)
    return rows, right, _OF_DEMO if case.setting in {DEMO, DEMO_GERMAN} else 1.0


def _row(seen: Seen, key: int) -> Floats:
    """One document's features as the model adds them up: shares of languages worked in."""
    own = next((rows[key] for rows in seen.own if key in rows), None)
    german = seen.german.get(key)
    share = SHARE if own is not None and german is not None else 1.0
    parts = (
        np.zeros(_SIZES[0]) if own is None else own * share,
        np.zeros(_SIZES[1]) if german is None else german * (1 - share if share < 1 else 1.0),
        *(rows.get(key, np.zeros(size)) for rows, size in zip(seen.about, _SIZES[2:], strict=True)),
    )
    return np.concatenate(parts)
