"""Many terms in many languages, looked for all at once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from search.scripts import script_of, script_of_language
from search.shapes import OpenShapes, Shape, shapes
from search.stemming import stem

_WORDS_KEPT = 1 << 13
_STEMMED_FIT = 0.9


class Term(NamedTuple):
    """A term in the wildcard syntax, and its language."""

    text: str
    language: str


class Found(NamedTuple):
    """A term that a text holds: its number, its words' places, how closely they fit (0 to 1)."""

    term: int
    places: tuple[int, ...]
    fit: float


Seen = dict[Shape, tuple[int, float]]  # a shape's last place and its fit there


class TermFinder:
    """Finds which of many terms a text holds; ``stemmed`` lets a word's other forms count too."""

    def __init__(self, terms: Iterable[Term], *, stemmed: bool = False) -> None:
        self._parts: list[tuple[Shape, ...]] = []
        self._wanted: defaultdict[Shape, list[int]] = defaultdict(list)
        self._stems: defaultdict[str, defaultdict[str, list[Shape]]]
        self._stems = defaultdict(lambda: defaultdict(list))
        for number, term in enumerate(terms):
            self._add(number, term, stemmed)
        self._open = OpenShapes(self._wanted)
        self._shapes_of = lru_cache(maxsize=_WORDS_KEPT)(self._match)

    def _add(self, number: int, term: Term, stemmed: bool) -> None:
        parts = tuple(dict.fromkeys(shapes(term.text)))
        self._parts.append(parts)
        for shape in parts:
            self._wanted[shape].append(number)
            if stemmed and not shape.is_open:
                self._stems[term.language][stem(shape.letters, term.language)].append(shape)

    def find(self, text_words: Sequence[str], window: int | None = None) -> Iterator[Found]:
        """Yield the terms all of whose words stand among normalised words, ``window`` wide."""
        width = len(text_words) if window is None else window
        seen: Seen = {}
        for place, word in enumerate(text_words):
            for shape, fit in self._shapes_of(word):
                seen[shape] = (place, fit)
                for term in self._wanted[shape]:
                    yield from self._whole(term, seen, place - width)

    def _whole(self, term: int, seen: Seen, before: int) -> Iterator[Found]:
        held = [seen[shape] for shape in self._parts[term] if shape in seen]
        if len(held) == len(self._parts[term]) and all(place > before for place, _ in held):
            fit = sum(fit for _, fit in held) / len(held)
            yield Found(term, tuple([place for place, _ in held]), fit)

    def _match(self, word: str) -> tuple[tuple[Shape, float], ...]:
        fits = dict(self._stemmed(word))
        fits.update(self._open.matching(word))
        closed = Shape(word, False, False)
        if closed in self._wanted:
            fits[closed] = 1.0
        return tuple(fits.items())

    def _stemmed(self, word: str) -> Iterator[tuple[Shape, float]]:
        for language, stems in self._stems.items():
            if script_of_language(language) == script_of(word):
                for shape in stems.get(stem(word, language), ()):
                    yield shape, _STEMMED_FIT
