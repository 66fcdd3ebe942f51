"""The wildcard syntax of terms: ``kurs*`` begins, ``*schule`` ends, ``*deutsch*`` holds.

A shape is one word of a term in normalised letters, with its asterisks. It stays a plain string:
there are tens of thousands, and the garbage collector need not look at strings.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from search.normalising import words

_OPEN_FIT = 0.6  # of a wildcard, however little of the word it covers


def shapes(term: str) -> tuple[str, ...]:
    """Return the different words of a term, normalised, with their wildcards."""
    return tuple(dict.fromkeys(shape for part in term.split() for shape in _shapes_of_part(part)))


def is_open(shape: str) -> bool:
    """Tell whether a shape has a wildcard."""
    return shape[0] == "*" or shape[-1] == "*"


def _shapes_of_part(part: str) -> Iterator[str]:
    letters = words(part)
    if letters:
        letters[0] = "*" * part.startswith("*") + letters[0]
        letters[-1] += "*" * part.endswith("*")
    yield from letters


class OpenShapes:
    """Shapes with wildcards, looked up by the pieces of a word that have their lengths."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = frozenset(shape for shape in known if is_open(shape))
        lengths: defaultdict[tuple[bool, bool], set[int]] = defaultdict(set)
        for shape in self._known:
            lengths[shape[0] == "*", shape[-1] == "*"].add(len(shape.strip("*")))
        self._lengths = {sides: tuple(sorted(found)) for sides, found in lengths.items()}

    def matching(self, word: str) -> Iterator[tuple[str, float]]:
        """Yield each shape that the word has, with how closely it fits: 1 when nothing is added."""
        for sides, lengths in self._lengths.items():
            for shape in self._known.intersection(_candidates(word, sides, lengths)):
                yield shape, _OPEN_FIT + (1 - _OPEN_FIT) * len(shape.strip("*")) / len(word)


def _candidates(word: str, sides: tuple[bool, bool], lengths: Iterable[int]) -> list[str]:
    size = len(word)
    fitting = [length for length in lengths if length <= size]
    if sides == (False, True):
        return [word[:length] + "*" for length in fitting]
    if sides == (True, False):
        return ["*" + word[size - length :] for length in fitting]
    return [
        f"*{word[start : start + length]}*"
        for length in fitting
        for start in range(size - length + 1)
    ]
