"""Needs by what goes together: a fridge and empty, food; a door, a letter and three weeks, a flat.

Hardly anybody names what she needs; she tells of things, places and people, and only some of their
words stand in the sentences that her language has examples of. Which pieces make which need is the
same in all languages: a softmax regression (multinomial logistic regression) over the pieces that
a text has, learned from all languages' examples (``needs.json``, by ``benchmarks/train_needs.py``).
Pieces are the thesaurus' concepts of every kind, and words of daily life.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from search.coded_terms import CodedTerms
from search.columns import Bytes, pack, unpack

SHIPPED = Path(__file__).with_name("needs.json")
NEAR = 3  # words among which all words of a term stand
NO_WORDS = CodedTerms.of(())


class NeedsModel(NamedTuple):
    """What each piece says of each need: a row of weights for a piece, after one for none at all.

    ``places`` are the rows of the pieces; ``codes`` are the needs, in the order of the columns.
    """

    codes: tuple[str, ...]
    places: Mapping[str, int]
    weights: NDArray[np.float32]

    @classmethod
    def from_json(cls, text: str) -> NeedsModel:
        """Return the model that a file describes. Raises KeyError, ValueError."""
        read = json.loads(text)
        codes, anyway, by_piece = tuple(read["needs"]), read["anyway"], read["pieces"]
        column = {code: number for number, code in enumerate(codes)}
        weights = np.zeros((1 + len(by_piece), len(codes)), np.float32)
        weights[0] = anyway
        for row, of in enumerate(by_piece.values(), 1):
            weights[row, [column[code] for code in of]] = [*of.values()]
        return cls(codes, {piece: row for row, piece in enumerate(by_piece, 1)}, weights)

    def to_bytes(self) -> bytes:
        """The model to be kept, much sooner read than its file."""
        columns = {"weights": self.weights.ravel()}
        return pack({"codes": self.codes, "pieces": [*self.places]}, columns)

    @classmethod
    def from_bytes(cls, data: Bytes) -> NeedsModel:
        """Return the model that was kept. Raises ValueError, KeyError."""
        texts, columns = unpack(data)
        codes, pieces = texts["codes"], texts["pieces"]
        places = {piece: row for row, piece in enumerate(pieces, 1)}
        return cls(codes, places, columns["weights"].reshape(1 + len(pieces), len(codes)))

    def likely(self, pieces: Iterable[str]) -> Mapping[str, float]:
        """Return how likely each need is; nothing where no piece is known."""
        rows = [self.places[piece] for piece in pieces if piece in self.places]
        if not rows:
            return {}
        scores = self.weights[[0, *sorted(rows)]].sum(0, dtype=np.float64)
        shares = np.exp(scores - scores.max())
        return dict(zip(self.codes, (shares / shares.sum()).tolist(), strict=True))


class Needs:
    """Tells what is needed by the pieces that a text has."""

    def __init__(self, daily: CodedTerms = NO_WORDS, model: NeedsModel | None = None) -> None:
        """``daily`` are words of daily life; ``model`` is the one that Lotse comes with."""
        self._daily = daily
        self._model = model

    def pieces(
        self, said: Sequence[str], meant: Collection[str], languages: Collection[str]
    ) -> frozenset[str]:
        """Return the pieces of normalised words in languages, and of the concepts they mean."""
        found = self._daily.find(said, NEAR)
        return frozenset(meant).union(x.code for x in found if x.language in languages)

    def likely(self, pieces: Collection[str]) -> Mapping[str, float]:
        """Return how likely (0 to 1) each need is; also what no town answers."""
        return (self._model or shipped()).likely(pieces)


@cache
def shipped() -> NeedsModel:
    """The model that Lotse comes with."""
    return NeedsModel.from_json(SHIPPED.read_text(encoding="utf-8"))
