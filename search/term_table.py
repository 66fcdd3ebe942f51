"""Terms of many languages, worked out once: their words' shapes, and what leads to them."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from hashlib import blake2b
from itertools import filterfalse
from typing import NamedTuple

from search.packing import Bytes, Named, pack, unpack
from search.rows import Rows
from search.scripts import script_of, script_of_language
from search.shapes import alternatives, is_open, shapes
from search.stemming import stem

VERSION = 2  # of how words are analysed; kept tables of another one are useless
AS_IT_STANDS = ""  # in place of a language: compared letter by letter


class Term(NamedTuple):
    """A term in the wildcard syntax, and its language."""

    text: str
    language: str


class TermTable(NamedTuple):
    """Numbers of shapes lead to terms and back.

    ``keys`` are numbers for a language and a stem in it (`key_of`), in ascending order, by which
    closed shapes are found, and ``stemmed`` these languages. Each term waits at its rarest shape
    (``anchored``), so that a common one does not bring up many terms.
    """

    languages: Named
    shapes: Named
    stemmed: Named
    keys: array[int]
    shapes_of_key: Rows
    shapes_of_term: Rows
    anchored: Rows
    language_of_term: array[int]

    def to_bytes(self) -> bytes:
        """The table to be kept."""
        sides = [(name, part) for name in _ROWS for part in _OF]
        numbers = {f"{x}.{part}": getattr(getattr(self, x), part) for x, part in sides}
        texts = {name: getattr(self, name) for name in _TEXTS}
        return pack(texts, {**numbers, **{name: getattr(self, name) for name in _NUMBERS}})

    @classmethod
    def from_bytes(cls, data: Bytes, start: int = 0) -> TermTable:
        """The table that was kept. Raises ValueError."""
        texts, numbers = unpack(data, start)
        keyed, terms, anchored = [Rows(*[numbers[f"{x}.{part}"] for part in _OF]) for x in _ROWS]
        languages, known, stemmed = [texts[name] for name in _TEXTS]
        keys, of_term = [numbers[name] for name in _NUMBERS]
        return cls(languages, known, stemmed, keys, keyed, terms, anchored, of_term)

    def shapes_at(self, key: int) -> Sequence[int]:
        """The numbers of the shapes that a key leads to."""
        place = bisect_left(self.keys, key)
        there = place < len(self.keys) and self.keys[place] == key
        return self.shapes_of_key[place] if there else ()


_TEXTS = ("languages", "shapes", "stemmed")
_NUMBERS = ("keys", "language_of_term")
_ROWS = ("shapes_of_key", "shapes_of_term", "anchored")
_OF = ("starts", "values")


def key_of(language: str, stemmed: str) -> int:
    """A number of 64 bits for a stem in a language, in which no two are alike to be expected."""
    text = f"{language}\t{stemmed}".encode(errors="surrogatepass")
    return int.from_bytes(blake2b(text, digest_size=8).digest(), "big")


def table_of(terms: Iterable[Term], *, stemmed: bool) -> TermTable:
    """Return the table of terms, whose numbers are their order."""
    given = tuple(terms)
    shapes_of = cache(shapes)  # the same words stand in many terms
    parts = [_parts(term.text, shapes_of) for term in given]
    numbers = {shape: number for number, shape in enumerate(dict.fromkeys(_all(parts)))}
    languages = tuple(dict.fromkeys(term.language for term in given))
    of_language = {language: number for number, language in enumerate(languages)}
    keyed = _keys(given, parts, numbers, stemmed)
    keys = {key_of(*key): tuple(those) for key, those in keyed.items()}
    ordered = array("Q", sorted(keys))
    return TermTable(
        languages,
        tuple(numbers),
        tuple(sorted({language for language, _ in keyed if language})),
        ordered,
        Rows.of(keys[key] for key in ordered),
        Rows.of([numbers[shape] for shape in each] for each in parts),
        _anchored(parts, numbers),
        array("B", [of_language[term.language] for term in given]),
    )


def _parts(text: str, shapes_of: Callable[[str], tuple[str, ...]]) -> tuple[str, ...]:
    return tuple([shape for word in text.split() for shape in shapes_of(word)])


def _all(parts: Iterable[Sequence[str]]) -> list[str]:
    return [shape for each in parts for shape in each]


def _keys(
    terms: Sequence[Term], parts: Sequence[Sequence[str]], numbers: dict[str, int], stemmed: bool
) -> dict[tuple[str, str], dict[int, None]]:
    keys: defaultdict[tuple[str, str], dict[int, None]] = defaultdict(dict)
    languages = [term.language if stemmed else AS_IT_STANDS for term in terms]
    there = dict.fromkeys((x, y) for x, each in zip(languages, parts, strict=True) for y in each)
    for language, shape in there:
        for word in filterfalse(is_open, alternatives(shape)):
            keys[_key(word, language)][numbers[shape]] = None
    return keys


def _key(word: str, language: str) -> tuple[str, str]:
    # A romanised word has none of the endings that its language has.
    if language and script_of(word) is script_of_language(language):
        return language, stem(word, language)
    return AS_IT_STANDS, word


def _anchored(parts: Sequence[Sequence[str]], numbers: dict[str, int]) -> Rows:
    common = Counter(_all(parts))
    waiting: list[list[int]] = [[] for _ in numbers]
    for number, shapes_there in enumerate(parts):
        if shapes_there:
            waiting[numbers[min(shapes_there, key=common.__getitem__)]].append(number)
    return Rows.of(waiting)
