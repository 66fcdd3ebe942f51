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
        self._by_sides: defaultdict[tuple[bool, bool], dict[str, Shape]] = defaultdict(dict)
        for shape in known:
            if shape.is_open:
                self._by_sides[shape.open_before, shape.open_after][shape.letters] = shape
        self._lengths = {
            sides: sorted({len(letters) for letters in shapes_there})
            for sides, shapes_there in self._by_sides.items()
        }

    def matching(self, word: str) -> Iterator[tuple[Shape, float]]:
        """Yield each shape that the word has, with how closely it fits: 1 when nothing is added."""
        for sides, known in self._by_sides.items():
            for piece in _pieces(word, sides, self._lengths[sides]):
                if piece in known:
                    yield known[piece], _OPEN_FIT + (1 - _OPEN_FIT) * len(piece) / len(word)


def _pieces(word: str, sides: tuple[bool, bool], lengths: Iterable[int]) -> set[str]:
    size = len(word)
    before, after = sides
    if not before:
        return {word[:length] for length in lengths if length <= size}
    if not after:
        return {word[size - length :] for length in lengths if length <= size}
    return {
        word[start : start + length] for length in lengths for start in range(size - length + 1)
    }
