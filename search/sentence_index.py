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
_SHARES = 0.5 ** np.arange(_NEAREST) / sum(0.5**x for x in range(_NEAREST))
Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


class _Said(NamedTuple):
    """The pieces of all sentences: each one's sentence, its number, and its weight there."""

    sentences: Ints
    pieces: Ints
    weights: Floats


class SentenceIndex(NamedTuple):
    """The examples of one language.

    ``owners`` has each sentence's code, ``holding`` how many codes have a piece. ``tokens`` are the
    pieces' hashes in ascending order, with where the postings of each begin (and the last end).
    """

    codes: tuple[str, ...]
    owners: NDArray[np.uint16]
    tokens: Tokens
    holding: NDArray[np.uint16]
    starts: NDArray[np.uint32]
    sentences: NDArray[np.uint32]
    weights: NDArray[np.float32]

    @classmethod
    def of(cls, examples: Mapping[str, Sequence[str]], language: str) -> "SentenceIndex":
        """Return the index of sentences by their codes."""
        owned = [(code, text) for code, texts in enumerate(examples.values()) for text in texts]
        owners = np.array([code for code, _ in owned], np.int64)
        known, said = _said([text for _, text in owned], language)
        tokens = hashed(("", piece) for piece in known)
        order = np.argsort(tokens)
        pieces = np.argsort(order)[said.pieces]
        holding = _holding(pieces, owners[said.sentences], len(tokens))
        told = said.weights * _rarity(holding, len(examples))[pieces]
        lengths = np.sqrt(np.bincount(said.sentences, told**2, len(owned)))
        weights = said.weights * _rarity(holding, len(examples))[pieces] ** 2
        by_piece = np.argsort(pieces, kind="stable")
        return cls(
            codes=tuple(examples),
            owners=owners.astype(np.uint16),
            tokens=tokens[order],
            holding=holding.astype(np.uint16),
            starts=np.searchsorted(pieces[by_piece], np.arange(len(tokens) + 1)).astype(np.uint32),
            sentences=said.sentences[by_piece].astype(np.uint32),
            weights=(weights / lengths[said.sentences])[by_piece].astype(np.float32),
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
        return self._by_code(likes)

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
        starts, ends = self.starts[at].tolist(), self.starts[at + 1].tolist()
        slices = [slice(*x) for x in zip(starts, ends, strict=True)]
        if not slices:
            return np.zeros(len(self.owners))
        sentences = np.concatenate([self.sentences[x] for x in slices])
        there = np.concatenate([self.weights[x] for x in slices])
        many = [x.stop - x.start for x in slices]
        told = there * np.repeat(weights, many)
        return np.bincount(sentences, told, len(self.owners)).astype(np.float64)

    def _by_code(self, likes: Floats) -> dict[str, float]:
        held = np.flatnonzero(likes)
        owners, found = self.owners[held].astype(np.int64), likes[held]
        order = np.lexsort((-found, owners))
        owners, found = owners[order], found[order]
        place = np.arange(len(owners)) - np.searchsorted(owners, owners)
        near = place < _NEAREST
        shares = found[near] * _SHARES[place[near]]
        together = np.bincount(owners[near], shares, len(self.codes))
        there = np.flatnonzero(together)
        return dict(
            zip([self.codes[x] for x in there.tolist()], together[there].tolist(), strict=True)
        )


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
