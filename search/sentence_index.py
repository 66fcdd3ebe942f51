"""Example sentences of one language, worked out to be compared with what somebody says.

A sentence is a vector of its words' stems and 4-grams, weighted by how few codes have them in an
example (vector space model with cosines, Salton & al. 1975). The postings of each piece lie beside
each other, so that only those of the pieces that were said are looked at.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import count
from math import log1p
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from search.columns import Bytes, pack, unpack
from search.grams import grams
from search.inverted.run import Tokens, hashed
from search.normalising import words
from search.romanised import skeleton
from search.scripts import Script, script_of, script_of_language
from search.stemming import stem
from search.stopwords import STOP_WORDS

_GRAMS = 0.5  # what all 4-grams of a word count beside its stem
_SOUNDS = "~"  # before consonants
_NEAREST = 3  # sentences of a code that count
# Of the nearest ones, the farthest first.
_SHARES = 0.5 ** np.arange(_NEAREST)[::-1] / sum(0.5**x for x in range(_NEAREST))
Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


class _Said(NamedTuple):
    """The pieces of all sentences: each one's sentence, its number, and its weight there."""

    sentences: Ints
    pieces: Ints
    weights: Floats


class SentenceIndex(NamedTuple):
    """The examples of one language.

    ``holding`` says how many codes have a piece. ``tokens`` are the pieces' hashes in ascending
    order, with where the postings of each begin (and the last end). Each code has as many numbers
    for sentences as the one with the most, so that the codes' nearest are found side by side.
    """

    codes: tuple[str, ...]
    tokens: Tokens
    holding: NDArray[np.uint16]
    starts: NDArray[np.uint32]
    sentences: NDArray[np.uint32]
    weights: NDArray[np.float32]
    most: NDArray[np.uint32]  # sentences of a code, one number

    @classmethod
    def of(cls, examples: Mapping[str, Sequence[str]], language: str) -> "SentenceIndex":
        """Return the index of sentences by their codes."""
        most = max(map(len, examples.values()), default=0) or 1
        places = [(x, y) for x, those in enumerate(examples.values()) for y in range(len(those))]
        numbers = np.array([code * most + place for code, place in places], np.int64)
        known, said = _said([text for those in examples.values() for text in those], language)
        tokens = hashed(("", piece) for piece in known)
        order = np.argsort(tokens)
        pieces = np.argsort(order)[said.pieces]
        holding = _holding(pieces, numbers[said.sentences] // most, len(tokens))
        told = said.weights * _rarity(holding, len(examples))[pieces]
        lengths = np.sqrt(np.bincount(said.sentences, told**2, len(numbers)))
        weights = said.weights * _rarity(holding, len(examples))[pieces] ** 2
        by_piece = np.argsort(pieces, kind="stable")
        return cls(
            codes=tuple(examples),
            tokens=tokens[order],
            holding=holding.astype(np.uint16),
            starts=np.searchsorted(pieces[by_piece], np.arange(len(tokens) + 1)).astype(np.uint32),
            sentences=numbers[said.sentences[by_piece]].astype(np.uint32),
            weights=(weights / lengths[said.sentences])[by_piece].astype(np.float32),
            most=np.array([most], np.uint32),
        )

    def to_bytes(self) -> bytes:
        """The index to be kept."""
        columns = self._asdict()
        return pack({"codes": columns.pop("codes")}, columns)

    @classmethod
    def from_bytes(cls, data: Bytes) -> "SentenceIndex":
        """The index that was kept. Raises ValueError, KeyError."""
        texts, columns = unpack(data)
        return cls(texts["codes"], *[columns[name] for name in cls._fields[1:]])

    def likenesses(self, said: Sequence[str], language: str) -> dict[str, float]:
        """Return the likeness of each code: the mean of its nearest sentences, nearest first."""
        pieces = pieces_of(said, language)
        if not pieces or not len(self.tokens):
            return {}
        at, known = self._find(hashed(("", piece) for piece in pieces))
        weights = np.fromiter(pieces.values(), np.float64, len(pieces))
        strange = log1p(len(self.codes))
        rarity = np.where(known, _rarity(self.holding[at], len(self.codes)), strange)
        likes = self._likes(at[known], weights[known]) / np.sqrt(((weights * rarity) ** 2).sum())
        if likes.shape[1] > _NEAREST:
            likes = np.partition(likes, -_NEAREST, 1)[:, -_NEAREST:]
        near = np.sort(likes, 1) @ _SHARES[-likes.shape[1] :]
        there = np.flatnonzero(near)
        return dict(zip([self.codes[x] for x in there.tolist()], near[there].tolist(), strict=True))

    def heard(self, said: Sequence[str], language: str) -> float:
        """Return the share (0 to 1) of the telling words that stand in any sentence."""
        stems = {key for word in telling(said, language) for key in keys_of(word, language)[:1]}
        if not stems or not len(self.tokens):
            return 0.0
        return float(self._find(hashed(("", x) for x in stems))[1].mean())

    def _find(self, tokens: Tokens) -> tuple[Ints, NDArray[np.bool_]]:
        """Where the pieces stand, and which do at all."""
        at = np.minimum(np.searchsorted(self.tokens, tokens), len(self.tokens) - 1)
        return at, self.tokens[at] == tokens

    def _likes(self, at: Ints, weights: Floats) -> Floats:
        """A row for each code, with the likenesses of its sentences."""
        starts, ends = self.starts[at], self.starts[at + 1]
        stretches = zip(starts.tolist(), ends.tolist(), strict=True)
        slices = [slice(0, 0), *(slice(*x) for x in stretches)]
        sentences = np.concatenate([self.sentences[x] for x in slices])
        there = np.concatenate([self.weights[x] for x in slices])
        told = there * np.repeat(weights, ends - starts)
        most = int(self.most[0])
        likes = np.bincount(sentences, told, len(self.codes) * most).astype(np.float64)
        return likes.reshape(-1, most)


def pieces_of(said: Sequence[str], language: str) -> dict[str, float]:
    """Return the stems and 4-grams of normalised words that tell something, with their weights.

    In a language of other letters a word's consonants count as well, for those who type it in
    Latin letters.
    """
    pieces: defaultdict[str, float] = defaultdict(float)
    for word in telling(said, language):
        for key in keys_of(word, language):
            pieces[key] = 1.0
        parts = grams(word)
        for part in parts:
            pieces[part] += _GRAMS / len(parts)
    return pieces


def telling(said: Iterable[str], language: str) -> list[str]:
    """Return the words that not every sentence of the language has."""
    plain = STOP_WORDS.get(language, frozenset())
    return [word for word in said if word not in plain]


def keys_of(word: str, language: str) -> list[str]:
    """Return what a word is known by: its consonants where its letters may vary, its stem."""
    if script_of_language(language) is Script.LATIN:
        return [stem(word, language)]
    sounds = [f"{_SOUNDS}{skeleton(word)}"] if skeleton(word) else []
    is_own = script_of(word) is script_of_language(language)
    return [stem(word, language), *sounds] if is_own else [*sounds, stem(word, language)]


def _said(texts: Sequence[str], language: str) -> tuple[list[str], _Said]:
    """The pieces that stand anywhere, and those of each sentence."""
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    each = [pieces_of(words(text), language) for text in texts]
    pieces = [numbers[piece] for those in each for piece in those]
    weights = [weight for those in each for weight in those.values()]
    sentences = np.repeat(np.arange(len(each)), [len(those) for those in each])
    return list(numbers), _Said(sentences, np.array(pieces, np.int64), np.array(weights))


def _holding(pieces: Ints, owners: Ints, many: int) -> Ints:
    pairs = np.unique((pieces << 16) | owners)
    return np.bincount(pairs >> 16, minlength=many)


def _rarity(holding: NDArray[Any], codes: int) -> Floats:
    rarity: Floats = np.log1p(codes / np.maximum(holding, 1))
    return rarity
