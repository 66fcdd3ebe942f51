"""Learn the ranking's weights and how likely an answer is right.

``python -m benchmarks.train_ranking --omos PATH`` writes ``search/ranking/ranking.json`` and
``search/confidence.json``, learned on OMoS-QA's train split and on the tuning half of our own
questions over the demo town, and prints how well both do on parts left out of the learning.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks.logistic import fit as fit_logistic
from benchmarks.ranking.fitting import Table, fit, fit_apart, ordered
from benchmarks.ranking.gathering import (
    DEMO,
    DEMO_GERMAN,
    NO_AFFAIR,
    OUTSIDE,
    WITHOUT,
    Case,
    of_demo,
    of_towns,
)
from benchmarks.ranking.reporting import HITS, ZONES, hits, is_right, is_telling, zones
from benchmarks.table import show
from search import confidence
from search.confidence import Confidence
from search.ranking import model as models
from search.ranking.evidence import NAMES, evidence
from search.ranking.model import Model

RIDGE = 30.0
# How often a question counts in the confidence: a town's own are rarer here than those of OMoS-QA.
TIMES = {DEMO: 10, DEMO_GERMAN: 10, WITHOUT: 1, OUTSIDE: 6, NO_AFFAIR: 2}
ABOUT = (
    "Learned by benchmarks/train_ranking.py from the train split of OMoS-QA by Kleinle, Prange"
    " and Friedrich (2024, arXiv 2407.15736), CC BY 4.0, and from the tuning half of"
    " benchmarks/questions over the demo town."
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Gather, learn, print and write."""
    options = _parser().parse_args(arguments)
    train([*of_demo("tune"), *of_towns(options.omos)], options.out)


def train(cases: Sequence[Case], out: Path) -> None:
    """Learn from cases, print how it does, and write both files into a folder (``search``)."""
    apart = fit_apart(cases)
    left_out = [ordered(case, apart[case.fold]) for case in cases]
    learned = learn_confidence(left_out)
    show("Right documents, of folds left out", HITS, list(hits(left_out)))
    show("The demo town by probability", ZONES, list(zones(left_out, learned)))
    path = out / "ranking" / models.SHIPPED.name
    path.write_text(_of_model(fit(Table.of(cases))), encoding="utf-8")
    (out / confidence.SHIPPED.name).write_text(_of_confidence(learned), encoding="utf-8")


def learn_confidence(cases: Sequence[Case]) -> Confidence:
    """Return the regression of being right on what tells of it."""
    telling = [case for case in cases if is_telling(case)]
    counted = [case for case in telling for _ in range(TIMES.get(case.setting, 1))]
    table = np.stack([evidence(case.reading, case.ranked) for case in counted])
    labels = np.array([float(is_right(case)) for case in counted])
    found = fit_logistic(table, labels, RIDGE, NAMES)
    return _calibrated(Confidence(found.weights, found.bias), telling)


def _calibrated(confidence: Confidence, cases: Sequence[Case]) -> Confidence:
    """The same, so that it is right as often as it says on our own questions (Platt 1999)."""
    own = [case for case in cases if case.setting in {DEMO, DEMO_GERMAN}]
    sure = np.array([[confidence.logit(evidence(x.reading, x.ranked))] for x in own])
    labels = np.array([float(is_right(x)) for x in own])
    line = fit_logistic(sure, labels, 0.0, [""])
    slope = line.weights[""]
    weights = {name: slope * weight for name, weight in confidence.weights.items()}
    return Confidence(weights, slope * confidence.intercept + line.bias)


def _of_model(learned: Model) -> str:
    weights = {
        part: dict(zip(models.NAMES[part], of.tolist(), strict=True))
        for part, of in learned.weights.items()
    }
    return _json({"about": ABOUT, "share": learned.share, **weights})


def _of_confidence(learned: Confidence) -> str:
    weights = {"intercept": learned.intercept, "weights": learned.weights}
    return _json({"about": ABOUT, **weights})


def _json(content: object) -> str:
    rounded = json.loads(json.dumps(content), parse_float=lambda x: round(float(x), 4))
    return json.dumps(rounded, indent=1, ensure_ascii=False) + "\n"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--omos", type=Path, required=True, help="folder of OMoS-QA's files")
    parser.add_argument("--out", type=Path, default=Path(confidence.__file__).parent)
    return parser


if __name__ == "__main__":
    main()
