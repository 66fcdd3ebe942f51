"""The wildcard syntax of terms: ``kurs*`` begins, ``*schule`` ends, ``*deutsch*`` holds.

A shape is one word of a term in normalised letters, with its asterisks, or several with strokes
between them, of which any will do: ``trinkt/trank``. Two words with a low line follow each other:
``tự_tử``. It stays a plain string: there are tens of thousands, and the garbage collector need not
look at strings.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from search.normalising import words
from search.packing import Named, Texts

_OR = "/"
_NEXT = "_"
_OPEN_FIT = 0.6  # of a wildcard, however little of the word it covers


def shapes(term: str) -> tuple[str, ...]:
    """Return the words of a term, normalised, with their wildcards."""
    return tuple(shape for part in term.split() for shape in _shapes_of_part(part))


def alternatives(shape: str) -> list[str]:
    """Return the shapes of which any will do."""
    return shape.split(_OR)


def is_open(shape: str) -> bool:
    """Tell whether a shape of one word has a wildcard."""
    return shape[0] == "*" or shape[-1] == "*"


def _shapes_of_part(part: str) -> Iterator[str]:
    if _OR in part:
        found = [shape for each in part.split(_OR) for shape in _shapes_of_part(each)]
        yield from [_OR.join(dict.fromkeys(found))] if found else []
        return
    letters = words(part.replace(_NEXT, " "))
    if letters and _NEXT in part:
        letters = [" ".join(letters)]
    if letters:
        letters[0] = "*" * part.startswith("*") + letters[0]
        letters[-1] += "*" * part.endswith("*")
    yield from letters


class OpenShapes:
    """Shapes with wildcards, looked up by the pieces of a word that have their lengths."""

    def __init__(self, known: Named) -> None:
        """``known`` are shapes in the order of their numbers; those without wildcard stay out."""
        self._known: dict[str, int] = {}
        self._further: dict[str, tuple[int, ...]] = {}  # numbers, of the few that have several
        those = _with_asterisks(known)
        numbered = ((n, x) for n, shape in those for x in filter(is_open, alternatives(shape)))
        for number, shape in numbered:
            if self._known.setdefault(shape, number) != number:
                self._further[shape] = (*self._further.get(shape, ()), number)
        lengths: defaultdict[tuple[bool, bool], set[int]] = defaultdict(set)
        for shape in self._known:
            lengths[shape[0] == "*", shape[-1] == "*"].add(len(shape.strip("*")))
        self._lengths = {sides: tuple(sorted(found)) for sides, found in lengths.items()}

    def matching(self, word: str) -> Iterator[tuple[int, float]]:
        """Yield each shape's number that the word has, with how closely it fits (up to 1)."""
        for sides, lengths in self._lengths.items():
            for shape in self._known.keys() & _candidates(word, sides, lengths):
                fit = _OPEN_FIT + (1 - _OPEN_FIT) * len(shape.strip("*")) / len(word)
                numbers = (self._known[shape], *self._further.get(shape, ()))
                yield from ((number, fit) for number in numbers)


def _with_asterisks(known: Named) -> Iterable[tuple[int, str]]:
    if isinstance(known, Texts):
        return known.holding("*")
    return ((number, shape) for number, shape in enumerate(known) if "*" in shape)


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
