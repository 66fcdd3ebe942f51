"""Words that nobody knows, as slips of the thumb: the terms' words that are nearest to them.

Optimal string alignment (Damerau 1964: letters left out, put in, changed or swapped), one slip in a
word of five letters or more, two from eight on. The first letter is nearly always right.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract_iter

from search.concept_index import ConceptIndex
from search.shapes import alternatives
from search.terms import Fits

_SHORTEST, _LONG = 5, 8
_FIT = {0: 0.8, 1: 0.75, 2: 0.6}  # by the number of slips


class Slips:
    """The words of the terms of one language, by their first letter."""

    def __init__(self, index: ConceptIndex, language: str) -> None:
        self._known: defaultdict[str, dict[str, list[int]]] = defaultdict(dict)
        for number, shape in _shapes(index, language):
            letters = shape.strip("*")
            if len(letters) >= _SHORTEST:
                self._known[letters[0]].setdefault(letters, []).append(number)

    def meant(self, word: str) -> Fits:
        """Return the shapes that a word may be a slip for."""
        if len(word) < _SHORTEST or word.isdecimal():
            return ()
        allowed = 2 if len(word) >= _LONG else 1
        near = self._near(word, allowed)
        least = min((slips for _, slips in near), default=0)
        return tuple(
            (number, _FIT[slips])
            for letters, slips in near
            if slips == least
            for number in self._known[word[0]][letters]
        )

    def _near(self, word: str, allowed: int) -> list[tuple[str, int]]:
        choices = self._known.get(word[0], {}).keys()
        found = extract_iter(word, choices, scorer=OSA.distance, score_cutoff=allowed)
        return [(letters, int(slips)) for letters, slips, _ in found]


def slips_among(words: Collection[str], vocabularies: Iterable[Slips]) -> Mapping[str, Fits]:
    """Return what each of some unknown words may be meant for."""
    given = tuple(vocabularies)
    meant = {word: tuple([fit for slips in given for fit in slips.meant(word)]) for word in words}
    return {word: fits for word, fits in meant.items() if fits}


def _shapes(index: ConceptIndex, language: str) -> Iterator[tuple[int, str]]:
    table = index.finder.table
    own = [table.languages.index(language)] if language in table.languages else []
    terms = [term for term, spoken in enumerate(table.language_of_term) if spoken in own]
    numbers = {shape for term in terms for shape in table.shapes_of_term[term]}
    for number in sorted(numbers):
        yield from ((number, each) for each in alternatives(table.shapes[number]))
