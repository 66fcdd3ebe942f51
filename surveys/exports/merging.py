"""Versions of a form as one set of columns: nothing is lost, and nothing moves for it.

The newest version's order comes first; what only older versions have stands behind what it stood
behind there. Choices merge in the same way, and the latest label wins, as in formpack.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from surveys.attached import words_in
from surveys.form import SELECTS, Choice, Form, Group, Question, QuestionType, Repeat, Words

Key = TypeVar("Key", bound=Hashable)
MAIN = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A question over all versions: as its newest version says, with the choices of all of them.

    `steady` when it was of one type in all versions, so that its values can be relied upon;
    `chosen` when they always were choices. `listed` when the choices stand in the form, not in an
    attached file. `offered` has the versions of each choice.
    """

    question: Question
    choices: tuple[Choice, ...]
    versions: tuple[str, ...]
    steady: bool = True
    chosen: bool = False
    listed: bool = True
    offered: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def path(self) -> str:
        """The question's path, without rows."""
        return self.question.path

    @property
    def type(self) -> QuestionType:
        """The newest type."""
        return self.question.type


@dataclass(frozen=True, slots=True)
class Table:
    """The form outside of repeats (`path` ""), or one repeat. `chain` are the repeats from the
    outermost to this one, each relative to the one before.
    """

    path: str
    name: str
    label: Words
    columns: tuple[Column, ...]
    parent: str = MAIN
    chain: tuple[str, ...] = ()


def merged(versions: Sequence[Form]) -> tuple[Table, ...]:
    """The tables of all versions, the newest first in `versions`."""
    walked = [_tables(form) for form in versions]
    paths = in_order([list(tables) for tables in walked])
    return tuple(_table(path, walked, versions) for path in paths)


def in_order(sequences: Iterable[Sequence[Key]]) -> list[Key]:
    """All keys in the first sequence's order; a later one's own keys follow what they followed.

    >>> in_order(["ac", "abc", "xa"])
    ['x', 'a', 'b', 'c']
    """
    order: list[Key] = []
    for sequence in sequences:
        _merge(order, sequence)
    return order


def _merge(order: list[Key], sequence: Sequence[Key]) -> None:
    known = set(order)
    place = 0
    for key in sequence:
        if key in known:
            place = order.index(key)
        else:
            order.insert(place, key)
        place += 1


@dataclass(frozen=True, slots=True)
class _Found:
    """A table of one version."""

    node: Repeat | Group
    chain: tuple[str, ...]
    parent: str
    questions: dict[str, Question]


def _tables(form: Form) -> dict[str, _Found]:
    found = {MAIN: _Found(form.root, (), MAIN, {})}
    _collect(form.root, MAIN, found)
    return found


def _collect(node: Group | Repeat, table: str, found: dict[str, _Found]) -> None:
    for child in node.children:
        if isinstance(child, Repeat):
            chain = (*found[table].chain, child.path[len(table) :])
            found[child.path] = _Found(child, chain, table, {})
            _collect(child, child.path, found)
        elif isinstance(child, Group):
            _collect(child, table, found)
        elif child.type is not QuestionType.NOTE:
            found[table].questions[child.path] = child


def _table(path: str, walked: Sequence[Mapping[str, _Found]], versions: Sequence[Form]) -> Table:
    having = [
        (tables[path], form)
        for tables, form in zip(walked, versions, strict=True)
        if path in tables
    ]
    newest = having[0][0]
    columns = in_order([list(found.questions) for found, _ in having])
    return Table(
        path,
        newest.node.name,
        newest.node.label,
        tuple(_column(column, having) for column in columns),
        newest.parent,
        newest.chain,
    )


def _column(path: str, having: Sequence[tuple[_Found, Form]]) -> Column:
    asked = [(x.questions[path], form) for x, form in having if path in x.questions]
    newest, form = asked[0]
    lists = [{choice.name: choice for choice in choices_of(*pair)} for pair in asked]
    choices = tuple(_choice(name, lists) for name in in_order([list(x) for x in lists]))
    versions = [(form.version, names) for (_, form), names in zip(asked, lists, strict=True)]
    return Column(
        newest,
        choices,
        tuple(form.version for _, form in asked),
        steady=len({question.type for question, _ in asked}) == 1,
        chosen=SELECTS.issuperset(question.type for question, _ in asked),
        listed=newest.list in form.lists,
        offered={x.name: tuple(v for v, names in versions if x.name in names) for x in choices},
    )


def _choice(name: str, lists: Sequence[Mapping[str, Choice]]) -> Choice:
    having = [choices[name] for choices in lists if name in choices]
    label = {language: text for old in reversed(having) for language, text in old.label.items()}
    return Choice(name, label, having[0].media, having[0].columns)


def choices_of(question: Question, form: Form) -> Iterator[Choice]:
    """A question's choices in one version, also those that come from an attached file."""
    if not question.list:
        return
    yield from form.lists.get(question.list, ())
    named = question.parameters.get("value", "name")
    spoken = question.parameters.get("label", "label")
    for row in form.instances.get(question.list, ()) if question.list not in form.lists else ():
        if row.get(named):
            label = words_in(row, spoken, form) or {form.default_language: row[named]}
            yield Choice(row[named], label)
