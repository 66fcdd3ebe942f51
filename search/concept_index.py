"""Concepts by the words that people use for them, in all languages at once."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from math import log, sqrt
from typing import NamedTuple

from search.excluding import BOUND
from search.packing import Bytes, pack, unpack
from search.rows import Rows
from search.shapes import alternatives
from search.term_table import Term, TermTable, table_of
from search.terms import Fits, TermFinder
from search.thesaurus import Terms

NEAR = 8  # words among which all words of a term stand
_MORE_WORDS = 0.5  # what each further word of a term adds to its weight
_BESIDE = ("p_", "f_", "a_", "t_")  # codes of concepts that share a term without being rivals
_ACROSS = 0.85  # of a term whose words a comma or full stop divides
_PARTS = 1000  # a term's weight is kept in thousandths


class Told(NamedTuple):
    """A term that stands in a text: the concepts it is for, its language, its places, strength."""

    codes: tuple[str, ...]
    language: str
    places: tuple[int, ...]
    strength: float


class ConceptIndex:
    """All terms of a thesaurus, with the concepts that they are for and how much they tell.

    A term tells more when its words are those of few concepts (inverse document frequency, Spärck
    Jones 1972), and less when it is for several.
    """

    def __init__(
        self, codes: Sequence[str], table: TermTable, owners: Rows, weights: array[int]
    ) -> None:
        self._codes = tuple(codes)
        self._owners = owners
        self._weights = weights
        self.finder = TermFinder.of(table)

    @classmethod
    def of(cls, terms: Terms) -> ConceptIndex:
        """Return the index of the terms of all languages."""
        codes = tuple(dict.fromkeys(code for by_code in terms.values() for code in by_code))
        numbers = {code: number for number, code in enumerate(codes)}
        owned = _owned(terms, numbers)
        table = table_of(owned, stemmed=True)
        owners = Rows.of(owned.values())
        return cls(codes, table, owners, _weights(table, owners, codes))

    def to_bytes(self) -> bytes:
        """The index to be kept."""
        owned = {"starts": self._owners.starts, "owners": self._owners.values}
        own = pack({"codes": self._codes}, {**owned, "weights": self._weights})
        return len(own).to_bytes(8, "big") + own + self.finder.table.to_bytes()

    @classmethod
    def from_bytes(cls, data: Bytes) -> ConceptIndex:
        """The index that was kept. Raises ValueError, KeyError."""
        end = 8 + int.from_bytes(data[:8], "big")
        texts, numbers = unpack(data[8:end])
        owners = Rows(numbers["starts"], numbers["owners"])
        table = TermTable.from_bytes(data, end)
        return cls(tuple(texts["codes"]), table, owners, numbers["weights"])

    def told(
        self, text_words: Sequence[str], more: Mapping[str, Fits] | None = None
    ) -> Iterator[Told]:
        """Yield the terms that stand among normalised words; ``more`` as in `TermFinder.find`."""
        bounds = [place for place, word in enumerate(text_words) if word == BOUND]
        for number, places, fit in self.finder.find(text_words, NEAR, more):
            codes = tuple([self._codes[owner] for owner in self._owners[number]])
            strength = fit * self._weights[number] / _PARTS
            if len(places) > 1 and any(min(places) < bound < max(places) for bound in bounds):
                strength *= _ACROSS
            yield Told(codes, self.finder.language(number), places, strength)

    def words_for(self, code: str, language: str) -> tuple[tuple[str, ...], ...]:
        """Return the words of each term of a concept in a language, without their asterisks."""
        if code not in self._codes:
            return ()
        table = self.finder.table
        own = self._terms_of[self._codes.index(code)]
        parts = [table.shapes_of_term[x] for x in own if self.finder.language(x) == language]
        return tuple(
            [tuple([alternatives(table.shapes[x])[0].strip("*") for x in each]) for each in parts]
        )

    @cached_property
    def _terms_of(self) -> Rows:
        found: list[list[int]] = [[] for _ in self._codes]
        for term in range(len(self._owners)):
            for owner in self._owners[term]:
                found[owner].append(term)
        return Rows.of(found)


def share(told: Told) -> float:
    """Return what each of a term's words has of its strength; more words together tell more."""
    size = len(told.places)
    return told.strength * (1 + _MORE_WORDS * (size - 1)) / size


def _owned(terms: Terms, numbers: Mapping[str, int]) -> dict[Term, dict[int, None]]:
    owned: defaultdict[Term, dict[int, None]] = defaultdict(dict)
    blocks = [(x, code, texts) for x, by in terms.items() for code, texts in by.items()]
    for language, code, texts in blocks:
        for text in texts:
            owned[Term(text, language)][numbers[code]] = None
    return dict(owned)


def _weights(table: TermTable, owners: Rows, codes: Sequence[str]) -> array[int]:
    told_by: list[set[int]] = [set() for _ in table.shapes]
    parts = [table.shapes_of_term[term] for term in range(len(owners))]
    for term, shapes in enumerate(parts):
        for shape in shapes:
            told_by[shape].update(owners[term])
    tells = [_telling(len(holding), len(codes)) for holding in told_by]
    answering = [not code.startswith(_BESIDE) for code in codes]
    rivals = [sum([answering[owner] for owner in owners[x]]) or 1 for x in range(len(owners))]
    weights = [_weight(shapes, tells) / sqrt(x) for shapes, x in zip(parts, rivals, strict=True)]
    return array("I", [round(weight * _PARTS) for weight in weights])


def _telling(holding: int, concepts: int) -> float:
    return 1 - log(max(holding, 1)) / log(concepts + 1)


def _weight(shapes: Iterable[int], tells: Sequence[float]) -> float:
    return min(1.0, sum([tells[shape] for shape in shapes]))
