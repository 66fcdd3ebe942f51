"""Joining what several rankings say about the same documents."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

Scores = Mapping[int, float]


def linear(weighted: Iterable[tuple[float, Scores]]) -> dict[int, float]:
    """Return the weighted sum of scores that all lie between 0 and 1."""
    total: defaultdict[int, float] = defaultdict(float)
    for weight, scores in weighted:
        for number, score in scores.items():
            total[number] += weight * score
    return total
