"""What a report on a survey is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from analysis.needs.grouping import REMAINING, UNKNOWN
from analysis.needs.places import EVERYBODY, Group, Place, Role
from analysis.needs.release import Release
from analysis.needs.variables import Variable
from analysis.reports.voice import Voice


@dataclass(frozen=True, slots=True)
class About:
    """The survey itself. `opens` and `closes`: from when until when it asked, if that is set.
    `statute` is the by-law (Satzung), if there is one.
    """

    survey: str
    town: str
    today: date
    opens: date | None = None
    closes: date | None = None
    statute: str = ""


@dataclass(frozen=True)
class Facts:
    """A survey and what of it may be published.

    `fields`: what the town calls its fields of action, by code. `untold`: the words of questions
    that were asked several times of everybody, which no table tells of.
    """

    about: About
    release: Release
    fields: Mapping[str, str] = field(default_factory=dict)
    untold: tuple[str, ...] = ()

    def called(self, code: str) -> str:
        """A field of action; a code that the town does not list names itself."""
        return self.fields.get(code, code)

    def among(self, role: Role, group: Group, question: Variable) -> float | None:
        """A figure of a question without a category."""
        return self.release.at(Place(role, group, question.name))

    def people(self, group: Group = EVERYBODY) -> float | None:
        """How many took part."""
        return self.release.at(Place(Role.PEOPLE, group))

    def asked(self, group: Group, question: Variable) -> float | None:
        """How many were asked."""
        if not question.conditional:
            return self.people(group)
        return self.among(Role.ASKED, group, question)


def called(group: Group, labels: Mapping[tuple[str, str], str], voice: Voice) -> str:
    """A group in words; by two variables with a dot between."""
    return " · ".join(_value(each, labels, voice) for each in group) or voice.say("needs.everybody")


def _value(each: tuple[str, str], labels: Mapping[tuple[str, str], str], voice: Voice) -> str:
    match each[1]:
        case value if value == UNKNOWN:
            return voice.say("needs.unknown")
        case value if value == REMAINING:
            return voice.say("needs.remaining")
    return labels[each]


def labels(release: Release) -> dict[tuple[str, str], str]:
    """What each value of each grouping variable is called."""
    return {
        (variable.name, category.name): category.label
        for variable in release.frame.variables
        for category in variable.categories
    }
