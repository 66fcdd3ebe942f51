"""Models that rank, and those who ask them."""

from collections.abc import AsyncIterator

import pytest

from bot.ranking.embeddings import EmbeddingRanker
from bot.ranking.rerank import Reranker
from tests.ranking.model import Model, running


@pytest.fixture
async def model() -> AsyncIterator[Model]:
    """Works until it is told otherwise."""
    async with running() as one:
        yield one


@pytest.fixture
async def reranker(model: Model) -> AsyncIterator[Reranker]:
    """Reads question and offers together."""
    one = Reranker(f"{model.url}/v1/rerank", "small", "secret")
    yield one
    await one.close()


@pytest.fixture
async def embedder(model: Model) -> AsyncIterator[EmbeddingRanker]:
    """Knows offers by their vectors."""
    one = EmbeddingRanker(f"{model.url}/v1/embeddings", "small")
    yield one
    await one.close()
