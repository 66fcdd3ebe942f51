"""From answers to figures: what each respondent adds to which place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from analysis.needs.places import Frame, Group, Place, Role
from analysis.needs.variables import Kind, Respondent, Variable

Figures = Mapping[Place, float]
Part = tuple[Role, str, float]
"""What is counted, of which category, and how much."""

Among = tuple[Group, ...]
"""All groups that somebody belongs to."""

UNASKED: Part = (Role.UNASKED, "", 1)


def numbers(variable: Variable, people: Sequence[Respondent]) -> list[float]:
    """All numbers that were answered."""
    answers = (person.answers.get(variable.name) for person in people)
    return [float(answer) for answer in answers if isinstance(answer, float | int)]


def counted(variables: Sequence[Variable], people: Sequence[Respondent], frame: Frame) -> Figures:
    """All figures of a survey. A place that is not there counts nobody."""
    figures: defaultdict[Place, float] = defaultdict(float)
    by_group: defaultdict[Among, list[Respondent]] = defaultdict(list)
    for person in people:
        by_group[groups_of(person, frame)].append(person)
    for among, members in by_group.items():
        for group in among:
            figures[Place(Role.PEOPLE, group)] += len(members)
    for variable in variables:
        _add(variable, by_group, min(numbers(variable, people), default=0.0), figures)
    return figures


def groups_of(person: Respondent, frame: Frame) -> Among:
    """Everybody and each group that she is in."""
    groups = [
        tuple((name, person.groups.get(name, "")) for name in names) for names in frame.breakdowns
    ]
    return ((), *groups)


def _add(
    variable: Variable,
    by_group: Mapping[Among, Sequence[Respondent]],
    lowest: float,
    figures: defaultdict[Place, float],
) -> None:
    for among, members in by_group.items():
        sums: defaultdict[tuple[Role, str], float] = defaultdict(float)
        for role, category, amount in (x for y in members for x in parts(variable, y, lowest)):
            sums[role, category] += amount
        for group, (role, category) in product(among, sums):
            figures[Place(role, group, variable.name, category)] += sums[role, category]


def parts(variable: Variable, person: Respondent, lowest: float = 0.0) -> Iterator[Part]:
    """Where a respondent's answer is counted, and how much; numbers above the `lowest`."""
    if variable.name not in person.answers:
        yield UNASKED
        return
    yield Role.ASKED, "", 1
    answer = person.answers[variable.name]
    if answer is None or (answer == () and variable.kind is not Kind.OPEN):
        yield Role.SKIPPED, "", 1
        return
    yield Role.ANSWERED, "", 1
    if isinstance(answer, tuple):
        yield from _chosen(variable, answer)
    elif variable.kind is Kind.NUMBER:
        yield Role.SUM, "", answer - lowest


def _chosen(variable: Variable, answer: tuple[str, ...]) -> Iterator[Part]:
    match variable.kind:
        case Kind.ONE:
            yield Role.CHOSEN, answer[0], 1
        case Kind.SEVERAL:
            for category in variable.categories:
                role = Role.CHOSEN if category.name in answer else Role.OTHERS
                yield role, category.name, 1
        case Kind.RANK:
            yield from points(variable, answer)


def points(variable: Variable, answer: tuple[str, ...]) -> Iterator[Part]:
    """Borda's points: as many as there are choices below; what was not ranked gets none.

    J.-C. de Borda, Mémoire sur les élections au scrutin, 1781.
    """
    below = len(variable.categories) - 1
    for place, name in enumerate(answer):
        yield Role.POINTS, name, below - place
