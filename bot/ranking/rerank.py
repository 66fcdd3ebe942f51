"""A model that reads question and offers together: POST to a rerank address.

The interface that Jina, Cohere, vLLM and text-embeddings-inference's neighbours share: `{"model",
"query", "documents"}` gives `{"results": [{"index", "relevance_score"}]}`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.ranking.asking import asking, number
from models.ranker import Candidate, NotRanked, Why


class Reranker:
    """As models.ranker.Ranker says; it knows only what it is shown."""

    def __init__(self, url: str, model: str, key: str = "") -> None:
        self._asking = asking(url, key)
        self._model = model

    async def ranked(self, question: str, candidates: Sequence[Candidate]) -> tuple[int, ...]:
        """As models.ranker.Ranker says."""
        texts = [candidate.text for candidate in candidates]
        asked = {"model": self._model, "query": question, "documents": texts}
        scores = _scores(await self._asking.answer(asked), len(candidates))
        order = sorted(scores, key=scores.__getitem__, reverse=True)
        return tuple(candidates[index].key for index in order)

    async def learn(self, candidates: Sequence[Candidate]) -> None:
        """Nothing to learn: it reads the offers with each question."""

    async def close(self) -> None:
        """As models.ranker.Ranker says."""
        await self._asking.close()


def _scores(answer: dict[str, Any], asked: int) -> dict[int, float]:
    results = answer.get("results")
    if not isinstance(results, list) or not all(isinstance(x, dict) for x in results):
        raise NotRanked(Why.WRONG)
    scores = {_index(x.get("index"), asked): number(x.get("relevance_score")) for x in results}
    if not scores or len(scores) != len(results):
        raise NotRanked(Why.WRONG)
    return scores


def _index(value: object, asked: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < asked:
        raise NotRanked(Why.WRONG)
    return value
