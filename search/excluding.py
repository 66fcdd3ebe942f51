"""What somebody says that they do not want: «kein Kurs, sondern eine Wohnung».

A pattern is words, alternatives with a stroke (``brauche/suche``), and one ``…`` for one to four
words that are excluded. It does not go beyond a comma or full stop; ``|`` stands for one, or for an
end of the text.
"""

import re
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


def excluded(said: Sequence[str], patterns: Iterable[Pattern]) -> frozenset[int]:
    """Return the places of words that any pattern excludes; bounds have places too."""
    found: set[int] = set()
    for steps in patterns:
        for start in range(len(said)):
            found.update(_hole(said, start, steps))
    return frozenset(found)


def _steps(part: str) -> Iterator[Step]:
    if part in (HOLE, BOUND):
        yield frozenset({part})
    else:
        yield from (frozenset(alternatives(shape)) for shape in shapes(part))


def _hole(said: Sequence[str], start: int, steps: Pattern) -> Sequence[int]:
    """The places of the hole where the pattern begins at ``start``; none where it does not."""
    before = next(number for number, step in enumerate(steps) if HOLE in step)
    after = steps[before + 1 :]
    if not _stands(said, start, steps[:before]):
        return ()
    first = start + before
    for end in _ends(said, first):
        if _stands(said, end, after):
            return range(first, end)
    return ()


def _ends(said: Sequence[str], first: int) -> Iterator[int]:
    for end in range(first + 1, min(first + _LONGEST, len(said)) + 1):
        if said[end - 1] == BOUND:
            return
        yield end


def _stands(said: Sequence[str], start: int, steps: Pattern) -> bool:
    there = said[start : start + len(steps)]
    return len(there) == len(steps) and all(map(_fits, there, steps))


def _fits(word: str, step: Step) -> bool:
    if word in step:
        return True
    begun = (shape[:-1] for shape in step if shape.endswith("*"))
    return word != BOUND and any(map(word.startswith, begun))
