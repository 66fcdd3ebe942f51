"""A language's segments as a reader sees them, asked together."""

from collections.abc import Container, Iterable, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from search.inverted.buffer import MOST_IMPACT, STEPS
from search.inverted.merging import averages, together
from search.inverted.run import Numbers, Run, Tokens, hashed
from search.inverted.segments import Segment

Query = Sequence[tuple[str, str, float]]  # field, token, weight
Scored = tuple[int, float]  # key, score
_Scores = NDArray[np.float64]
_KEPT = 1 << 10  # frequencies of tokens that are asked for again and again
_ALLOWED, _MORE = 4, 8  # so many times what is wanted is looked through; if that is too few, more


class _Found(NamedTuple):
    """Where the postings of some tokens begin and end in a segment."""

    segment: Segment
    run: Run
    starts: Numbers
    ends: Numbers


class View:
    """The segments of one language at one commit."""

    def __init__(self, segments: Sequence[tuple[Segment, Run]]) -> None:
        self._segments = segments
        self.size = sum(x.size for x, _ in segments)
        self.averages = averages(together([x.lengths for x, _ in segments]))
        self.frequency = lru_cache(maxsize=_KEPT)(self._frequency)

    def frequencies(self, tokens: Iterable[tuple[str, str]]) -> list[int]:
        """How many documents hold each token; those replaced since the last merge count twice."""
        asked = hashed(tokens)
        holding: list[int] = self._holding(self._find(asked), len(asked)).tolist()
        return holding

    def search(self, query: Query, limit: int, allowed: Container[int] | None) -> list[Scored]:
        """The keys of the best documents with their scores, best first."""
        return self._search(query, limit, allowed)[0] if query else []

    def shares(self, query: Query, limit: int) -> list[Scored]:
        """The same with shares (0 to 1) of what a document could have at most."""
        found, whole = self._search(query, limit, None) if query else ([], 0.0)
        return [(key, score / whole) for key, score in found]

    def _search(
        self, query: Query, limit: int, allowed: Container[int] | None
    ) -> tuple[list[Scored], float]:
        found = self._find(hashed((field, token) for field, token, _ in query))
        factors = self._factors(np.array([x for *_, x in query]), self._holding(found, len(query)))
        best = (_best(x.segment, _scores(x, factors), limit, allowed) for x in found)
        whole = float(factors.sum()) * MOST_IMPACT
        return sorted(chain.from_iterable(best), key=lambda x: (-x[1], x[0]))[:limit], whole

    def _frequency(self, field: str, token: str) -> int:
        return self.frequencies([(field, token)])[0]

    def _find(self, tokens: Tokens) -> list[_Found]:
        return [_Found(segment, run, *run.find(tokens)) for segment, run in self._segments]

    def _holding(self, found: Sequence[_Found], many: int) -> Numbers:
        return sum((x.ends - x.starts for x in found), np.zeros(many, np.int64))

    def _factors(self, weights: NDArray[np.float64], holding: Numbers) -> _Scores:
        """What an impact of each token is worth: its weight times its rarity."""
        lacking = np.maximum(self.size - holding, 0)
        rarity = np.log1p((lacking + 0.5) / (holding + 0.5))
        return weights * rarity / STEPS


def _scores(found: _Found, factors: _Scores) -> _Scores:
    places, impacts = found.run.postings(found.starts, found.ends)
    weights = impacts * np.repeat(factors, found.ends - found.starts)
    scores = np.bincount(places, weights, len(found.segment.keys))
    return np.where(found.segment.alive, scores, 0)


def _best(
    segment: Segment, scores: _Scores, limit: int, allowed: Container[int] | None
) -> list[Scored]:
    held = np.flatnonzero(scores)
    looked_at = limit if allowed is None else limit * _ALLOWED
    while True:
        first = _first(held, scores, looked_at)
        best = zip(segment.keys[first].tolist(), scores[first].tolist(), strict=True)
        found = [(key, score) for key, score in best if allowed is None or key in allowed]
        if len(found) >= limit or len(first) == len(held):
            return found
        looked_at *= _MORE


def _first(held: Numbers, scores: _Scores, many: int) -> Numbers:
    """Those with the best scores, and all that are as good as the last of them."""
    if len(held) <= many:
        return held
    least = np.partition(scores[held], -many)[-many]
    first: Numbers = held[scores[held] >= least]
    return first
