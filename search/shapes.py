"""The wildcard syntax of terms: ``kurs*`` begins, ``*schule`` ends, ``*deutsch*`` holds.

A shape is one word of a term in normalised letters, with its asterisks. It stays a plain string:
there are tens of thousands, and the garbage collector need not look at strings.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

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
        """``known`` are shapes in the order of their numbers; those without wildcard stay out."""
        numbered = enumerate(known)
        self._known: Mapping[str, int] = {x: number for number, x in numbered if is_open(x)}
        lengths: defaultdict[tuple[bool, bool], set[int]] = defaultdict(set)
        for shape in self._known:
            lengths[shape[0] == "*", shape[-1] == "*"].add(len(shape.strip("*")))
        self._lengths = {sides: tuple(sorted(found)) for sides, found in lengths.items()}

    def matching(self, word: str) -> Iterator[tuple[int, float]]:
        """Yield each shape's number that the word has, with how closely it fits (up to 1)."""
        for sides, lengths in self._lengths.items():
            for shape in self._known.keys() & _candidates(word, sides, lengths):
                fit = _OPEN_FIT + (1 - _OPEN_FIT) * len(shape.strip("*")) / len(word)
                yield self._known[shape], fit


def _candidates(word: str, sides: tuple[bool, bool], lengths: Iterable[int]) -> set[str]:
    size = len(word)
    fitting = [length for length in lengths if length <= size]
    if sides == (False, True):
        return {word[:length] + "*" for length in fitting}
    if sides == (True, False):
        return {"*" + word[size - length :] for length in fitting}
    return {
        f"*{word[start : start + length]}*"
        for length in fitting
        for start in range(size - length + 1)
    }
