"""Likeness to example sentences as its definition reads, sentence by sentence."""

from collections.abc import Mapping, Sequence
from math import log1p, sqrt

from search.normalising import words
from search.sentence_index import pieces_of


def plain(
    examples: Mapping[str, Sequence[str]], said: Sequence[str], language: str
) -> dict[str, float]:
    """How like what was said is to what is said of each code: cosines, the nearest three count."""
    held = {
        code: [pieces_of(words(text), language) for text in texts]
        for code, texts in examples.items()
    }
    asked = pieces_of(said, language)
    known = {x for those in held.values() for each in those for x in each} | asked.keys()
    rarity = {x: _rarity(x, held) for x in known}
    likes = {code: [_cosine(asked, x, rarity) for x in those] for code, those in held.items()}
    return {code: _together(x) for code, x in likes.items() if any(x)}


def _rarity(piece: str, held: Mapping[str, Sequence[Mapping[str, float]]]) -> float:
    codes = sum(any(piece in each for each in those) for those in held.values())
    return log1p(len(held) / max(codes, 1))


def _cosine(
    one: Mapping[str, float], other: Mapping[str, float], rarity: Mapping[str, float]
) -> float:
    shared = sum(one[x] * other[x] * rarity[x] ** 2 for x in one.keys() & other.keys())
    return shared / (_length(one, rarity) * _length(other, rarity)) if shared else 0.0


def _length(pieces: Mapping[str, float], rarity: Mapping[str, float]) -> float:
    return sqrt(sum((weight * rarity[x]) ** 2 for x, weight in pieces.items()))


def _together(likes: Sequence[float]) -> float:
    nearest = sorted(likes, reverse=True)[:3]
    return sum(x * 0.5**place for place, x in enumerate(nearest)) / 1.75
