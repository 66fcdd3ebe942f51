"""A survey's figures as one system of equations, over all tables of its report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from analysis.needs.counting import Figures, numbers
from analysis.needs.links import Link, linking
from analysis.needs.places import Frame, Place, Role
from analysis.needs.relations import Facts, Relation, among_people, of_question
from analysis.needs.rules import Judge, Rules
from analysis.needs.system import System
from analysis.needs.variables import Respondent, Variable


@dataclass(frozen=True)
class Survey:
    """What is told of: by which groups in all, each question, and what links two of them."""

    frame: Frame
    facts: Sequence[Facts]
    links: Sequence[Link]

    def relations(self) -> Iterator[list[Relation]]:
        """What holds between figures of questions, a lot for questions that are linked."""
        frames = {one.variable.name: one.frame for one in self.facts}
        lots = {one.variable.name: list(of_question(one)) for one in self.facts}
        for link in self.links:
            first, second = (lots[name] for name in link.questions)
            first += [*linking(link, frames), *(second if second is not first else ())]
            lots.update({name: first for name, lot in lots.items() if lot is second})
        return iter({id(lot): lot for lot in lots.values()}.values())


@dataclass(frozen=True)
class Model:
    """The system, and which figure each of its cells is."""

    places: Mapping[Place, int]
    system: System


def model(figures: Figures, survey: Survey, rules: Rules) -> Model:
    """All figures with all that holds between them. People first, then question by question, linked
    ones together.
    """
    groups = [list(among_people(survey.frame)), *survey.relations()]
    full = {**figures, **dict(_slacks((each for group in groups for each in group), figures))}
    places = _numbered([Place(Role.PEOPLE)], *(each for group in groups for each in group))
    equations = [
        [{places[at]: by for at, by in relation.items() if by} for relation in group]
        for group in groups
    ]
    pairs = [(x.variable.name, name) for x in survey.facts for name in x.variable.depends]
    cells = Judge(full, rules, pairs).cells(places)
    flat = tuple(each for group in equations for each in group)
    return Model(places, System(cells, flat, tuple(_parts(equations))))


def facts_of(variable: Variable, frame: Frame, people: Sequence[Respondent]) -> Facts:
    """What is known of a question's answers as a whole."""
    there = numbers(variable, people)
    answers = [person.answers.get(variable.name) for person in people]
    chosen = [set(answer) for answer in answers if isinstance(answer, tuple) and answer]
    return Facts(
        variable,
        frame,
        span=max(there, default=0.0) - min(there, default=0.0),
        most=max(map(len, chosen), default=len(variable.categories)),
        whole=all(len(each) == len(variable.categories) for each in chosen),
        orderly=all(len(each) == 1 or not each & variable.exclusive for each in chosen),
    )


def _numbered(*lots: Iterable[Place]) -> dict[Place, int]:
    return {at: number for number, at in enumerate(dict.fromkeys(x for lot in lots for x in lot))}


def _slacks(relations: Iterable[Relation], figures: Figures) -> Iterator[tuple[Place, float]]:
    for relation in relations:
        slack = next((place for place in relation if place.role is Role.SLACK), None)
        if slack is not None:
            others = (by * figures.get(x, 0) for x, by in relation.items() if x != slack)
            yield slack, -sum(others) / relation[slack]


def _parts(equations: Sequence[Sequence[object]]) -> Iterator[tuple[int, ...]]:
    """The numbers of the equations, a group each, in which they are one after another."""
    start = 0
    for group in equations:
        yield tuple(range(start, start + len(group)))
        start += len(group)
