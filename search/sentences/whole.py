"""Whether a text answers a question at all."""

from collections.abc import Sequence
from math import log

from search.sentences.around import probability
from search.sentences.described import Described
from search.sentences.features import Features


def whole(described: Described, first: Sequence[float], second: Sequence[float]) -> Features:
    """Return what speaks for an answer on the page, from both looks at its lines (log-odds)."""
    return _scored(first, second) | _covered(described, second.index(max(second)))


def _scored(first: Sequence[float], second: Sequence[float]) -> Features:
    ranked = sorted(second, reverse=True)
    likely = [probability(score) for score in second]
    return {
        "best": ranked[0],
        "second best": ranked[min(1, len(ranked) - 1)],
        "third best": ranked[min(2, len(ranked) - 1)],
        "best at first": max(first),
        "mean": sum(likely) / len(likely),
        "expected": log(sum(likely) + 0.001),
        "lines": log(len(second)),
    }


def _covered(described: Described, best: int) -> Features:
    covered = described.coverage
    most = max(covered.lines)
    below = max(covered.sections.values())
    return {
        "page": covered.page,
        "title": covered.lines[0],
        "line": most,
        "beyond": max(covered.beyond),
        "section": below,
        "best line": covered.lines[best],
        "best beyond": covered.beyond[best],
        "scattered": covered.page - most,
        "scattered over sections": covered.page - below,
        "missing": (1 - covered.page) * log(1 + covered.words),
        "best word": max(covered.best) / 5,
        "dense": max(covered.dense),
        "asked words": log(1 + covered.words),
        "aspect missing": float(_aspect_missing(described)),
    }


def _aspect_missing(described: Described) -> bool:
    told = {aspect for line in described.page.lines for aspect in line.aspects}
    return bool(described.asking.aspects) and not told & described.asking.aspects.keys()
