"""Learn the ranking's weights and how likely an answer is right.

``python -m benchmarks.train_ranking --omos PATH`` writes ``search/ranking/ranking.json`` and
``search/confidence.json``, learned on OMoS-QA's train split and on the tuning half of our own
questions over the demo town, and prints how well both do on parts left out of the learning.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks.logistic import fit as fit_logistic
from benchmarks.ranking.fitting import Table, fit, fit_apart, ordered
from benchmarks.ranking.gathering import DEMO, DEMO_GERMAN, Case, of_demo, of_towns
from benchmarks.table import show
from search import confidence
from search.confidence import Confidence
from search.ranking import model as models
from search.ranking.evidence import NAMES, evidence
from search.ranking.model import Model
from search.reading import Kind

FIRST = 3
RIDGE = 30.0
_OF_DEMO = 4  # how often a question over the demo town counts in the confidence
ABOUT = (
    "Learned by benchmarks/train_ranking.py from the train split of OMoS-QA by Kleinle, Prange"
    " and Friedrich (2024, arXiv 2407.15736), CC BY 4.0, and from the tuning half of"
    " benchmarks/questions over the demo town."
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Gather, learn, print and write."""
    options = _parser().parse_args(arguments)
    cases = [*of_demo("tune"), *of_towns(options.omos)]
    train(cases, options.out)


def train(cases: Sequence[Case], out: Path | None) -> None:
    """Learn from cases, print how it does, and write both files into a folder (``search``)."""
    apart = fit_apart(cases)
    left_out = [ordered(case, apart[case.fold]) for case in cases]
    show(
        "Right documents, of folds left out",
        ("setting", "asked", "n", "hit@1", "hit@3"),
        hits(left_out),
    )
    learned = _confidence([case for case in left_out if _is_telling(case)])
    show(
        "At which probability",
        ("from", "demo answered", "precision@3", "none refused"),
        _zones(left_out, learned),
    )
    if out:
        path = out / "ranking" / models.SHIPPED.name
        path.write_text(_written(fit(Table.of(cases))), encoding="utf-8")
        text = {"about": ABOUT, "intercept": learned.intercept, "weights": learned.weights}
        (out / confidence.SHIPPED.name).write_text(_json(text), encoding="utf-8")


def hits(cases: Sequence[Case]) -> list[tuple[str, ...]]:
    """Return rows of how often a right document is first, and among the first three."""
    ranks: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for case in cases:
        if case.right:
            keys = [key for key, _ in case.ranked.order]
            rank = next(
                (place for place, key in enumerate(keys) if key in case.right), len(keys) + FIRST
            )
            ranks[case.setting, case.language].append(rank)
            ranks[case.setting, "all"].append(rank)
    return [
        (*name, str(len(those)), *(f"{np.mean([x < k for x in those]):.3f}" for k in (1, FIRST)))
        for name, those in sorted(ranks.items())
    ]


def _is_telling(case: Case) -> bool:
    return bool(case.ranked.order) and case.reading.kind in {Kind.QUESTION, Kind.FOLLOW_UP}


def _is_right(case: Case) -> bool:
    return any(key in case.right for key, _ in case.ranked.order[:FIRST])


def _confidence(cases: Sequence[Case]) -> Confidence:
    counted = [case for case in cases for _ in range(_OF_DEMO if "demo" in case.setting else 1)]
    table = np.stack([evidence(case.reading, case.ranked) for case in counted])
    labels = np.array([float(_is_right(case)) for case in counted])
    found = fit_logistic(table, labels, RIDGE, NAMES)
    return Confidence(found.weights, found.bias)


def _zones(cases: Sequence[Case], learned: Confidence) -> list[tuple[str, ...]]:
    """Rows of what probabilities from some height on are worth over the demo town."""
    demo = [case for case in cases if case.setting in {DEMO, DEMO_GERMAN}]
    sure = [
        (
            case,
            learned.probability(evidence(case.reading, case.ranked)) if _is_telling(case) else 0.0,
        )
        for case in demo
    ]
    rows = []
    for least in (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        answered = [case for case, p in sure if p >= least and case.right]
        refused = [p < least for case, p in sure if not case.right]
        asked = sum(1 for case in demo if case.right)
        given = [case for case, p in sure if p >= least]
        rows.append(
            (
                f"{least:.1f}",
                f"{len(answered) / asked:.3f}",
                f"{np.mean([_is_right(x) for x in given]):.3f}",
                f"{np.mean(refused):.3f}",
            )
        )
    return rows


def _written(learned: Model) -> str:
    weights = {
        part: dict(zip(models.NAMES[part], of.tolist(), strict=True))
        for part, of in learned.weights.items()
    }
    return _json({"about": ABOUT, "share": learned.share, **weights})


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
