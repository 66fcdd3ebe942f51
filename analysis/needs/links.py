"""What the form lets everybody know of two questions together.

Whoever was asked "Wobei brauchen Ihre Kinder Hilfe?" said before that she has children; whoever
ranked something chose it before. So figures of one question bound those of another, in each group,
and an attacker who has read the form reckons with that too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from analysis.needs.counting import parts
from analysis.needs.places import Frame, Group, Place, Role
from analysis.needs.relations import Relation
from analysis.needs.variables import Kind, Respondent, Variable

Part = tuple[Role, str]
"""What of a question is counted, of which category."""

Crowds = Mapping[Part, int]
"""Who is counted there: a bit for each respondent."""


@dataclass(frozen=True, slots=True)
class Link:
    """`by` times the sum of `more` is at least the sum of `less`; each of another question."""

    more: tuple[Place, ...]
    less: tuple[Place, ...]
    by: float = 1

    @property
    def questions(self) -> tuple[str, str]:
        """The two."""
        return self.more[0].question, self.less[0].question

    def among(self, group: Group) -> Relation:
        """The same in a group, with what is left of the bound."""
        sides = {_in(place, group): self.by for place in self.more}
        sides |= {_in(place, group): -1.0 for place in self.less}
        first, last = self.more[0], self.less[0]
        name = f"{first.question} {first.role} {first.category} {last.role} {last.category}"
        return {**sides, Place(Role.SLACK, group, last.question, name): -1.0}


def links(variables: Sequence[Variable], people: Sequence[Respondent]) -> Iterator[Link]:
    """Of each question with those on which it depends; exclusive of what always holds."""
    named = {one.name: one for one in variables}
    for variable in variables:
        others = [named[name] for name in variable.depends if name in named]
        yield from _with(others, variable, people)


def linking(link: Link, frames: Mapping[str, Frame]) -> Iterator[Relation]:
    """The link in all groups that both questions are told by."""
    one, other = (tuple(frames[name].all()) for name in link.questions)
    return (link.among(group) for group in one if group in other)


def _with(
    others: Sequence[Variable], variable: Variable, people: Sequence[Respondent]
) -> Iterator[Link]:
    crowds = _crowds(variable, people) if others else {}
    for other in others:
        before = _crowds(other, people)
        yield from _at_most(variable, crowds, other, before)
        if variable.conditional:
            yield from _at_least(variable, crowds, other, before)


def _crowds(variable: Variable, people: Sequence[Respondent]) -> dict[Part, int]:
    """Everybody who is counted at each part of a question."""
    chosen = () if variable.kind is Kind.RANK else variable.categories
    found: dict[Part, int] = {(Role.CHOSEN, one.name): 0 for one in chosen}
    for number, person in enumerate(people):
        for role, category, _ in parts(variable, person):
            found[role, category] = found.get((role, category), 0) | 1 << number
    return found


def _at_most(variable: Variable, crowds: Crowds, other: Variable, before: Crowds) -> Iterator[Link]:
    """Whoever is counted here was counted there."""
    below = max(len(variable.categories) - 1, 1)
    told = {Role.CHOSEN, Role.POINTS, *([Role.ASKED] if variable.conditional else ())}
    counted = [part for part, crowd in crowds.items() if part[0] in told and crowd]
    for part in counted:
        by = below if part[0] is Role.POINTS else 1
        for among in _around(crowds[part], other, before, variable.depends[other.name]):
            yield Link(_places(other, among), _places(variable, [part]), by)


def _at_least(
    variable: Variable, crowds: Crowds, other: Variable, before: Crowds
) -> Iterator[Link]:
    """Whoever is counted there was asked this."""
    asked = crowds.get((Role.ASKED, ""), 0)
    led = variable.depends[other.name]
    within = [x for x in _told(before) if before[x] & ~asked == 0 and (before[x] or x[1] in led)]
    lots = [within] if other.kind is Kind.ONE and within else [[part] for part in within]
    for lot in lots:
        yield Link(_places(variable, [(Role.ASKED, "")]), _places(other, lot))


def _around(
    crowd: int, other: Variable, before: Crowds, led: Collection[str]
) -> Iterator[list[Part]]:
    """What all of a crowd are counted at: of one choice the few there are, of several each.

    A choice that nobody made is among them where the form says so.
    """
    known = _told(before)
    if other.kind is not Kind.ONE:
        yield from ([part] for part in known if crowd & ~before[part] == 0)
        return
    there = [x for x in known if crowd & before[x] or (not before[x] and x[1] in led)]
    if len(there) < len(known):
        yield there


def _told(crowds: Crowds) -> list[Part]:
    return [x for x in crowds if x[0] in {Role.CHOSEN, Role.SKIPPED, Role.UNASKED}]


def _places(variable: Variable, of: Sequence[Part]) -> tuple[Place, ...]:
    return tuple(Place(role, (), variable.name, category) for role, category in of)


def _in(place: Place, group: Group) -> Place:
    return Place(place.role, group, place.question, place.category)
