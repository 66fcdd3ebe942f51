"""A model that makes vectors of texts: POST to an OpenAI-compatible embeddings address.

`{"model", "input": [...]}` gives `{"data": [{"index", "embedding": [...]}]}`. Offers' vectors are
made beforehand and kept in memory by the text they were made of, so that a question costs one call.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.ranking.asking import asking, number
from models.ranker import Candidate, NotRanked, Why
from search.reranking import FIRST

AT_ONCE = 64
Vectors = NDArray[np.float32]


class EmbeddingRanker:
    """As models.ranker.Ranker says; it also names offers that nothing else found."""

    def __init__(self, url: str, model: str, key: str = "") -> None:
        self._asking = asking(url, key)
        self._model = model
        self._known: dict[str, Vectors] = {}
        self._keys: tuple[int, ...] = ()
        self._matrix: Vectors = np.zeros((0, 0), np.float32)

    async def ranked(self, question: str, candidates: Sequence[Candidate]) -> tuple[int, ...]:
        """As models.ranker.Ranker says; () while it knows no offers."""
        keys, matrix = self._keys, self._matrix
        if not keys:
            return ()
        asked = (await self._vectors([question]))[0]
        if len(asked) != matrix.shape[1]:
            raise NotRanked(Why.WRONG)
        near = matrix @ asked
        best = np.argsort(-near)[:FIRST]
        shown = {candidate.key for candidate in candidates}
        order = dict.fromkeys((*best.tolist(), *[n for n, key in enumerate(keys) if key in shown]))
        return tuple(keys[n] for n in sorted(order, key=lambda n: -float(near[n])))

    async def learn(self, candidates: Sequence[Candidate]) -> None:
        """Vectors of offers that it does not know yet; it forgets those that are no more."""
        texts = {candidate.text for candidate in candidates}
        unknown = sorted(texts - self._known.keys())
        for start in range(0, len(unknown), AT_ONCE):
            part = unknown[start : start + AT_ONCE]
            self._known.update(zip(part, await self._vectors(part), strict=True))
        self._known = {text: vector for text, vector in self._known.items() if text in texts}
        if len({len(vector) for vector in self._known.values()}) > 1:
            self._known = {}
            raise NotRanked(Why.WRONG)
        if candidates:
            self._matrix = np.stack([self._known[x.text] for x in candidates])
        self._keys = tuple(candidate.key for candidate in candidates)

    async def close(self) -> None:
        """As models.ranker.Ranker says."""
        await self._asking.close()

    async def _vectors(self, texts: list[str]) -> list[Vectors]:
        answer = await self._asking.answer({"model": self._model, "input": texts})
        return _unit_vectors(answer, len(texts))


def _unit_vectors(answer: dict[str, Any], asked: int) -> list[Vectors]:
    data = answer.get("data")
    if not isinstance(data, list) or len(data) != asked:
        raise NotRanked(Why.WRONG)
    by_index = {x.get("index"): x.get("embedding") for x in data if isinstance(x, dict)}
    return [_unit(by_index.get(index)) for index in range(asked)]


def _unit(values: object) -> Vectors:
    if not isinstance(values, list) or not values:
        raise NotRanked(Why.WRONG)
    vector = np.array([number(value) for value in values], np.float32)
    length = float(np.linalg.norm(vector))
    if not length:
        raise NotRanked(Why.WRONG)
    return vector / np.float32(length)
