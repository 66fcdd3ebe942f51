"""Which figures of a survey add up to which: all that an attacker can write down."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from analysis.needs.places import EVERYBODY, Frame, Group, Place, Role
from analysis.needs.variables import Kind, Variable

Relation = Mapping[Place, float]
"""Place → factor; the products add up to zero."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a question's answers as a whole: `span` from the smallest to the largest
    number, `most` choices of one person, `whole` if each ranked all choices, `orderly` if exclusive
    choices stood alone. `frame` is what it is told by.
    """

    variable: Variable
    frame: Frame
    span: float = 0
    most: int = 0
    whole: bool = True
    orderly: bool = True


def among_people(frame: Frame) -> Iterator[Relation]:
    """Sums of respondents over groups."""
    return _over_groups(Place(Role.PEOPLE), frame)


def of_question(facts: Facts) -> Iterator[Relation]:
    """Everything that holds between a question's figures."""
    for place in _published(facts.variable):
        yield from _over_groups(place, facts.frame)
    for group in facts.frame.all():
        yield from _asked(facts.variable, group)
        yield from _results(facts, group)


def _over_groups(place: Place, frame: Frame) -> Iterator[Relation]:
    for above, below in frame.sums():
        parts = {replace(place, group=group): 1.0 for group in below}
        yield {replace(place, group=above): -1.0, **parts}


def _published(variable: Variable) -> Iterator[Place]:
    for role in (Role.ANSWERED, Role.SKIPPED, *_CONDITIONAL[variable.conditional]):
        yield Place(role, EVERYBODY, variable.name)
    for role in _OF_KIND[variable.kind]:
        for category in variable.categories:
            yield Place(role, EVERYBODY, variable.name, category.name)
    if variable.kind is Kind.NUMBER:
        yield Place(Role.SUM, EVERYBODY, variable.name)


_CONDITIONAL = {False: (), True: (Role.ASKED, Role.UNASKED)}
_ASKED = (Role.ANSWERED, Role.SKIPPED, Role.ASKED, Role.UNASKED)
_OF_KIND: Mapping[Kind, tuple[Role, ...]] = {
    Kind.ONE: (Role.CHOSEN,),
    Kind.SEVERAL: (Role.CHOSEN, Role.OTHERS),
    Kind.RANK: (Role.POINTS,),
    Kind.NUMBER: (),
    Kind.OPEN: (),
}


def _asked(variable: Variable, group: Group) -> Iterator[Relation]:
    """Who was asked answered or skipped; the others were not asked."""
    answered, skipped, asked, unasked = (Place(role, group, variable.name) for role in _ASKED)
    people = Place(Role.PEOPLE, group)
    if variable.conditional:
        yield {people: -1.0, asked: 1.0, unasked: 1.0}
        people = asked
    yield {people: -1.0, answered: 1.0, skipped: 1.0}


def _results(facts: Facts, group: Group) -> Iterator[Relation]:
    match facts.variable.kind:
        case Kind.ONE:
            yield _filled(facts.variable, group, Role.CHOSEN, 1)
        case Kind.SEVERAL:
            yield from _several(facts, group)
        case Kind.RANK:
            yield from _ranks(facts, group)
        case Kind.NUMBER:
            yield _bounded(Place(Role.SUM, group, facts.variable.name), facts.span)


def _several(facts: Facts, group: Group) -> Iterator[Relation]:
    variable = facts.variable
    if not variable.categories:
        return
    for chosen in _of(variable, group, Role.CHOSEN):
        yield {_answered(chosen): -1.0, chosen: 1.0, replace(chosen, role=Role.OTHERS): 1.0}
    least = _filled(variable, group, Role.CHOSEN, 1)
    yield {**least, Place(Role.SLACK, group, variable.name): -1.0}
    if facts.most < len(variable.categories):
        most = _filled(variable, group, Role.CHOSEN, facts.most)
        yield {**most, Place(Role.SLACK, group, variable.name, "most"): 1.0}
    if facts.orderly:
        yield from _exclusive(variable, group)


def _exclusive(variable: Variable, group: Group) -> Iterator[Relation]:
    """Nobody who chose "none of these" chose another."""
    places = tuple(_of(variable, group, Role.CHOSEN))
    alone = [place for place in places if place.category in variable.exclusive]
    for place in places:
        if alone and place not in alone:
            yield _bounded(place, 1, dict.fromkeys(alone, 1.0))


def _ranks(facts: Facts, group: Group) -> Iterator[Relation]:
    variable = facts.variable
    below = len(variable.categories) - 1
    if below < 1:
        return
    if facts.whole:
        yield _filled(variable, group, Role.POINTS, below * (below + 1) / 2)
    for place in _of(variable, group, Role.POINTS):
        yield _bounded(place, below)


def _of(variable: Variable, group: Group, role: Role) -> Iterator[Place]:
    return (Place(role, group, variable.name, one.name) for one in variable.categories)


def _answered(place: Place) -> Place:
    return replace(place, role=Role.ANSWERED, category="")


def _filled(variable: Variable, group: Group, role: Role, each: float) -> Relation:
    """All categories together are so much for each who answered."""
    parts = dict.fromkeys(_of(variable, group, role), 1.0)
    return {Place(Role.ANSWERED, group, variable.name): -each, **parts}


def _bounded(place: Place, most: float, also: Relation | None = None) -> Relation:
    """A figure, and what it excludes, is at most so much for each who answered."""
    slack = replace(place, role=Role.SLACK, category=place.category or "sum")
    return {_answered(place): -most, place: 1.0, slack: 1.0, **(also or {})}
