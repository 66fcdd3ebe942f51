"""What an outside model may do to an answer: reorder its beginning and add to it, nothing else."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import replace

from search.answer import Answer, Hit

FIRST = 20  # hits that a model may reorder, and candidates that it may add
K = 60  # of reciprocal rank fusion (Cormack, Clarke & Büttcher 2009)


def reordered(
    answer: Answer, order: Sequence[int], allowed: Container[int] | None = None
) -> Answer:
    """Return the answer with its first hits in the order that both rankings together give.

    ``order`` are keys, best first, as a model sees it; those that the answer lacks come in with
    what their rank is worth, unless they are not ``allowed``. An answer that has nothing stays as
    it is, and how likely it is right stays what it was: a model never knows whether a town helps.
    """
    if not answer.hits:
        return answer
    head, tail = answer.hits[:FIRST], answer.hits[FIRST:]
    known = {hit.key: hit for hit in answer.hits}
    admitted = [key for key in order if allowed is None or key in allowed][:FIRST]
    ranks = _fused([[hit.key for hit in head], admitted])
    worst = min(hit.score for hit in head)
    fused = [
        known.get(key, Hit(key, worst, head[0].language))
        for key in sorted(ranks, key=ranks.__getitem__, reverse=True)
    ]
    taken = {hit.key for hit in fused}
    return replace(answer, hits=(*fused, *[hit for hit in tail if hit.key not in taken]))


def _fused(rankings: Iterable[Sequence[int]]) -> dict[int, float]:
    scores: dict[int, float] = {}
    for ranking in rankings:
        for rank, key in enumerate(dict.fromkeys(ranking), 1):
            scores[key] = scores.get(key, 0.0) + 1 / (K + rank)
    return scores
