"""What of a survey may be published: the one way out of `analysis.needs`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from analysis.needs.counting import Figures, counted, groups_of, numbers
from analysis.needs.grouping import grouped, regrouped, says_the_same
from analysis.needs.links import links
from analysis.needs.modelling import Model, Survey, facts_of, model
from analysis.needs.numbers import Summary, summary
from analysis.needs.places import EVERYBODY, Frame, Group, Place, Role, frame
from analysis.needs.rules import Rules
from analysis.needs.suppression import suppressed
from analysis.needs.variables import Kind, Respondent, Variable, occurring

RULES = Rules()


@dataclass(frozen=True)
class Release:
    """Published figures only. `enough`: so many took part that there are results at all."""

    questions: tuple[Variable, ...]
    frame: Frame
    rules: Rules
    people: int
    published: Mapping[Place, float]
    withheld: frozenset[Place]
    summaries: Mapping[tuple[str, Group], Summary]

    def frame_of(self, question: Variable) -> Frame:
        """By what a question is told."""
        return _frame_of(question, self.frame)

    @property
    def enough(self) -> bool:
        """Whether there are results at all."""
        return self.people >= self.rules.enough(EVERYBODY)

    def at(self, place: Place) -> float | None:
        """A figure; None when it is withheld; 0 where there can be nobody."""
        return None if place in self.withheld else self.published.get(place, 0)


def released(
    questions: Sequence[Variable],
    groups: Sequence[Variable],
    people: Sequence[Respondent],
    pairs: Sequence[tuple[str, str]] = (),
    rules: Rules = RULES,
) -> Release:
    """Results of `questions`, for everybody and by `groups`, alone and as `pairs`.

    Small groups are told together (`analysis.needs.grouping`).

    A question by which people are grouped, or whose answers say the same, is told among the
    groups and nowhere else: beside them it would tell of small groups what they do not. A question
    that the groups come from is not told by them.
    """
    same = {one.name for one in questions for by in groups if says_the_same(one, by, people)}
    told_by = [grouped(one, people, rules.enough((("", ""),))) for one in groups]
    people = regrouped(people, told_by)
    there = frame([one.variable for one in told_by], pairs)
    asked = tuple(occurring(x, people) for x in questions if x.name not in same)
    if len(people) < rules.enough(EVERYBODY):
        return Release(asked, there, rules, len(people), {}, frozenset(), {})
    figures = counted(asked, people, there)
    facts = [facts_of(one, _frame_of(one, there), people) for one in asked]
    made = model(figures, Survey(there, facts, tuple(links(asked, people))), rules)
    withheld = _withheld(made)
    told = {place: figures.get(place, 0) for place in made.places if place not in withheld}
    summaries = _summaries(asked, people, there, told, rules)
    return Release(asked, there, rules, len(people), told, withheld, summaries)


def _frame_of(question: Variable, whole: Frame) -> Frame:
    """By what a question is told: not by groups that come from it."""
    for by in whole.variables:
        if question.name in by.depends:
            whole = whole.without(by.name)
    return whole


def _withheld(made: Model) -> frozenset[Place]:
    numbers = suppressed(made.system)
    return frozenset(place for place, number in made.places.items() if number in numbers)


def _summaries(
    asked: Sequence[Variable],
    people: Sequence[Respondent],
    there: Frame,
    told: Figures,
    rules: Rules,
) -> dict[tuple[str, Group], Summary]:
    """Where the sum of the numbers and how many there are is published, and there are enough."""
    found: dict[tuple[str, Group], Summary] = {}
    numeric = [variable for variable in asked if variable.kind is Kind.NUMBER]
    for variable, group in product(numeric, there.all()):
        count = told.get(Place(Role.ANSWERED, group, variable.name), 0)
        if Place(Role.SUM, group, variable.name) in told and count >= rules.enough(group):
            members = [one for one in people if group in groups_of(one, there)]
            found[variable.name, group] = summary(numbers(variable, members), rules)
    return found
