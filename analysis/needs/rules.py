"""What is too little to be published, and what the reader would miss most.

Five respondents to a figure, ten to a group and twenty to a group by two variables: the rule of
Lotse's surveys. Zero counts as small in a group, because "nobody among these twelve" says
something of each of the twelve; over all respondents it is published when no other figure there
is small, so that zero and small stay indistinguishable. A group of which fewer than a third of the
choices could be told is not told at all: the rest would say little, and cost others their figures.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log1p

from analysis.needs.counting import Figures
from analysis.needs.places import EVERYBODY, Group, Place, Role
from analysis.needs.system import FIXED, Cell

COUNTS = frozenset({Role.PEOPLE, Role.ASKED, Role.ANSWERED, Role.UNASKED, Role.CHOSEN, Role.OTHERS})
"""People, of whom few are too few. That somebody left out a question tells nothing of her."""

RESULTS = frozenset({Role.CHOSEN, Role.OTHERS, Role.POINTS, Role.SUM})
"""What is withheld as a whole where a group is too small."""

ADDED = frozenset({Role.POINTS, Role.SUM})
DEARER = {Role.PEOPLE: 40.0, Role.ASKED: 12.0, Role.ANSWERED: 12.0, Role.OTHERS: 0.02}
"""How much the reader would miss a figure; who did not choose something stands in no table."""

LEVELS = (2000.0, 6.0, 1.0)
"""The same by the number of variables that a group is by: what all say is read most."""

BESIDE = frozenset({Role.SKIPPED, Role.UNASKED})
"""Of groups these stand in no table."""


@dataclass(frozen=True, slots=True)
class Rules:
    """`cell`: respondents behind a figure, k. `groups`: respondents in a group by none, one or
    two variables. `shares`: respondents from whom on percentages are sure enough.
    """

    cell: int = 5
    groups: tuple[int, int, int] = (10, 10, 20)
    shares: int = 20

    def enough(self, group: Group) -> int:
        """How many must have answered in a group."""
        return self.groups[len(group)]


Table = tuple[str, Group]
"""A question among a group."""


@dataclass(frozen=True)
class Judge:
    """Makes a cell of each figure. `linked` are questions of which one hangs on the other."""

    figures: Figures
    rules: Rules
    linked: Sequence[tuple[str, str]] = ()

    def cells(self, places: Mapping[Place, int]) -> tuple[Cell, ...]:
        """A cell for each place, in their order."""
        small = {place.question for place in places if self._some(place)}
        small |= {x for pair in self.linked if not small.isdisjoint(pair) for x in pair}
        thin = self._thin(places)
        crossed = any(len(place.group) > 1 for place in places)
        return tuple(
            self._sized(place, crossed=crossed)
            if place.role is Role.PEOPLE
            else self._cell(place, place.question in small, (place.question, place.group) in thin)
            for place in places
        )

    def _some(self, place: Place) -> bool:
        """A figure over all respondents that counts a few, but not nobody."""
        there = place.group == EVERYBODY and place.role in COUNTS
        return there and 0 < self._value(place) < self.rules.cell

    def _thin(self, places: Iterable[Place]) -> set[Table]:
        """Questions and groups of which fewer than a third of the choices could be told."""
        could: defaultdict[Table, list[bool]] = defaultdict(list)
        for place in places:
            if place.role is Role.CHOSEN and place.group:
                others = self.figures.get(replace(place, role=Role.OTHERS), self.rules.cell)
                least = min(self._value(place), others)
                could[place.question, place.group].append(least >= self.rules.cell)
        return {table for table, told in could.items() if 3 * sum(told) < len(told)}

    def _sized(self, place: Place, *, crossed: bool) -> Cell:
        """How many there are. Groups by one variable are large enough, and nothing else depends on
        them as long as there are none by two.
        """
        value = self._value(place)
        if not place.group or (len(place.group) == 1 and not crossed):
            return Cell(value, cost=FIXED)
        small = value < self.rules.cell
        return Cell(value, self.rules.cell, small, small, self._cost(place, value))

    def _cell(self, place: Place, beside_small: bool, thin: bool) -> Cell:
        value = self._value(place)
        if place.role is Role.SLACK:
            return Cell(value, primary=True)
        small = place.role in COUNTS and value < self.rules.cell
        little = place.role in RESULTS and (
            thin or self._answered(place) < self.rules.enough(place.group)
        )
        nobody = not value and not beside_small and not self._total(place)
        primary = (small or little) and not (nobody and place.role in COUNTS)
        return Cell(value, self._need(place), small, primary, self._cost(place, value))

    def _need(self, place: Place) -> float:
        """k people, or what k people add on the average. Who left a question out may be known."""
        if place.role is Role.SKIPPED:
            return 0
        if place.role not in ADDED:
            return self.rules.cell
        answered = self.figures.get(Place(Role.ANSWERED, EVERYBODY, place.question), 0)
        return self.rules.cell * self._total(place) / max(answered, 1)

    def _cost(self, place: Place, value: float) -> float:
        """Sums over more people are dearer than their parts, large figures than small ones."""
        if place.role in ADDED:
            answered = self._answered(place)
            value = answered * value / max(self._total(place), 1)
        dearer = DEARER.get(place.role, 1.0) * LEVELS[len(place.group)]
        if place.role in BESIDE and place.group:
            dearer *= DEARER[Role.OTHERS]
        return dearer * (1 + log1p(value))

    def _value(self, place: Place) -> float:
        return self.figures.get(place, 0)

    def _answered(self, place: Place) -> float:
        return self.figures.get(Place(Role.ANSWERED, place.group, place.question), 0)

    def _total(self, place: Place) -> float:
        return self.figures.get(Place(place.role, EVERYBODY, place.question, place.category), 0)
