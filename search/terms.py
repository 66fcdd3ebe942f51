"""Many terms in many languages, looked for all at once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from search.scripts import Script, script_of, script_of_language
from search.shapes import OpenShapes, alternatives
from search.stemming import stem
from search.term_table import AS_IT_STANDS, Term, TermTable, key_of, table_of

__all__ = ["Fits", "Found", "Term", "TermFinder"]

_WORDS_KEPT = 1 << 12
_STEMMED_FIT = 0.9
_SHORT_STEM_FIT = 0.5  # of stems that many words share: STI, Stier
_SHORT_STEM = 3
_IN_SYLLABLES = ("vi",)  # languages whose words are several, which mean nothing in another order
_APART = 0.04  # of a fit, for each word that stands between those of a term


class Found(NamedTuple):
    """A term that a text holds: its number, its words' places, how closely they fit (0 to 1)."""

    term: int
    places: tuple[int, ...]
    fit: float


Fits = tuple[tuple[int, float], ...]  # numbers of shapes, and how closely a word fits them
Places = dict[int, dict[int, float]]  # where a shape stands, and its fit there


class TermFinder:
    """Finds which of many terms a text holds; ``stemmed`` lets a word's other forms count too."""

    def __init__(self, terms: Iterable[Term], *, stemmed: bool = False) -> None:
        self._use(table_of(terms, stemmed=stemmed))

    @classmethod
    def of(cls, table: TermTable) -> "TermFinder":
        """Return the finder of a table that was worked out before."""
        finder = cls.__new__(cls)
        finder._use(table)
        return finder

    def _use(self, table: TermTable) -> None:
        self.table = table
        self._names = tuple(table.languages)
        self._open = OpenShapes(table.shapes)
        self._languages = _by_script(table.stemmed)
        self.shapes_of = lru_cache(maxsize=_WORDS_KEPT)(self._match)

    def language(self, term: int) -> str:
        """Return the language of a term."""
        return self._names[self.table.language_of_term[term]]

    def find(
        self,
        text_words: Sequence[str],
        window: int | None = None,
        more: Mapping[str, Fits] | None = None,
    ) -> Iterator[Found]:
        """Yield the terms all of whose words stand among normalised words, ``window`` wide.

        ``more`` are shapes that words fit besides, such as those that they may be slips for.
        """
        places = self._places(text_words, more or {})
        reach = len(text_words) if window is None else window
        waiting = (term for shape in places for term in self.table.anchored[shape])
        for term in waiting:
            yield from self._whole(term, places, reach)

    def _whole(self, term: int, places: Places, reach: int) -> Iterator[Found]:
        parts = self.table.shapes_of_term[term]
        if self.language(term) not in _IN_SYLLABLES:
            return _whole(term, parts, places, reach)
        return filter(_in_order, _whole(term, parts, places, 2 * len(parts) - 1))

    def _places(self, text_words: Sequence[str], more: Mapping[str, Fits]) -> Places:
        places: Places = {}
        for place, word in enumerate(text_words):
            for shape, fit in (*self.shapes_of(word), *more.get(word, ())):
                places.setdefault(shape, {})[place] = fit
        for place, (word, following) in enumerate(pairwise(text_words)):
            for shape in self._shapes_at(AS_IT_STANDS, f"{word} {following}"):
                places.setdefault(shape, {})[place] = 1.0
        return places

    def _match(self, word: str) -> Fits:
        fits: dict[int, float] = {}
        for language in self._languages.get(script_of(word), ()):
            for shape, fit in self._stemmed(word, language):
                fits[shape] = max(fit, fits.get(shape, 0.0))
        fits.update(self._open.matching(word))
        fits.update(dict.fromkeys(self._shapes_at(AS_IT_STANDS, word), 1.0))
        return tuple(fits.items())

    def _stemmed(self, word: str, language: str) -> Iterator[tuple[int, float]]:
        stemmed = stem(word, language)
        fit = _STEMMED_FIT if len(stemmed) > _SHORT_STEM else _SHORT_STEM_FIT
        for shape in self._shapes_at(language, stemmed):
            yield shape, 1.0 if word in alternatives(self.table.shapes[shape]) else fit

    def _shapes_at(self, language: str, stemmed: str) -> Sequence[int]:
        return self.table.shapes_at(key_of(language, stemmed))


def _by_script(languages: Iterable[str]) -> dict[Script, list[str]]:
    written: defaultdict[Script, list[str]] = defaultdict(list)
    for language in sorted(languages):
        written[script_of_language(language)].append(language)
    return dict(written)


def _whole(term: int, parts: Sequence[int], places: Places, reach: int) -> Iterator[Found]:
    if not all(shape in places for shape in parts):
        return
    for anchor in places[parts[0]]:
        held = _held(parts, places, anchor)
        span = max(held) - min(held) + 1 if held else reach + 1
        if span <= reach:
            fit = sum(places[x][y] for x, y in zip(parts, held, strict=True)) / len(held)
            yield Found(term, tuple(held), fit / (1 + _APART * (span - len({*held}))))


def _in_order(found: Found) -> bool:
    return list(found.places) == sorted(found.places)


def _held(parts: Sequence[int], places: Places, anchor: int) -> list[int]:
    """A place for each of the parts, near the first one's; none where a word would do twice.

    Only a compound holds two, as «Deutschkurs» holds ``*deutsch*`` and ``*kurs*``: it fits neither
    of them fully.
    """
    held: list[int] = []
    fitted: dict[int, float] = {}
    for shape in parts:
        fits = places[shape]
        free = [x for x in fits if x not in fitted or max(fits[x], fitted[x]) < 1]
        if not free:
            return []
        nearest = min(free, key=lambda place: abs(place - anchor))
        fitted[nearest] = max(fits[nearest], fitted.get(nearest, 0.0))
        held.append(nearest)
    return held
