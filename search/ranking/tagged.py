"""How far documents are about the concepts that a question tells of."""

from collections.abc import Container, Mapping
from functools import cached_property

import numpy as np

from search.engine import TextIndex
from search.parts import CONCEPT, CONCEPTS
from search.ranking.asked import rarity
from search.ranking.rows import Rows

NAMES = ("concepts", "best_concept", "main_concept")


class Tagged:
    """The documents of an index by concepts, asked for some with their strengths."""

    def __init__(
        self, index: TextIndex, strengths: Mapping[str, float], surety: float = 1.0
    ) -> None:
        """``surety`` (0 to 1) is what whoever tells of the concepts counts in all."""
        self._index = index
        self._strengths = strengths
        self._surety = surety

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
        if not self.weights or not documents:
            return Rows([*documents], np.zeros((len(documents), len(NAMES))))
        weights = np.array([*self.weights.values()])
        about = np.array([[x.get(code, 0.0) for code in self.weights] for x in documents.values()])
        shares = about * weights
        columns = (shares.sum(1) / weights.sum(), shares.max(1), about[:, weights.argmax()])
        return Rows([*documents], self._surety * np.stack(columns, 1))
