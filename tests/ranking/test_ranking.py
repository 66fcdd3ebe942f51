"""A question gets its answer, whatever the model outside does."""

import asyncio
import json
from collections.abc import Sequence

import pytest
from aiohttp import web

from bot.conversation import Conversation
from bot.ranking.embeddings import EmbeddingRanker
from bot.ranking.ranking import Ranking
from bot.ranking.rerank import Reranker
from models.catalogue import Catalogue
from models.ranker import Candidate
from models.store import Store
from models.turn import Command, Said, Sender, Turn
from tests.clock import Clock
from tests.ranking.model import Model
from tests.talking import conversation_in

QUESTION = "Wo kann ich Deutsch lernen?"


class Backwards:
    """Likes best what was found last; with `stuck` it never says so."""

    def __init__(self, *, stuck: bool = False) -> None:
        self.questions: list[str] = []
        self.favourite = 0
        self._stuck = stuck

    async def ranked(self, question: str, candidates: Sequence[Candidate]) -> tuple[int, ...]:
        self.questions.append(question)
        self.favourite = candidates[-1].key
        if self._stuck:
            await asyncio.Event().wait()
        return (self.favourite,)

    async def learn(self, candidates: Sequence[Candidate]) -> None:
        """Nothing."""

    async def close(self) -> None:
        """Nothing."""


async def test_the_model_is_shown_the_first_hits(
    catalogue: Catalogue, reranker: Reranker, model: Model
) -> None:
    order = await Ranking(reranker, 5, lambda: catalogue.offers).order(QUESTION, "de", catalogue)
    assert len(order) == len(model.asked[0]["documents"]) > 3
    assert model.asked[0]["query"] == QUESTION


async def test_a_slow_model_is_not_waited_for(
    catalogue: Catalogue, reranker: Reranker, model: Model
) -> None:
    model.stuck = True
    ranking = Ranking(reranker, 0.01, lambda: catalogue.offers)
    assert await ranking.order(QUESTION, "de", catalogue) == ()
    assert ranking.counted() == {"rankings_late_total": 1}


async def test_a_model_that_talks_nonsense_is_counted(
    catalogue: Catalogue, reranker: Reranker, model: Model
) -> None:
    model.answers = web.Response(text="[]")
    ranking = Ranking(reranker, 5, lambda: catalogue.offers)
    assert await ranking.order(QUESTION, "de", catalogue) == ()
    assert ranking.counted() == {"rankings_wrong_total": 1}


async def test_what_nobody_offers_is_not_sent(
    catalogue: Catalogue, reranker: Reranker, model: Model
) -> None:
    assert await Ranking(reranker, 5, lambda: catalogue.offers).order("xqzw", "de", catalogue) == ()
    assert model.asked == []


async def test_offers_are_learned_beside_everything_else(
    catalogue: Catalogue, embedder: EmbeddingRanker, model: Model
) -> None:
    ranking = Ranking(embedder, 5, lambda: catalogue.offers)
    assert await ranking.order(QUESTION, "de", catalogue) == ()
    await ranking.learn()
    assert len(await ranking.order(QUESTION, "de", catalogue)) >= 20
    asked = len(model.asked)
    await ranking.learn()
    assert len(model.asked) == asked


async def test_only_questions_go_to_the_model(town: Store) -> None:
    conversation, model = _conversation(town)
    await conversation.converse(_turn(Command("start", "")))
    await conversation.converse(_turn(Said(QUESTION)))
    await conversation.converse(_turn(Command("surveys", "")))
    assert model.questions == [QUESTION]


@pytest.mark.parametrize("stuck", [False, True])
async def test_there_is_an_answer_with_the_model_and_without(town: Store, stuck: bool) -> None:
    conversation, model = _conversation(town, stuck=stuck)
    owed = await conversation.converse(_turn(Said(QUESTION)))
    assert owed is not None
    offer = conversation.catalogue.offers[model.favourite]
    first = json.loads(owed.message)["cards"][0]["title"]["text"]
    assert (first == offer.texts["de"]["title"]) is not stuck


def _conversation(town: Store, *, stuck: bool = False) -> tuple[Conversation, Backwards]:
    conversation = conversation_in(town, Clock())
    model = Backwards(stuck=stuck)
    conversation.ranking = Ranking(
        model, 0.01 if stuck else 5, lambda: conversation.catalogue.offers
    )
    return conversation, model


def _turn(did: Said | Command) -> Turn:
    return Turn(Sender("web", "browser-1", "de"), did, Clock()())
