"""Concepts by what others say who need them: the nearest of example sentences.

Terms find what is named. Who tells of a situation often names nothing ("the fridge is empty"), but
shares words and parts of words with others in the same situation: a question is compared with
example sentences as texts are, and each concept gets what its nearest say.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import log1p, sqrt

from search.grams import grams
from search.normalising import words
from search.stemming import stem
from search.stopwords import STOP_WORDS
from search.thesaurus import Situations

_GRAMS = 0.5  # what all 4-grams of a word count beside its stem
_LANGUAGES_KEPT = 20
_NEAREST = 3  # sentences of a concept that count
Pieces = Mapping[str, float]


class Likeness:
    """Example sentences, ready to be compared with; a language's are indexed when first asked."""

    def __init__(self, examples: Situations) -> None:
        self._examples = examples
        self._indexes = lru_cache(maxsize=_LANGUAGES_KEPT)(self._index_of)

    def concepts(self, said: Sequence[str], languages: Iterable[str]) -> dict[str, float]:
        """Return how like (0 to 1) what was said is to what is said of each concept."""
        found: dict[str, float] = {}
        for language in self._examples.keys() & set(languages):
            for code, like in self._indexes(language).concepts(said).items():
                found[code] = max(like, found.get(code, 0.0))
        return found

    def _index_of(self, language: str) -> "_Sentences":
        return _Sentences(self._examples[language], language)


class _Sentences:
    """One language's examples, as vectors of stems and 4-grams weighted by rarity."""

    def __init__(self, examples: Mapping[str, Sequence[str]], language: str) -> None:
        self._language = language
        sentences = [(code, said) for code, those in examples.items() for said in those]
        self._codes = tuple(code for code, _ in sentences)
        pieces = [self._pieces(words(said)) for _, said in sentences]
        holding: defaultdict[str, set[str]] = defaultdict(set)
        for code, those in zip(self._codes, pieces, strict=True):
            for piece in those:
                holding[piece].add(code)
        many = len(examples)
        self._rarity = {x: log1p(many / len(codes)) for x, codes in holding.items()}
        self._postings: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, those in enumerate(pieces):
            length = self._length(those)
            for piece, weight in those.items():
                self._postings[piece].append((number, weight * self._rarity[piece] ** 2 / length))

    def concepts(self, said: Sequence[str]) -> dict[str, float]:
        """Return the likeness of each concept: the mean of its nearest sentences, nearest first."""
        pieces = self._pieces(said)
        length = self._length(pieces)
        if not length:
            return {}
        likenesses: defaultdict[int, float] = defaultdict(float)
        for piece, weight in pieces.items():
            for number, there in self._postings.get(piece, ()):
                likenesses[number] += weight * there / length
        by_code: defaultdict[str, list[float]] = defaultdict(list)
        for number, like in likenesses.items():
            by_code[self._codes[number]].append(like)
        return {code: _together(those) for code, those in by_code.items()}

    def _pieces(self, said: Sequence[str]) -> Pieces:
        plain = STOP_WORDS.get(self._language, frozenset())
        pieces: defaultdict[str, float] = defaultdict(float)
        for word in (x for x in said if x not in plain):
            pieces[stem(word, self._language)] = 1.0
            parts = grams(word)
            for part in parts:
                pieces[part] += _GRAMS / len(parts)
        return pieces

    def _length(self, pieces: Pieces) -> float:
        strange = log1p(len(set(self._codes)))
        squares = ((x * self._rarity.get(piece, strange)) ** 2 for piece, x in pieces.items())
        return sqrt(sum(squares))


def _together(likenesses: Iterable[float]) -> float:
    nearest = sorted(likenesses, reverse=True)[:_NEAREST]
    weights = [0.5**place for place in range(len(nearest))]
    whole = sum(0.5**place for place in range(_NEAREST))
    return sum(x * y for x, y in zip(nearest, weights, strict=True)) / whole
