"""Words that nobody knows: slips of the thumb, or one's language in the letters of another.

Slips are measured by optimal string alignment (Damerau 1964: letters left out, put in, changed or
swapped), one in a word of five letters or more, two from eight on. The first letter is nearly
always right. Words that begin alike are likely forms of one (truncation, as in searching library
catalogues). Words that were typed in other letters are compared by their consonants.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract_iter

from search.concept_index import ConceptIndex
from search.romanised import skeleton
from search.scripts import script_of, script_of_language
from search.shapes import alternatives
from search.terms import Fits

_SHORTEST, _LONG = 5, 8
_FIT = (0.8, 0.75, 0.6)  # by the number of slips
_SOUNDS = 0.7
_ALIKE, _ALIKE_FIT = 0.65, 0.8  # of the longer of two words, for them to be forms of one
_TELLING = 4  # consonants that must begin a word alike

Numbered = dict[str, tuple[int, ...]]  # letters -> numbers of shapes


class Slips:
    """The words of the terms of one language, by how they begin and how they sound."""

    def __init__(self, index: ConceptIndex, language: str) -> None:
        self._language = language
        self._index = index
        self._whole: defaultdict[str, Numbered] = defaultdict(dict)
        self._begun: defaultdict[tuple[str, int], Numbered] = defaultdict(dict)
        self._numbers: set[int] = set()
        for number, shape in _shapes(index, language):
            self._add(number, shape.strip("*"), begun=shape.endswith("*"))

    def knows(self, fits: Fits) -> bool:
        """Tell whether any of some shapes is a word of this language."""
        return any(number in self._numbers for number, _ in fits)

    def meant(self, word: str) -> Fits:
        """Return the shapes that a word may stand for."""
        if len(word) < _SHORTEST or word.isdecimal():
            return ()
        if script_of(word) is not script_of_language(self._language):
            return self._sounds(word)
        near = list(self._near(word))
        least = min((slips for slips, _ in near), default=0)
        fits = {number: _FIT[slips] for slips, number in near if slips == least}
        return tuple((fits or self._forms(word)).items())

    def _add(self, number: int, letters: str, *, begun: bool) -> None:
        self._numbers.add(number)
        if script_of(letters) is not script_of_language(self._language):
            return
        if len(letters) >= _SHORTEST:
            _put(self._whole[letters[0]], letters, number)
            if begun:
                _put(self._begun[letters[0], len(letters)], letters, number)

    def _near(self, word: str) -> Iterator[tuple[int, int]]:
        yield from _aligned(word, self._whole.get(word[0], {}))
        for length in range(_SHORTEST, len(word)):
            yield from _aligned(word[:length], self._begun.get((word[0], length), {}))

    def _forms(self, word: str) -> dict[int, float]:
        """Shapes that begin as the word does, for most of the longer of the two."""
        known, beginning = self._whole.get(word[0], {}), word[:_SHORTEST]
        kin = [(x, n) for x in known if x.startswith(beginning) for n in known[x]]
        likely = [(n, _shared(word, x) / max(len(word), len(x))) for x, n in kin]
        return {number: _ALIKE_FIT * share for number, share in likely if share >= _ALIKE}

    @cached_property
    def _sounding(self) -> Mapping[str, Sequence[int]]:
        """Shapes by how they sound, which few questions need."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        own = script_of_language(self._language)
        shapes = ((n, x.strip("*")) for n, x in _shapes(self._index, self._language))
        for number, letters in shapes:
            if script_of(letters) is own and (sound := skeleton(letters)):
                found[sound].append(number)
        return dict(found)

    def _sounds(self, word: str) -> Fits:
        sound = skeleton(word)
        beginnings = [sound[:length] for length in range(_TELLING, len(sound))]
        found = {n: _SOUNDS for x in (sound, *beginnings) for n in self._sounding.get(x, ())}
        return tuple(found.items())


def slips_among(words: Collection[str], vocabularies: Iterable[Slips]) -> Mapping[str, Fits]:
    """Return what each of some unknown words may be meant for."""
    given = tuple(vocabularies)
    meant = {word: tuple([fit for slips in given for fit in slips.meant(word)]) for word in words}
    return {word: fits for word, fits in meant.items() if fits}


def _put(known: Numbered, letters: str, number: int) -> None:
    known[letters] = (*known.get(letters, ()), number)


def _shared(one: str, other: str) -> int:
    """How many letters two words have in common from the beginning on."""
    return next(
        (n for n, (x, y) in enumerate(zip(one, other, strict=False)) if x != y),
        min(len(one), len(other)),
    )


def _aligned(word: str, known: Numbered) -> Iterator[tuple[int, int]]:
    allowed = 2 if len(word) >= _LONG else 1
    found = extract_iter(word, known.keys(), scorer=OSA.distance, score_cutoff=allowed)
    for letters, slips, _ in found:
        yield from ((int(slips), number) for number in known[letters])


def _shapes(index: ConceptIndex, language: str) -> Iterator[tuple[int, str]]:
    table = index.finder.table
    own = [number for number, spoken in enumerate(table.languages) if spoken == language]
    terms = [term for term, spoken in enumerate(table.language_of_term) if spoken in own]
    numbers = {shape for term in terms for shape in table.shapes_of_term[term]}
    for number in sorted(numbers):
        yield from ((number, each) for each in alternatives(table.shapes[number]))
