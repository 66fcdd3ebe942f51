"""The wildcard syntax of terms: ``kurs*`` begins, ``*schule`` ends, ``*deutsch*`` holds."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from search.normalising import words

_OPEN_FIT = 0.6  # of a wildcard, however little of the word it covers


class Shape(NamedTuple):
    """One word of a term: its letters, and whether others may stand before or after them."""

    letters: str
    open_before: bool
    open_after: bool

    @property
    def is_open(self) -> bool:
        """Whether the shape has a wildcard."""
        return self.open_before or self.open_after


def shapes(term: str) -> tuple[Shape, ...]:
    """Return the words of a term, normalised, with their wildcards."""
    return tuple(shape for part in term.split() for shape in _shapes_of_part(part))


def _shapes_of_part(part: str) -> Iterator[Shape]:
    letters = words(part)
    last = len(letters) - 1
    for number, word in enumerate(letters):
        yield Shape(word, number == 0 and part[0] == "*", number == last and part[-1] == "*")


class OpenShapes:
    """Shapes with wildcards, looked up by the pieces of a word that have their lengths."""

    def __init__(self, known: Iterable[Shape]) -> None:
        self._shapes = frozenset(shape for shape in known if shape.is_open)
        lengths: defaultdict[tuple[bool, bool], set[int]] = defaultdict(set)
        for letters, before, after in self._shapes:
            lengths[before, after].add(len(letters))
        self._lengths = {sides: sorted(found) for sides, found in lengths.items()}

    def matching(self, word: str) -> Iterator[tuple[Shape, float]]:
        """Yield each shape that the word has, with how closely it fits: 1 when nothing is added."""
        for shape in self._candidates(word):
            if shape in self._shapes:
                yield shape, _OPEN_FIT + (1 - _OPEN_FIT) * len(shape.letters) / len(word)

    def _candidates(self, word: str) -> set[Shape]:
        return {
            Shape(word[start : start + length], before, after)
            for (before, after), lengths in self._lengths.items()
            for length in lengths
            for start in _starts(len(word) - length, before, after)
        }


def _starts(room: int, before: bool, after: bool) -> range:
    if room < 0:
        return range(0)
    return range(0 if after else room, room + 1 if before else 1)
