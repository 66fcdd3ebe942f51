"""How far documents are about the concepts that a question tells of."""

from collections.abc import Container, Mapping
from functools import cached_property

import numpy as np

from search.engine import TextIndex
from search.parts import CONCEPT, CONCEPTS
from search.ranking.asked import rarity
from search.ranking.looking import Rows

NAMES = ("concepts", "best_concept", "main_concept")


class Tagged:
    """The documents of an index by concepts, asked for some with their strengths."""

    def __init__(self, index: TextIndex, strengths: Mapping[str, float]) -> None:
        self._index = index
        self._strengths = strengths

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """What each concept counts: how strongly it is told of, and how few documents have it."""
        size = self._index.size(CONCEPTS)
        codes = list(self._strengths)
        held = self._index.frequencies(CONCEPTS, [(CONCEPT, code) for code in codes])
        most = rarity(size, 0) or 1.0
        return {
            code: self._strengths[code] * rarity(size, many) / most
            for code, many in zip(codes, held, strict=True)
            if many
        }

    def candidates(self, limit: int, allowed: Container[int] | None) -> list[int]:
        """Return the keys of the documents that are most about the concepts."""
        query = [(CONCEPT, code, self._strengths[code]) for code in self.weights]
        return [key for key, _ in self._index.search(CONCEPTS, query, limit, allowed)]

    def rows(self, documents: Mapping[int, Mapping[str, float]]) -> Rows:
        """Return a row of ``NAMES`` for each document, given by what it is about."""
        total = sum(self.weights.values()) or 1.0
        main = max(self.weights, key=self.weights.__getitem__, default="")
        found = {}
        for key, about in documents.items():
            shares = [weight * about.get(code, 0.0) for code, weight in self.weights.items()]
            row = (sum(shares) / total, max(shares, default=0.0), about.get(main, 0.0))
            found[key] = np.array(row)
        return found
