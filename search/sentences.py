"""The sentences of a text that answer a question, word for word as they stand."""

from collections import Counter
from collections.abc import Mapping, Sequence
from heapq import nlargest
from math import log1p, sqrt

from search.grams import grams
from search.normalising import words
from search.splitting import split_sentences
from search.stopwords import ALL_STOP_WORDS

Pieces = frozenset[str]


def best_sentences(question: str, text: str, limit: int = 2) -> tuple[str, ...]:
    """Return at most ``limit`` sentences that share most with the question, in the text's order.

    A text that shares nothing with the question is quoted from its beginning.
    """
    sentences = tuple(dict.fromkeys(split_sentences(text)))
    pieces = [_pieces(x) for x in sentences]
    rarity = _rarity(pieces)
    asked = _pieces(question)
    scores = [_share(asked, each, rarity) for each in pieces]
    telling = [number for number, score in enumerate(scores) if score] or range(len(sentences))
    best = nlargest(limit, telling, key=lambda number: (scores[number], -number))
    return tuple(sentences[number] for number in sorted(best))


def _pieces(text: str) -> Pieces:
    content = [word for word in words(text) if word not in ALL_STOP_WORDS]
    return frozenset([piece for word in content for piece in (word, *grams(word))])


def _rarity(sentences: Sequence[Pieces]) -> Mapping[str, float]:
    holding = Counter(piece for pieces in sentences for piece in pieces)
    return {piece: log1p(len(sentences) / many) for piece, many in holding.items()}


def _share(asked: Pieces, pieces: Pieces, rarity: Mapping[str, float]) -> float:
    if not pieces:
        return 0.0
    return sum([rarity[piece] for piece in asked & pieces]) / sqrt(sqrt(len(pieces)))
