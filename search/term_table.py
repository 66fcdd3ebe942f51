"""Terms of many languages, worked out once: their words' shapes, and what leads to them."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import filterfalse
from typing import NamedTuple

from search.packing import pack, unpack
from search.rows import Rows
from search.scripts import script_of, script_of_language
from search.shapes import alternatives, is_open, shapes
from search.stemming import stem

VERSION = 1  # of how words are analysed; kept tables of another one are useless
AS_IT_STANDS = ""  # in place of a language: compared letter by letter


class Term(NamedTuple):
    """A term in the wildcard syntax, and its language."""

    text: str
    language: str


class TermTable(NamedTuple):
    """Numbers of shapes lead to terms and back.

    ``keys`` are a language and a stem in it (`key_of`), by which closed shapes are found; each term
    waits at its rarest shape (``anchored``), so that a common one does not bring up many terms.
    """

    languages: tuple[str, ...]
    shapes: tuple[str, ...]
    keys: tuple[str, ...]
    shapes_of_key: Rows
    shapes_of_term: Rows
    anchored: Rows
    language_of_term: array[int]

    def to_bytes(self) -> bytes:
        """The table to be kept."""
        sides = [(name, part) for name in _ROWS for part in _OF]
        numbers = {f"{x}.{part}": getattr(getattr(self, x), part) for x, part in sides}
        texts = {name: getattr(self, name) for name in _TEXTS}
        return pack(texts, {**numbers, _LANGUAGE_OF_TERM: self.language_of_term})

    @classmethod
    def from_bytes(cls, data: bytes) -> TermTable:
        """The table that was kept. Raises ValueError."""
        texts, numbers = unpack(data)
        keyed, terms, anchored = [Rows(*[numbers[f"{x}.{part}"] for part in _OF]) for x in _ROWS]
        languages, known, keys = [texts[name] for name in _TEXTS]
        of_term = numbers[_LANGUAGE_OF_TERM]
        return cls(languages, known, keys, keyed, terms, anchored, of_term)


_TEXTS = ("languages", "shapes", "keys")
_ROWS = ("shapes_of_key", "shapes_of_term", "anchored")
_OF = ("starts", "values")
_LANGUAGE_OF_TERM = "language_of_term"


def key_of(language: str, stemmed: str) -> str:
    """The key of a stem in a language."""
    return f"{language}\t{stemmed}"


def table_of(terms: Iterable[Term], *, stemmed: bool) -> TermTable:
    """Return the table of terms, whose numbers are their order."""
    given = tuple(terms)
    shapes_of = cache(shapes)  # the same words stand in many terms
    parts = [_parts(term.text, shapes_of) for term in given]
    numbers = {shape: number for number, shape in enumerate(dict.fromkeys(_all(parts)))}
    languages = tuple(dict.fromkeys(term.language for term in given))
    of_language = {language: number for number, language in enumerate(languages)}
    keys = _keys(given, parts, numbers, stemmed)
    return TermTable(
        languages,
        tuple(numbers),
        tuple(keys),
        Rows.of(keys.values()),
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
) -> dict[str, dict[int, None]]:
    keys: defaultdict[str, dict[int, None]] = defaultdict(dict)
    languages = [term.language if stemmed else AS_IT_STANDS for term in terms]
    there = dict.fromkeys((x, y) for x, each in zip(languages, parts, strict=True) for y in each)
    for language, shape in there:
        for word in filterfalse(is_open, alternatives(shape)):
            keys[_key(word, language)][numbers[shape]] = None
    return keys


def _key(word: str, language: str) -> str:
    # A romanised word has none of the endings that its language has.
    if language and script_of(word) is script_of_language(language):
        return key_of(language, stem(word, language))
    return key_of(AS_IT_STANDS, word)


def _anchored(parts: Sequence[Sequence[str]], numbers: dict[str, int]) -> Rows:
    common = Counter(_all(parts))
    waiting: list[list[int]] = [[] for _ in numbers]
    for number, shapes_there in enumerate(parts):
        if shapes_there:
            waiting[numbers[min(shapes_there, key=common.__getitem__)]].append(number)
    return Rows.of(waiting)
