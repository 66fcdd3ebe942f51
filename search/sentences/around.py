"""The second look at a line: how the first one judged it, its neighbours and the best line.

Stacked sequential learning (Cohen & Carvalho 2005): lines that answer stand together.
"""

from collections.abc import Iterator, Sequence
from math import exp

from search.sentences.features import Features

_OUTSIDE = -6.0  # the score of what is no line
_FAR = 10
_FADING = 0.8
_NEAR = [(x, f"score {x:+}") for x in (-3, -2, -1, 1, 2, 3)]
_WIDE = ((2, "mean of 2"), (4, "mean of 4"))


def around(scores: Sequence[float]) -> Iterator[Features]:
    """Yield for each line the features of its score (log-odds) among the others."""
    likely = [probability(score) for score in scores]
    ranked = sorted(scores, reverse=True)
    top = scores.index(ranked[0])
    of_page = {
        "best": ranked[0],
        "second best": ranked[min(1, len(ranked) - 1)],
        "mean": sum(likely) / len(likely),
        "expected": sum(likely),
    }
    before, after = _run(likely), _run(likely[::-1])[::-1]
    for place, score in enumerate(scores):
        near = {name: _at(scores, place + step) for step, name in _NEAR}
        wide = {name: _mean(likely, place, reach) for reach, name in _WIDE}
        own = {"score": score, "behind": score - ranked[0], "rank": 1 / (1 + ranked.index(score))}
        runs = {"run before": before[place], "run after": after[place]}
        yield of_page | near | wide | own | runs | _from_top(scores, place, top)


def _from_top(scores: Sequence[float], place: int, top: int) -> Features:
    between = min(scores[min(place, top) : max(place, top) + 1])
    return {
        "between": between,
        "between behind": between - scores[top],
        "far": min(abs(place - top), _FAR),
        "after best": float(place > top),
        "far after": min(max(place - top, 0), _FAR),
        "next to best": float(place == top + 1),
        "just before best": float(place == top - 1),
    }


def probability(score: float) -> float:
    """Return the probability of log-odds."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, score))))


def _at(scores: Sequence[float], place: int) -> float:
    return scores[place] if 0 <= place < len(scores) else _OUTSIDE


def _mean(likely: Sequence[float], place: int, reach: int) -> float:
    near = likely[max(0, place - reach) : place + reach + 1]
    return sum(near) / len(near)


def _run(likely: Sequence[float]) -> list[float]:
    found, run = [], 0.0
    for each in likely:
        found.append(run)
        run = _FADING * run + each
    return found
