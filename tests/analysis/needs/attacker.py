"""Somebody who has the published report, a ruler and time, and knows how questionnaires work.

She shares nothing with `analysis.needs` but the addresses of figures: she writes down what must
hold among the figures of a survey anew, from what a reader of the tables knows, over all tables.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_matrix

from analysis.needs.places import Group, Place, Role
from analysis.needs.release import Release
from analysis.needs.variables import Kind, Variable

Row = tuple[dict[Place, float], float]


@dataclass
class Attacker:
    """Knows the published figures, `numbers`: the smallest and largest anybody can answer, and of
    which choice of an earlier question who was asked one (`follows`: question → both).
    """

    release: Release
    numbers: tuple[float, float] = (0.0, 0.0)
    follows: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    equal: list[Row] = field(default_factory=list)
    at_most: list[Row] = field(default_factory=list)

    def __post_init__(self) -> None:
        for group in self._groups():
            for question in self.release.questions:
                self._asked(question, group)
                self._kind(question, group)
        self._sums()

    def interval(self, place: Place) -> tuple[float, float]:
        """The least and the greatest value that fits everything in the report."""
        return self._extreme(place, 1), self._extreme(place, -1)

    def _groups(self) -> list[Group]:
        return list(dict.fromkeys(place.group for place in self._figures() if not place.question))

    def _figures(self) -> list[Place]:
        return [*self.release.published, *self.release.withheld]

    def _asked(self, question: Variable, group: Group) -> None:
        answered, skipped, unasked, asked = (
            Place(role, group, question.name)
            for role in (Role.ANSWERED, Role.SKIPPED, Role.UNASKED, Role.ASKED)
        )
        everybody = Place(Role.PEOPLE, group)
        if question.conditional:
            self.equal.append(({asked: 1, unasked: 1, everybody: -1}, 0))
            self.equal.append(({answered: 1, skipped: 1, asked: -1}, 0))
        else:
            self.equal.append(({answered: 1, skipped: 1, everybody: -1}, 0))
        earlier, choice = self.follows.get(question.name, ("", ""))
        if earlier in {one.name for one in self.release.questions}:
            self.equal.append(({asked: 1, Place(Role.CHOSEN, group, earlier, choice): -1}, 0))

    def _kind(self, question: Variable, group: Group) -> None:
        answered = Place(Role.ANSWERED, group, question.name)
        names = [category.name for category in question.categories]
        chosen = [Place(Role.CHOSEN, group, question.name, name) for name in names]
        match question.kind:
            case Kind.ONE:
                self.equal.append(({**dict.fromkeys(chosen, 1.0), answered: -1.0}, 0))
            case Kind.SEVERAL:
                self._several(question, answered, chosen)
            case Kind.RANK:
                self._rank(answered, [replace(one, role=Role.POINTS) for one in chosen])
            case Kind.NUMBER:
                most = self.numbers[1] - self.numbers[0]
                self.at_most.append(({replace(answered, role=Role.SUM): 1, answered: -most}, 0))

    def _several(self, question: Variable, answered: Place, chosen: list[Place]) -> None:
        self.at_most.append(({**dict.fromkeys(chosen, -1.0), answered: 1.0}, 0))
        for one in chosen:
            self.equal.append(({one: 1, replace(one, role=Role.OTHERS): 1, answered: -1}, 0))
            for alone in question.exclusive - {one.category}:
                other = replace(one, category=alone)
                self.at_most.append(({one: 1, other: 1, answered: -1}, 0))

    def _rank(self, answered: Place, points: list[Place]) -> None:
        below = len(points) - 1
        total = below * (below + 1) / 2
        self.equal.append(({**dict.fromkeys(points, 1.0), answered: -total}, 0))
        for one in points:
            self.at_most.append(({one: 1, answered: -float(below)}, 0))

    def _sums(self) -> None:
        """Whoever is in a group by more variables is in exactly one of those by fewer."""
        below: defaultdict[tuple[Place, frozenset[str]], list[Place]] = defaultdict(list)
        figures = (place for place in self._figures() if place.role is not Role.SLACK)
        for place, left in ((x, one) for x in figures for one in x.group):
            upper = tuple(each for each in place.group if each != left)
            by = frozenset(name for name, _ in place.group)
            below[replace(place, group=upper), by].append(place)
        for (whole, _), parts in below.items():
            self.equal.append(({**dict.fromkeys(parts, 1.0), whole: -1.0}, 0))

    @cached_property
    def _unknown(self) -> dict[Place, int]:
        """The withheld figures that stand for people, with their columns."""
        return {
            place: column
            for column, place in enumerate(
                x for x in self.release.withheld if x.role is not Role.SLACK
            )
        }

    @cached_property
    def _bounds(self) -> dict[str, object]:
        """What `linprog` is told of the tables, the same for every figure."""
        (a_ub, b_ub), (a_eq, b_eq) = self._table(self.at_most), self._table(self.equal)
        return {"A_ub": a_ub, "b_ub": b_ub, "A_eq": a_eq, "b_eq": b_eq, "bounds": (0, None)}

    def _extreme(self, place: Place, sign: int) -> float:
        goal = np.zeros(len(self._unknown))
        goal[self._unknown[place]] = sign
        result = linprog(goal, **self._bounds)
        if result.status == 3:
            return -sign * np.inf
        assert result.status == 0, result.message
        return sign * float(result.fun)

    def _table(self, rows: list[Row]) -> tuple[csr_matrix | None, list[float] | None]:
        """Rows over what is unknown; what is published goes to the other side."""
        columns, published = self._unknown, self.release.published
        lines: list[dict[int, float]] = []
        right: list[float] = []
        for row, total in rows:
            line = {columns[x]: share for x, share in row.items() if x in columns}
            if line:
                lines.append(line)
                told = sum(
                    share * published.get(x, 0) for x, share in row.items() if x not in columns
                )
                right.append(total - told)
        if not lines:
            return None, None
        starts = np.cumsum([0, *map(len, lines)])
        flat = [pair for line in lines for pair in line.items()]
        shape = (len(lines), len(columns))
        return csr_matrix(([x for _, x in flat], [x for x, _ in flat], starts), shape), right
