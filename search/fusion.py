"""Joining what several lists say about the same documents.

Scores are shares and strengths, so they are added as they are. Reciprocal ranks (Cormack, Clarke &
Büttcher 2009) were tried on the train split of OMoS-QA: with a list of topics, where many pages
tie, they lose a third of the right pages from the first three.
"""

from collections.abc import Iterable, Mapping

Scores = Mapping[int, float]  # document number -> score (0 to 1)


def linear(weighted: Iterable[tuple[float, Scores]]) -> dict[int, float]:
    """Return the weighted sum of scores."""
    total: dict[int, float] = {}
    for weight, scores in weighted:
        for number, score in scores.items():
            total[number] = total.get(number, 0.0) + weight * score
    return total


def best(lists: Iterable[Scores]) -> Scores:
    """Return each document's highest score."""
    telling = [scores for scores in lists if scores]
    if len(telling) == 1:
        return telling[0]
    highest: dict[int, float] = {}
    for scores in telling:
        higher = {x: score for x, score in scores.items() if score > highest.get(x, 0.0)}
        highest.update(higher)
    return highest


def either(weighted: Iterable[tuple[float, Scores]]) -> dict[int, float]:
    """Return how sure it is that one of the lists is right, each trusted as far as its weight."""
    doubts: dict[int, float] = {}
    for weight, scores in weighted:
        for number, score in scores.items():
            doubts[number] = doubts.get(number, 1.0) * (1 - weight * score)
    return {number: 1 - doubt for number, doubt in doubts.items()}
