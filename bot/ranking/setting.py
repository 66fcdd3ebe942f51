"""The ranker that the settings name."""

from __future__ import annotations

from collections.abc import Mapping

from bot.conversation import Conversation
from bot.ranking.embeddings import EmbeddingRanker
from bot.ranking.ranking import Ranking
from bot.ranking.rerank import Reranker
from bot.settings import Settings

Kind = type[EmbeddingRanker] | type[Reranker]
RANKERS: Mapping[str, Kind] = {"embeddings": EmbeddingRanker, "rerank": Reranker}


def ranking_of(settings: Settings, conversation: Conversation) -> Ranking:
    """A model at the town's address, which gets to know the offers of the conversation."""
    key = settings.ranker_key.get_secret_value()
    made = RANKERS[settings.ranker_kind](settings.ranker_url, settings.ranker_model, key)
    return Ranking(made, settings.ranker_ms / 1000, lambda: conversation.catalogue.offers)
