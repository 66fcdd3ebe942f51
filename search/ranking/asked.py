"""A question as one language's documents are asked: words, and the stems that may stand for each.

In the question's own language a word is its stem, and the parts of a compound. In German documents
a foreign word is its translations, each as far as it is likely: probabilistic structured queries
(Darwish & Oard 2003).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log1p

import numpy as np

from search.forward import GRAMS, STEMS, token
from search.grams import grams
from search.ranking.batch import Floats, Tokens, Wanted

_UNKNOWN = 3  # documents that a word is taken to stand in whose meaning is not known
_UNTRANSLATED = 0.7  # how much such a word counts beside the others
_LEAST_FOR_GRAMS = 0.1  # of a translation, for its 4-grams to be looked for

Frequencies = Callable[[Sequence[tuple[str, str]]], Sequence[int]]  # of (field, token) pairs


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the question: stems and written forms that may stand for it, with how surely.

    Forms that are ``cut`` are but the beginnings of words.
    """

    stems: Mapping[str, float]
    forms: Mapping[str, float]
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """Columns over stems, forms and grams (rows) and the question's words (columns).

    Tokens are in ascending order. ``rarity`` is each word's inverse document frequency;
    ``unwritten`` are the words that no document has (1 or 0).
    """

    rarity: Floats
    unwritten: Floats
    stems: Tokens
    means: Floats
    forms: Tokens
    form_means: Floats
    grams: Tokens
    gram_rarity: Floats
    gram_means: Floats
    pairs: frozenset[tuple[int, int]]
    query: Sequence[tuple[str, str, float]]

    @property
    def wanted(self) -> Wanted:
        """What documents are looked through for."""
        return Wanted(self.stems, self.forms, self.grams)


def rarity(size: int, holding: float) -> float:
    """Return the inverse document frequency, positive also for what most documents hold."""
    return log1p((max(size - holding, 0.0) + 0.5) / (holding + 0.5))


def asked(words: Sequence[Word], size: int, frequencies: Frequencies) -> Asked:
    """Return a question's words as columns, over an index of ``size`` documents."""
    stems = sorted({x for word in words for x in word.stems}, key=token)
    forms = sorted({x for word in words for x in word.forms}, key=token)
    pieces, gram_means = _grams(words)
    held = frequencies([*((STEMS, x) for x in stems), *((GRAMS, x) for x in pieces)])
    holding = dict(zip(stems, held, strict=False))
    gram_rarity = np.array([rarity(size, x) for x in held[len(stems) :]])
    return Asked(
        rarity=np.array([_rarity(word, size, holding) for word in words]),
        unwritten=np.array([float(not any(holding[y] for y in x.stems)) for x in words]),
        stems=_tokens(stems),
        means=_means(stems, [word.stems for word in words]),
        forms=_tokens(forms),
        form_means=_means(forms, [word.forms for word in words]),
        grams=_tokens(pieces),
        gram_rarity=gram_rarity * gram_means.max(1, initial=0.0),
        gram_means=gram_means / np.maximum(gram_means.sum(0), 1e-9),
        pairs=frozenset(_pairs(words)),
        query=tuple(_query(words, pieces, gram_means)),
    )


def _rarity(word: Word, size: int, holding: Mapping[str, int]) -> float:
    total = sum(word.stems.values())
    if not total:
        return _UNTRANSLATED * rarity(size, _UNKNOWN)
    return rarity(size, sum(share * holding[x] for x, share in word.stems.items()) / total)


def _grams(words: Sequence[Word]) -> tuple[list[str], Floats]:
    found = [_grams_of(word) for word in words]
    ordered = sorted({gram for shares in found for gram in shares}, key=token)
    return ordered, _means(ordered, found)


def _grams_of(word: Word) -> dict[str, float]:
    shares: dict[str, float] = {}
    likely = [(form, share) for form, share in word.forms.items() if share >= _LEAST_FOR_GRAMS]
    end = -1 if word.is_cut else None
    for gram, share in ((gram, share) for form, share in likely for gram in grams(form)[:end]):
        shares[gram] = min(1.0, shares.get(gram, 0.0) + share)
    return shares


def _tokens(texts: Iterable[str]) -> Tokens:
    return np.array([token(x) for x in texts], np.uint32)


def _means(rows: Sequence[str], columns: Sequence[Mapping[str, float]]) -> Floats:
    found = np.zeros((len(rows), len(columns)))
    place = {text: row for row, text in enumerate(rows)}
    for column, shares in enumerate(columns):
        for text, share in shares.items():
            found[place[text], column] = share
    return found


def _pairs(words: Sequence[Word]) -> Iterable[tuple[int, int]]:
    for one, other in pairwise(words):
        both = [(token(x), token(y)) for x in one.stems for y in other.stems]
        yield from both
        yield from ((second, first) for first, second in both)


def _query(
    words: Sequence[Word], pieces: Sequence[str], gram_means: Floats
) -> Iterable[tuple[str, str, float]]:
    stems: dict[str, float] = {}
    for word in words:
        for stem, share in word.stems.items():
            stems[stem] = max(share, stems.get(stem, 0.0))
    yield from ((STEMS, stem, share) for stem, share in stems.items())
    weights = gram_means.max(1, initial=0.0).tolist()
    yield from ((GRAMS, x, _GRAMS * weight) for x, weight in zip(pieces, weights, strict=True))


_GRAMS = 0.4  # of a 4-gram beside a stem, for what is to be looked at more closely
