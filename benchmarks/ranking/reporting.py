"""How well learned weights do on questions left out of the learning, as rows of tables."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from benchmarks.ranking.gathering import DEMO, DEMO_GERMAN, WITHOUT, Case
from search.confidence import Confidence
from search.ranking.evidence import evidence
from search.reading import Kind

FIRST = 3
RANKS = (1, FIRST)
HITS = ("setting", "asked", "n", "hit@1", "hit@3")
ZONES = ("from", "answered", "precision@3", "not ours refused", "unmet refused")
_LEAST = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)

Row = tuple[str, ...]


def hits(cases: Sequence[Case]) -> Iterator[Row]:
    """Yield how often a right document is first, and among the first three."""
    ranks: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for case in cases:
        if case.right:
            ranks[case.setting, case.language].append(_rank(case))
            ranks[case.setting, "all"].append(_rank(case))
    for name, those in sorted(ranks.items()):
        yield (*name, str(len(those)), *(f"{np.mean([x < k for x in those]):.3f}" for k in RANKS))


def zones(cases: Sequence[Case], learned: Confidence) -> Iterator[Row]:
    """Yield what probabilities from some height on are worth over the demo town."""
    sure = [(case, probability(case, learned)) for case in cases]
    ours = [(case, p) for case, p in sure if case.setting in {DEMO, DEMO_GERMAN}]
    unmet = [p for case, p in sure if case.setting == WITHOUT]
    answerable = [p for case, p in ours if case.right]
    others = [p for case, p in ours if not case.right]
    for least in _LEAST:
        given = [is_right(case) for case, p in ours if p >= least]
        answered = np.mean([p >= least for p in answerable])
        refused = [np.mean([p < least for p in those]) for those in (others, unmet)]
        yield (f"{least:.1f}", *(f"{x:.3f}" for x in (answered, np.mean(given), *refused)))


def probability(case: Case, learned: Confidence) -> float:
    """Return how likely an answer is right; 0 for what is no question."""
    if not is_telling(case):
        return 0.0
    return learned.probability(evidence(case.reading, case.ranked))


def is_telling(case: Case) -> bool:
    """Tell whether a case is a question that brings up something at all."""
    return bool(case.ranked.order) and case.reading.kind in {Kind.QUESTION, Kind.FOLLOW_UP}


def is_right(case: Case) -> bool:
    """Tell whether a right document is among the first three."""
    return _rank(case) < FIRST


def _rank(case: Case) -> int:
    keys = [key for key, _ in case.ranked.order]
    return next((place for place, key in enumerate(keys) if key in case.right), len(keys) + FIRST)
