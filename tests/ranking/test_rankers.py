"""Two kinds of models order offers, and what they say is not believed blindly."""

import pytest
from aiohttp import web

from bot.ranking.embeddings import EmbeddingRanker
from bot.ranking.rerank import Reranker
from models.ranker import Candidate, NotRanked, Why
from tests.ranking.model import Model

DOCTOR = Candidate(1, "Arzt für Kinder")
FLAT = Candidate(2, "Wohnung suchen")
COURSE = Candidate(3, "Deutsch lernen")
ALL = (DOCTOR, FLAT, COURSE)

WRONG_SCORES: tuple[object, ...] = (
    {},
    {"results": "none"},
    {"results": []},
    {"results": [{"index": 7, "relevance_score": 1.0}]},
    {"results": [{"index": True, "relevance_score": 1.0}]},
    {"results": [{"index": 0, "relevance_score": "high"}]},
    {"results": [{"index": 0, "relevance_score": 1.0}, {"index": 0, "relevance_score": 2.0}]},
    ["results"],
)
WRONG_VECTORS: tuple[object, ...] = (
    {},
    {"data": []},
    {"data": [{"index": 0, "embedding": []}]},
    {"data": [{"index": 0, "embedding": [0.0, 0.0]}]},
    {"data": [{"index": 0, "embedding": ["x"]}]},
    {"data": [{"index": 5, "embedding": [1.0]}]},
    {"data": [{"index": 0, "embedding": [1.0, 2.0]}]},
    {"data": "none"},
)


async def test_a_reranker_orders_what_it_is_shown(reranker: Reranker, model: Model) -> None:
    assert (await reranker.ranked("Wo kann ich Deutsch lernen?", ALL))[0] == COURSE.key
    assert model.asked[0]["model"] == "small"


async def test_vectors_order_and_name_what_was_not_found(embedder: EmbeddingRanker) -> None:
    assert await embedder.ranked("Wohnung", [DOCTOR]) == ()
    await embedder.learn(ALL)
    assert (await embedder.ranked("Wohnung", [DOCTOR]))[0] == FLAT.key


async def test_only_new_texts_are_made_vectors_of(embedder: EmbeddingRanker, model: Model) -> None:
    await embedder.learn([DOCTOR, FLAT])
    await embedder.learn(ALL)
    assert [x["input"] for x in model.asked] == [[DOCTOR.text, FLAT.text], [COURSE.text]]
    await embedder.learn([FLAT])
    assert await embedder.ranked("Deutsch", []) == (FLAT.key,)


@pytest.mark.parametrize("answer", WRONG_SCORES)
async def test_wrong_scores_are_no_order(reranker: Reranker, model: Model, answer: object) -> None:
    model.answers = web.json_response(answer)
    assert await _why(reranker) is Why.WRONG


@pytest.mark.parametrize("answer", WRONG_VECTORS)
async def test_wrong_vectors_are_no_order(
    embedder: EmbeddingRanker, model: Model, answer: object
) -> None:
    await embedder.learn(ALL)
    model.answers = web.json_response(answer)
    assert await _why(embedder) is Why.WRONG


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (web.Response(status=500), Why.REFUSED),
        (web.Response(status=302, headers={"Location": "/v1/embeddings"}), Why.REFUSED),
        (web.Response(text="{"), Why.WRONG),
        (web.Response(text='{"results": [{"index": 0, "relevance_score": NaN}]}'), Why.WRONG),
    ],
)
async def test_trouble_has_a_name(
    reranker: Reranker, model: Model, answer: web.Response, why: Why
) -> None:
    model.answers = answer
    assert await _why(reranker) is why


async def test_a_dead_model_is_not_reached() -> None:
    dead = Reranker("http://127.0.0.1:9/v1/rerank", "small")
    assert await _why(dead) is Why.UNREACHED
    await dead.close()


async def _why(ranker: Reranker | EmbeddingRanker) -> Why:
    with pytest.raises(NotRanked) as none:
        await ranker.ranked("Deutsch", ALL)
    return none.value.why
