"""A language's segments as a reader sees them, asked together."""

from collections.abc import Container, Sequence
from heapq import nlargest
from itertools import chain
from math import log1p

import numpy as np
from numpy.typing import NDArray

from search.inverted.blocks import Postings
from search.inverted.buffer import STEPS, encoded
from search.inverted.merging import averages, together
from search.inverted.segments import Lookup, Segment

Query = Sequence[tuple[str, str, float]]  # field, token, weight
Scored = tuple[int, float]  # key, score
_Scores = NDArray[np.float32]


class View:
    """The segments of one language at one commit."""

    def __init__(self, segments: Sequence[Segment], lookup: Lookup) -> None:
        self._segments = segments
        self._lookup = lookup
        self.size = sum(x.size for x in segments)
        self.averages = averages(together([x.lengths for x in segments]))

    def frequency(self, field: str, token: str) -> int:
        """How many documents hold a token; those replaced since the last merge count twice."""
        return sum(len(x.places) for x in self._found(encoded(field, token)))

    def search(self, query: Query, limit: int, allowed: Container[int] | None) -> list[Scored]:
        """The keys of the best documents with their scores, best first."""
        scores = [np.zeros(len(x.keys), np.float32) for x in self._segments]
        for field, token, weight in query:
            found = self._found(encoded(field, token))
            factor = np.float32(weight * self._rarity(sum(len(x.places) for x in found)) / STEPS)
            for score, (places, impacts) in zip(scores, found, strict=True):
                score[places] += impacts * factor
        pairs = zip(self._segments, scores, strict=True)
        best = chain.from_iterable(_best(*pair, limit, allowed) for pair in pairs)
        return nlargest(limit, best, key=lambda x: (x[1], -x[0]))

    def _found(self, token: bytes) -> list[Postings]:
        return [self._lookup.postings(x.id, token) for x in self._segments]

    def _rarity(self, holding: int) -> float:
        return log1p((max(self.size - holding, 0) + 0.5) / (holding + 0.5))


def _best(
    segment: Segment, scores: _Scores, limit: int, allowed: Container[int] | None
) -> list[Scored]:
    held = np.flatnonzero(np.where(segment.alive, scores, 0))
    if allowed is not None:
        admitted = [key in allowed for key in segment.keys[held].tolist()]
        held = held[np.array(admitted, np.bool_)]
    if len(held) > limit:
        least = np.partition(scores[held], -limit)[-limit]
        held = held[scores[held] >= least]
    return list(zip(segment.keys[held].tolist(), scores[held].tolist(), strict=True))
