"""Tales of danger, by their pieces: a weapon and a threat, something swallowed and poisonous.

People tell of danger in more ways than a list of terms has. What goes together is learned, over all
languages at once, by a softmax regression over pieces and pairs of pieces (`tales.json`, written by
``benchmarks/train_tales.py``); only the words of the pieces are a language's own.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from math import exp
from pathlib import Path

from search.coded_terms import CodedTerms
from search.guessing import languages_with

SHIPPED = Path(__file__).with_name("tales.json")
NEAR = 4  # words among which all words of a term stand
LONGEST = 60  # words; who tells more than that is not in a hurry
_ALMOST = 0.75  # of the words that the likeliest language knows, for another to be looked at too
_BESIDE = 0.3  # of the likeliest kind, for another to be told as well
_BOTH = "+"


@dataclass(frozen=True, slots=True)
class TalesModel:
    """By kind of danger: what each feature weighs, and under ``""`` what speaks for it anyway."""

    weights: Mapping[str, Mapping[str, float]]
    least: float

    @classmethod
    def from_json(cls, text: str) -> TalesModel:
        """Return the model that a file describes. Raises KeyError where something is missing."""
        read = json.loads(text)
        return cls(read["kinds"], read["least"])

    def likely(self, pieces: Collection[str]) -> Mapping[str, float]:
        """Return how likely each kind of danger is."""
        told = tuple(features(pieces))
        strengths = {
            kind: exp(min(of[""] + sum(of.get(x, 0.0) for x in told), 50.0))
            for kind, of in self.weights.items()
        }
        total = 1 + sum(strengths.values())
        return {kind: strength / total for kind, strength in strengths.items()}

    def kinds(self, pieces: Collection[str]) -> tuple[str, ...]:
        """Return the kinds of danger that pieces tell of, likeliest first; mostly none."""
        likely = self.likely(pieces)
        if sum(likely.values()) < self.least:
            return ()
        enough = _BESIDE * max(likely.values())
        return tuple(sorted((x for x in likely if likely[x] >= enough), key=lambda x: -likely[x]))


class Tales:
    """Looks for the pieces of tales in a text, and tells which kinds of danger they make."""

    def __init__(self, pieces: CodedTerms, model: TalesModel | None = None) -> None:
        """``model`` is the one that Lotse comes with, unless another one is given."""
        self.pieces = pieces
        self._model = model or shipped()

    def told_by(self, said: Sequence[str]) -> tuple[str, ...]:
        """Return the kinds of danger that normalised words tell of."""
        kinds = [self._model.kinds(told) for told in self.read(said).values()]
        return tuple(dict.fromkeys(kind for each in kinds for kind in each))

    def read(self, said: Sequence[str]) -> Mapping[str, Collection[str]]:
        """Return the pieces told of, in each language that the words may well be in."""
        heard = said[:LONGEST]
        told: defaultdict[str, set[str]] = defaultdict(set)
        known: defaultdict[str, set[int]] = defaultdict(set)
        for found in self.pieces.find(heard, NEAR):
            told[found.language].add(found.code)
            known[found.language].update(found.places)
        for language in told:
            known[language].update(_plain(heard, language))
        most = max(map(len, known.values()), default=0)
        return {x: told[x] for x in told if len(known[x]) >= _ALMOST * most}


def features(pieces: Collection[str]) -> Iterator[str]:
    """Yield the names of what is weighed: each piece, and each two together."""
    ordered = sorted(pieces)
    yield from ordered
    yield from (_BOTH.join(two) for two in combinations(ordered, 2))


@cache
def shipped() -> TalesModel:
    """The model that Lotse comes with."""
    return TalesModel.from_json(SHIPPED.read_text(encoding="utf-8"))


def _plain(said: Sequence[str], language: str) -> Iterator[int]:
    return (n for n, word in enumerate(said) if language in languages_with(word))
