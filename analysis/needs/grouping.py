"""Groups of respondents that are large enough to speak of (Zusammenfassung kleiner Gruppen)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from analysis.needs.variables import Category, Kind, Respondent, Variable, completed

UNKNOWN, REMAINING = "", "*"
"""Names of groups: of whom it is not known, and all small groups together."""


@dataclass(frozen=True)
class Grouped:
    """A grouping variable with the groups there are, and which of them were joined."""

    variable: Variable
    joined: frozenset[str]

    def group(self, value: str) -> str:
        """The group that somebody is told in."""
        return REMAINING if value in self.joined else value


def grouped(variable: Variable, people: Sequence[Respondent], least: int) -> Grouped:
    """Groups in the form's order, those of fewer than `least` joined into one at the end.

    When that one is still too small, the next smallest group joins as well, so that no group's
    size is ever withheld and none can be reckoned from the others.
    """
    sizes = Counter(person.groups.get(variable.name, UNKNOWN) for person in people)
    full = completed(variable, sorted(sizes))
    joined = _joined(sizes, least)
    kept = [one for one in full.categories if one.name in sizes and one.name not in joined]
    kept.sort(key=lambda one: one.name == UNKNOWN)
    rest = [Category(REMAINING, REMAINING)] if joined else []
    return Grouped(replace(full, categories=(*kept, *rest)), joined)


def regrouped(people: Sequence[Respondent], groups: Sequence[Grouped]) -> list[Respondent]:
    """The same people in the groups that are told."""
    return [replace(person, groups=_groups(person.groups, groups)) for person in people]


def says_the_same(question: Variable, group: Variable, people: Sequence[Respondent]) -> bool:
    """Whether a question is what people are grouped by, or each choice means one group."""
    if question.name == group.name:
        return True
    if question.kind is not Kind.ONE:
        return False
    pairs = {
        (answer[0], person.groups.get(group.name, UNKNOWN))
        for person in people
        if isinstance(answer := person.answers.get(question.name), tuple) and answer
    }
    choices, values = {choice for choice, _ in pairs}, {value for _, value in pairs}
    return len(pairs) == len(choices) == len(values) > 1


def _groups(values: Mapping[str, str], groups: Sequence[Grouped]) -> dict[str, str]:
    names = ((one, one.variable.name) for one in groups)
    return {name: one.group(values.get(name, UNKNOWN)) for one, name in names}


def _joined(sizes: Mapping[str, int], least: int) -> frozenset[str]:
    """The smallest groups, as long as one of them or all of them together are too small."""
    joined: set[str] = set()
    together = 0
    for name, size in sorted(sizes.items(), key=lambda pair: (pair[1], pair[0])):
        if size >= least and not 0 < together < least:
            break
        joined.add(name)
        together += size
    return frozenset(joined)
