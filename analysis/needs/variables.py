"""Questions and answers as the analysis takes them, whatever form they were asked in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum


class Kind(StrEnum):
    """What may be reckoned with the answers to a question."""

    ONE = "one"
    SEVERAL = "several"
    RANK = "rank"
    NUMBER = "number"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Category:
    """A choice, or a value by which people are grouped."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Variable:
    """A question, or something that is known of everybody, such as the language.

    `conditional`: not everybody was asked, depending on other answers. `exclusive` are choices
    that go with no other ("none of these"). `depends` are questions by whose answers this one is
    asked or its choices are picked, each with the choices that alone lead to it; of a grouping
    variable, those that it comes from. `field_of_action` is a code, "" for none.
    """

    name: str
    label: str
    kind: Kind
    categories: tuple[Category, ...] = ()
    conditional: bool = False
    exclusive: frozenset[str] = frozenset()
    depends: Mapping[str, frozenset[str]] = field(default_factory=dict)
    field_of_action: str = ""


Answer = tuple[str, ...] | float | None
"""Names of choices, a rank's from the first place; a number; () for words; None for skipped."""


@dataclass(frozen=True, slots=True)
class Respondent:
    """One filled-in questionnaire. A question that was not asked is not in `answers`.

    `groups`: name of a grouping variable → category, "" for unknown.
    """

    answers: Mapping[str, Answer]
    groups: Mapping[str, str]


def completed(variable: Variable, found: Sequence[str]) -> Variable:
    """The variable with all categories that occur, also those that the form no longer has."""
    known = {category.name for category in variable.categories}
    more = tuple(Category(name, name) for name in dict.fromkeys(found) if name not in known)
    return replace(variable, categories=(*variable.categories, *more)) if more else variable


def occurring(variable: Variable, people: Sequence[Respondent]) -> Variable:
    """The question with all choices that somebody chose; conditional if not all were asked it."""
    answers = (person.answers.get(variable.name) for person in people)
    names = [name for answer in answers if isinstance(answer, tuple) for name in answer]
    conditional = variable.conditional or any(variable.name not in x.answers for x in people)
    return replace(completed(variable, names), conditional=conditional)
