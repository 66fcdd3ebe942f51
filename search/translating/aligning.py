"""Which words translate which, learned from lines that say the same in two languages.

IBM model 1 (Brown et al. 1993, The Mathematics of Statistical Machine Translation) with the prior
of fast_align (Dyer, Chahuneau & Smith 2013): words of a line are likelier to translate those that
stand at the same place of the other line. Learned in both directions and joined by the geometric
mean, so that a word of two languages keeps only what either chooses of the other (Liang, Taskar &
Klein 2006 train the two to agree; the mean after training is the plain form of it).
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Line = Sequence[str]
Probabilities = dict[str, dict[str, float]]
Ints: TypeAlias = NDArray[np.int32]
Floats: TypeAlias = NDArray[np.float32]

ROUNDS = 5
TENSION = 4.0  # how strongly words keep to their place; 0 would be model 1
NOTHING = 0.08  # how likely a word translates nothing of the other line
LONGEST = 80  # words of a line; longer ones tell little and cost their square
MOST_LINKS = 2_500_000  # pairs of words that may be links, about 100 MB
_LEAST = 0.005  # what is less likely is chance
_KEPT = 8  # translations a word keeps at most
_LEAST_SHARE = 0.04  # of what it keeps


def learn(pairs: Iterable[tuple[Line, Line]]) -> Probabilities:
    """Return how likely each word of the first lines means which of the second ones.

    The probabilities of a word add up to at most 1. Nothing is returned for lines of one language.
    """
    lines = list(_within_reach(pairs))
    if not lines:
        return {}
    firsts, first_words = _numbered([first for first, _ in lines])
    seconds, second_words = _numbered([second for _, second in lines])
    sizes = len(first_words), len(second_words)
    there = _translations(firsts, seconds, sizes)
    back = _translations(seconds, firsts, (sizes[1], sizes[0]))
    return _named(_agreed(there, back, sizes), first_words, second_words)


def _within_reach(pairs: Iterable[tuple[Line, Line]]) -> Iterator[tuple[Line, Line]]:
    links = 0
    for first, second in filter(_tells, pairs):
        links += (len(first) + 1) * (len(second) + 1)
        if links > MOST_LINKS:
            return
        yield first, second


def _tells(pair: tuple[Line, Line]) -> bool:
    return all(0 < len(line) <= LONGEST for line in pair)


def _numbered(lines: Iterable[Line]) -> tuple[list[Ints], list[str]]:
    numbers: dict[str, int] = {}
    of_lines = [
        np.array([numbers.setdefault(word, len(numbers)) for word in line], np.int32)
        for line in lines
    ]
    return of_lines, list(numbers)


class _Links:
    """All pairs of words that stand in the same lines, as columns; 0 is the word for nothing."""

    def __init__(self, sources: Sequence[Ints], targets: Sequence[Ints]) -> None:
        sizes = [(len(x), len(y)) for x, y in zip(sources, targets, strict=True)]
        nothing = np.zeros(1, np.int32)
        rows = [
            np.tile(np.concatenate((nothing, source + 1)), len(target))
            for source, target in zip(sources, targets, strict=True)
        ]
        self.source: Ints = np.concatenate(rows)
        columns = [
            np.repeat(target, len(source) + 1)
            for source, target in zip(sources, targets, strict=True)
        ]
        self.target: Ints = np.concatenate(columns)
        self.prior: Floats = np.concatenate([_places(*size) for size in sizes])
        words = np.repeat([n + 1 for n, _ in sizes], [m for _, m in sizes])
        self.word: Ints = np.repeat(np.arange(len(words), dtype=np.int32), words)


@lru_cache(maxsize=1 << 10)
def _places(source: int, target: int) -> Floats:
    """How likely each word of a line of ``target`` words stands for which of ``source`` words."""
    there = (np.arange(target, dtype=np.float32) + 1) / target
    here = (np.arange(source, dtype=np.float32) + 1) / source
    near = np.exp(-TENSION * np.abs(there[:, None] - here[None, :]))
    near *= (1 - NOTHING) / near.sum(1, keepdims=True)
    nothing = np.full((target, 1), NOTHING, np.float32)
    return np.concatenate((nothing, near), 1, dtype=np.float32).ravel()


def _translations(
    sources: Sequence[Ints], targets: Sequence[Ints], sizes: tuple[int, int]
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Pairs of words as source × targets + target, in order, and p(target | source)."""
    links = _Links(sources, targets)
    keys = links.source.astype(np.int64) * sizes[1] + links.target
    pairs, place = np.unique(keys, return_inverse=True)
    source = (pairs // sizes[1]).astype(np.int32)
    likely = np.ones(len(pairs))
    for _ in range(ROUNDS):
        expected = likely[place] * links.prior
        expected /= np.bincount(links.word, expected)[links.word]
        counted = np.bincount(place, expected, len(pairs))
        likely = counted / np.bincount(source, counted, sizes[0] + 1)[source]
    known = (source > 0) & (likely >= _LEAST)
    return pairs[known] - sizes[1], likely[known]


Agreed = tuple[NDArray[np.int64], NDArray[np.float64], int]


def _agreed(
    there: tuple[NDArray[np.int64], NDArray[np.float64]],
    back: tuple[NDArray[np.int64], NDArray[np.float64]],
    sizes: tuple[int, int],
) -> Agreed:
    """The pairs that both directions know, with the mean of their probabilities."""
    turned = back[0] % sizes[0] * sizes[1] + back[0] // sizes[0]
    keys, here, other = np.intersect1d(there[0], turned, return_indices=True)
    return keys, np.sqrt(there[1][here] * back[1][other]), sizes[1]


def _named(agreed: Agreed, firsts: Sequence[str], seconds: Sequence[str]) -> Probabilities:
    found: dict[str, list[tuple[float, str]]] = {}
    keys, means, size = agreed
    for key, mean in zip(keys.tolist(), means.tolist(), strict=True):
        found.setdefault(firsts[key // size], []).append((mean, seconds[key % size]))
    return {word: _best(those) for word, those in found.items()}


def _best(those: list[tuple[float, str]]) -> dict[str, float]:
    ranked = list(islice(sorted(those, reverse=True), _KEPT))
    total = sum(mean for mean, _ in ranked)
    return {word: mean / total for mean, word in ranked if mean / total >= _LEAST_SHARE}
