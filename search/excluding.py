"""What somebody says that they do not want: «kein Kurs, sondern eine Wohnung».

A pattern is words, alternatives with a stroke (``brauche/suche``), and one ``…`` for one to four
words that are excluded. It does not go beyond a comma or full stop; ``|`` stands for one, or for an
end of the text.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from search.normalising import words
from search.shapes import alternatives, shapes

HOLE = "…"
BOUND = "|"
_LONGEST = 4  # words that a hole takes
_CLAUSE = re.compile(r"[.,;:!?\n،؛؟۔።፣፤፧–-]+(?=\s|$)")

Step = frozenset[str]  # alternatives; a hole or a bound alone
Pattern = tuple[Step, ...]


def clauses(text: str) -> list[str]:
    """Return the normalised words of a text, with `BOUND` where it pauses and at both its ends."""
    found = [BOUND]
    for clause in _CLAUSE.split(text):
        found += [*words(clause), BOUND]
    return found


def pattern(written: str) -> Pattern:
    """Return a pattern as it stands in a file. Raises ValueError where it has not one hole."""
    steps = tuple(step for part in written.split() for step in _steps(part))
    if sum(HOLE in step for step in steps) != 1 or len(steps) < 2:
        raise ValueError(f"{written!r} has not one {HOLE} beside other words")
    return steps


class Exclusions:
    """Patterns of one language, each of which waits at the first of its words."""

    def __init__(self, written: Iterable[str]) -> None:
        """Raises ValueError where one has not one hole beside other words."""
        self._waiting: defaultdict[str, list[tuple[int, Pattern]]] = defaultdict(list)
        for steps in map(pattern, written):
            first = next(n for n, step in enumerate(steps) if not step & {HOLE, BOUND})
            for word in steps[first]:
                self._waiting[word].append((first, steps))

    def excluded(self, said: Sequence[str]) -> frozenset[int]:
        """Return the places of words that any pattern excludes; bounds have places too."""
        found: set[int] = set()
        for place, word in enumerate(said):
            for first, steps in self._waiting.get(word, ()):
                found.update(_hole(said, place, first, steps))
        return frozenset(found)


def _steps(part: str) -> Iterator[Step]:
    if part in (HOLE, BOUND):
        yield frozenset({part})
    else:
        yield from (frozenset(alternatives(shape)) for shape in shapes(part))


def _hole(said: Sequence[str], place: int, first: int, steps: Pattern) -> Sequence[int]:
    """The places of the hole where the pattern's word ``first`` stands at ``place``, if it fits."""
    hole = next(number for number, step in enumerate(steps) if HOLE in step)
    if hole > first:
        start = place - first
        whole = start >= 0 and _stands(said, start, steps[:hole])
        ends = _ends(said, start + hole) if whole else iter(())
        return next(
            (range(start + hole, x) for x in ends if _stands(said, x, steps[hole + 1 :])), ()
        )
    return _before(said, place) if hole == 0 and _stands(said, place, steps[1:]) else ()


def _before(said: Sequence[str], end: int) -> range:
    """The places before ``end`` that a hole takes which begins a pattern."""
    start = end
    while start > max(0, end - _LONGEST) and said[start - 1] != BOUND:
        start -= 1
    return range(start, end)


def _ends(said: Sequence[str], first: int) -> Iterator[int]:
    for end in range(first + 1, min(first + _LONGEST, len(said)) + 1):
        if said[end - 1] == BOUND:
            return
        yield end


def _stands(said: Sequence[str], start: int, steps: Pattern) -> bool:
    there = said[start : start + len(steps)]
    return len(there) == len(steps) and all(map(_fits, there, steps))


def _fits(word: str, step: Step) -> bool:
    return word in step
