"""Whether a text answers a question at all."""

from collections.abc import Sequence
from math import log

from search.sentences.around import probability
from search.sentences.coverage import together, weighed
from search.sentences.described import Described
from search.sentences.features import Features
from search.sentences.rarity import shipped


def whole(described: Described, first: Sequence[float], second: Sequence[float]) -> Features:
    """Return what speaks for an answer on the page, from both looks at its lines (log-odds)."""
    best = second.index(max(second))
    return _scored(first, second) | _covered(described, best) | _rare(described)


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


def _rare(described: Described) -> Features:
    """How much of the question is there where a word weighs more the rarer it is on all pages."""
    asking, held = described.asking, described.coverage.held
    rarities = [shipped().rarity(word.token.stem, asking.language) for word in asking.words]
    if not rarities:
        return {"compares": float(asking.compares)}
    there = together(held)
    missing = [(1 - x) * rarity for x, rarity in zip(there, rarities, strict=True)]
    return {
        "rare": weighed(rarities, there) / sum(rarities),
        "rare in the title": weighed(rarities, held[0]) / sum(rarities),
        "rare in a line": max([weighed(rarities, row) for row in held]) / sum(rarities),
        "rare missing": sum(missing) / 10,
        "rarest missing": max(missing) / 5,
        "rarest": there[rarities.index(max(rarities))],
        "compares": float(asking.compares),
    }
