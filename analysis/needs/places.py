"""Where a figure stands: which question, what is counted, and among whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations, product

from analysis.needs.variables import Variable


class Role(StrEnum):
    """What a figure counts or adds up.

    `ASKED` answered or skipped; `OTHERS` answered, but did not choose this; `SLACK` is what is left
    of a bound.
    `POINTS` are Borda points, `SUM` is of numbers above the smallest.
    """

    PEOPLE = "people"
    ASKED = "asked"
    ANSWERED = "answered"
    SKIPPED = "skipped"
    UNASKED = "unasked"
    CHOSEN = "chosen"
    OTHERS = "others"
    POINTS = "points"
    SUM = "sum"
    SLACK = "slack"


Group = tuple[tuple[str, str], ...]
"""Grouping variables with their values, () for everybody. In the order of the variables."""

EVERYBODY: Group = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A figure's address. `PEOPLE` belong to no question."""

    role: Role
    group: Group = EVERYBODY
    question: str = ""
    category: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """By which variables, alone or two at once, people are grouped, and into which groups.

    With two at once each of them stands alone as well, so that all sums are known.
    """

    variables: tuple[Variable, ...]
    breakdowns: tuple[tuple[str, ...], ...]

    def all(self) -> Iterator[Group]:
        """Everybody, then group by group."""
        yield EVERYBODY
        for names in self.breakdowns:
            yield from self.groups(names)

    def without(self, variable: str) -> Frame:
        """The same without what is by this variable."""
        kept = tuple(names for names in self.breakdowns if variable not in names)
        return Frame(self.variables, kept)

    def groups(self, names: Sequence[str]) -> Iterator[Group]:
        """All groups of a breakdown, with those in which there is nobody."""
        chosen = [one for one in self.variables if one.name in names]
        values = [[(one.name, category.name) for category in one.categories] for one in chosen]
        return (tuple(each) for each in product(*values))

    def sums(self) -> Iterator[tuple[Group, tuple[Group, ...]]]:
        """Every group that is the sum of others, with those."""
        for names, left in ((x, one) for x in self.breakdowns for one in x):
            below = tuple(self.groups(names))
            for above in self.groups([name for name in names if name != left]):
                yield above, tuple(group for group in below if set(above) <= set(group))


def frame(variables: Sequence[Variable], pairs: Iterable[tuple[str, str]] = ()) -> Frame:
    """Each variable alone, and these pairs."""
    names = [one.name for one in variables]
    two = {tuple(sorted(pair, key=names.index)) for pair in pairs}
    both = tuple(pair for pair in combinations(names, 2) if pair in two)
    return Frame(tuple(variables), (*((name,) for name in names), *both))
