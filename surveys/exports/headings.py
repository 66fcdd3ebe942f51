"""The columns of a table as they are written, and found again when it is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from surveys.exports.merging import Column, Table
from surveys.exports.spelling import Spelling, choice_labels, told_apart
from surveys.form import QuestionType

INDEX = "_index"
PARENT = "_parent_index"
ID = "_id"
ABOUT = {
    ID: "id",
    "_version": "version",
    "_week": "week",
    "_language": "language",
    "_mode": "mode",
    "_district": "district",
    "_organization": "organization",
    "_consent": "consent",
}
"""Heading → field of Response."""
AXES = ("latitude", "longitude", "altitude", "precision")
SEVERAL = frozenset({QuestionType.SELECT_MULTIPLE, QuestionType.RANK})


class Kind(StrEnum):
    """What stands in a column."""

    INDEX = "index"  # the row's number in this table, from 1
    PARENT = "parent"  # the number of the row that this one is in
    ABOUT = "about"  # about the response: a field of it
    VALUE = "value"  # an answer
    CHOICE = "choice"  # 1 where the choice was chosen, 0 where it was not
    PLACE = "place"  # the place of a choice in a rank, from 1
    AXIS = "axis"  # a part of a geopoint


@dataclass(frozen=True, slots=True)
class Heading:
    """One column as it is written. `part` is a choice's name, an axis, or a field's name."""

    name: str
    kind: Kind
    column: Column | None = None
    part: str = ""


def headings(table: Table, spelling: Spelling) -> tuple[Heading, ...]:
    """All columns of a table, each by a name of its own."""
    about = tuple(_about(table))
    names = _names(table, spelling)
    asked = (x for column in table.columns for x in _of_column(column, names, spelling))
    return _apart((*about, *asked))


def _about(table: Table) -> Iterator[Heading]:
    yield Heading(INDEX, Kind.INDEX)
    if table.path:
        yield Heading(PARENT, Kind.PARENT)
        yield Heading(ID, Kind.ABOUT, part=ABOUT[ID])
        return
    for name, attribute in ABOUT.items():
        yield Heading(name, Kind.ABOUT, part=attribute)


def _names(table: Table, spelling: Spelling) -> Mapping[str, str]:
    """Path → heading: the question's name, or its path where two questions have the same name."""
    count = Counter(column.question.name for column in table.columns)
    if spelling.labels:
        said = {x.path: spelling.said(x.question.label) or x.question.name for x in table.columns}
        return told_apart((path, label) for path, label in said.items())
    return {
        x.path: x.question.name if count[x.question.name] == 1 else x.path.lstrip("/")
        for x in table.columns
    }


def _of_column(column: Column, names: Mapping[str, str], spelling: Spelling) -> Iterator[Heading]:
    name = names[column.path]
    yield Heading(name, Kind.VALUE, column)
    if column.type is QuestionType.GEOPOINT:
        for axis in AXES:
            yield Heading(f"_{name}_{axis}", Kind.AXIS, column, axis)
    if column.type in SEVERAL and column.listed:
        kind = Kind.PLACE if column.type is QuestionType.RANK else Kind.CHOICE
        for choice, label in choice_labels(column, spelling).items():
            yield Heading(f"{name}/{label}", kind, column, choice)


def _apart(found: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """The same, with a number behind a name that another column has already."""
    taken: set[str] = set()
    apart = []
    for heading in found:
        name = _free(heading.name, taken)
        taken.add(name.casefold())
        apart.append(Heading(name, heading.kind, heading.column, heading.part))
    return tuple(apart)


def _free(name: str, taken: set[str]) -> str:
    number, free = 1, name
    while free.casefold() in taken:
        number += 1
        free = f"{name} ({number})"
    return free
