"""Many terms in many languages, looked for all at once."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from search.scripts import Script, script_of, script_of_language
from search.shapes import OpenShapes, is_open, shapes
from search.stemming import stem

_WORDS_KEPT = 1 << 12
_STEMMED_FIT = 0.9
_SHORT_STEM_FIT = 0.5  # of stems that many words share: STI, Stier
_SHORT_STEM = 3


class Term(NamedTuple):
    """A term in the wildcard syntax, and its language."""

    text: str
    language: str


class Found(NamedTuple):
    """A term that a text holds: its number, its words' places, how closely they fit (0 to 1)."""

    term: int
    places: tuple[int, ...]
    fit: float


Stems = Mapping[str, Mapping[str, Sequence[str]]]  # language -> stem -> shapes
Places = dict[str, dict[int, float]]  # where a shape stands, and its fit there


class TermFinder:
    """Finds which of many terms a text holds; ``stemmed`` lets a word's other forms count too."""

    def __init__(self, terms: Iterable[Term], *, stemmed: bool = False) -> None:
        given = tuple(terms)
        self._parts = tuple([shapes(term.text) for term in given])
        self._anchored = _anchored(self._parts)
        known = {shape for parts in self._parts for shape in parts}
        self._closed = frozenset(shape for shape in known if not is_open(shape))
        self._open = OpenShapes(known)
        self._stems = _stems(given, self._parts) if stemmed else {}
        self._languages = _by_script(self._stems)
        self._shapes_of = lru_cache(maxsize=_WORDS_KEPT)(self._match)

    def find(self, text_words: Sequence[str], window: int | None = None) -> Iterator[Found]:
        """Yield the terms all of whose words stand among normalised words, ``window`` wide."""
        places: Places = {}
        for place, word in enumerate(text_words):
            for shape, fit in self._shapes_of(word):
                places.setdefault(shape, {})[place] = fit
        reach = len(text_words) if window is None else window
        for shape in places:
            for term in self._anchored.get(shape, ()):
                yield from _whole(term, self._parts[term], places, reach)

    def _match(self, word: str) -> tuple[tuple[str, float], ...]:
        fits = dict(self._stemmed(word))
        fits.update(self._open.matching(word))
        if word in self._closed:
            fits[word] = 1.0
        return tuple(fits.items())

    def _stemmed(self, word: str) -> Iterator[tuple[str, float]]:
        for language in self._languages.get(script_of(word), ()):
            stemmed = stem(word, language)
            fit = _STEMMED_FIT if len(stemmed) > _SHORT_STEM else _SHORT_STEM_FIT
            yield from ((shape, fit) for shape in self._stems[language].get(stemmed, ()))


def _anchored(terms: Sequence[Sequence[str]]) -> dict[str, tuple[int, ...]]:
    # Each term waits at its rarest word, so that a common one does not bring up many terms.
    common = Counter(shape for parts in terms for shape in parts)
    anchored: dict[str, tuple[int, ...]] = {}
    for number, parts in enumerate(terms):
        if parts:
            anchor = min(parts, key=common.__getitem__)
            anchored[anchor] = (*anchored.get(anchor, ()), number)
    return anchored


def _stems(terms: Iterable[Term], parts: Iterable[Sequence[str]]) -> Stems:
    stems: defaultdict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for (_, language), shapes_there in zip(terms, parts, strict=True):
        known = stems[language]
        for shape in (x for x in shapes_there if not is_open(x)):
            stemmed = stem(shape, language)
            known[stemmed] = (*known.get(stemmed, ()), shape)
    return dict(stems)


def _by_script(languages: Iterable[str]) -> dict[Script, list[str]]:
    written: defaultdict[Script, list[str]] = defaultdict(list)
    for language in languages:
        written[script_of_language(language)].append(language)
    return dict(written)


def _whole(term: int, parts: Sequence[str], places: Places, reach: int) -> Iterator[Found]:
    if not all(shape in places for shape in parts):
        return
    for anchor in places[parts[0]]:
        held = [min(places[shape], key=lambda place: abs(place - anchor)) for shape in parts]
        if max(held) - min(held) < reach:
            fit = sum(places[x][y] for x, y in zip(parts, held, strict=True)) / len(held)
            yield Found(term, tuple(held), fit)
