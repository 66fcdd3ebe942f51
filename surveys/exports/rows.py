"""Rows of a table, response by response, as cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from surveys.exports.dataset import Response
from surveys.exports.headings import AXES, Heading, Kind
from surveys.exports.merging import Table
from surveys.exports.numbers import day, number
from surveys.exports.spelling import Spelling, choice_labels, joined
from surveys.form import QuestionType

Cell = str | int | float | date | None
Make = Callable[[str], Cell]
NUMBERS = frozenset(
    {
        QuestionType.INTEGER,
        QuestionType.DECIMAL,
        QuestionType.RANGE,
    }
)
RECKONED = frozenset({QuestionType.CALCULATE, QuestionType.HIDDEN})
"""These may hold numbers or anything else."""


@dataclass(frozen=True, slots=True)
class Target:
    """How a kind of file takes cells: a text, a number in its exact spelling, one in a column that
    holds other things too, and a day.
    """

    text: Make
    number: Make
    loose: Make
    day: Callable[[date], Cell]


@dataclass(frozen=True, slots=True)
class Block:
    """The columns of one question: its path below the table, and what makes their cells."""

    path: str
    makes: tuple[Make, ...]


class Entry(NamedTuple):
    """A row before its answers are cells: the fixed cells, and where its answers are."""

    fixed: list[Cell]
    values: Mapping[str, str]
    prefix: str


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one table, by its headings."""

    table: Table
    headings: Sequence[Heading]
    spelling: Spelling
    target: Target

    def of(self, responses: Iterable[Response]) -> Iterator[list[Cell]]:
        """One row a response, or one for each row of the repeat."""
        blocks = self.blocks()
        for entry in self.entries(responses):
            row = entry.fixed
            for block in blocks:
                raw = entry.values.get(entry.prefix + block.path)
                row += [None if raw is None else make(raw) for make in block.makes]
            yield row

    def blocks(self) -> list[Block]:
        """The questions in the order of their columns."""
        grouped = groupby((x for x in self.headings if x.column), key=attrgetter("column.path"))
        below = len(self.table.path)
        return [Block(path[below:], tuple(map(self._make, found))) for path, found in grouped]

    def entries(self, responses: Iterable[Response]) -> Iterator[Entry]:
        """The rows with what is known before any answer."""
        if self.table.chain:
            return self._repeated(responses)
        return self._single(responses)

    def _single(self, responses: Iterable[Response]) -> Iterator[Entry]:
        about = [attrgetter(x.part) for x in self.headings if x.kind is Kind.ABOUT]
        text = self.target.text
        for index, response in enumerate(responses, 1):
            known = (read(response) for read in about)
            yield Entry([index, *(text(x) if x else None for x in known)], response.values, "")

    def _repeated(self, responses: Iterable[Response]) -> Iterator[Entry]:
        text = self.target.text
        index = before = 0
        for response in responses:
            found, parents = places(response.rows, self.table.chain)
            for prefix, parent in found:
                index += 1
                fixed: list[Cell] = [index, before + parent, text(response.id)]
                yield Entry(fixed, response.values, prefix)
            before += parents

    def _make(self, heading: Heading) -> Make:
        return maker(heading, self.spelling, self.target)


def places(rows: Mapping[str, int], chain: Sequence[str]) -> tuple[list[tuple[str, int]], int]:
    """Concrete paths of a repeat's rows with the number of the row around each, from 1; and how
    many rows there are around.

    >>> places({"/child": 2, "/child[2]/toy": 1}, ["/child", "/toy"])
    ([('/child[2]/toy[1]', 2)], 2)
    """
    found, around = [("", 1)], 1
    for step in chain:
        around = len(found)
        found = [
            (f"{prefix}{step}[{number}]", parent)
            for parent, (prefix, _) in enumerate(found, 1)
            for number in range(1, rows.get(prefix + step, 0) + 1)
        ]
    return found, around


def maker(heading: Heading, spelling: Spelling, target: Target) -> Make:
    """What makes a cell of an answer."""
    match heading.kind:
        case Kind.CHOICE:
            return lambda raw: int(heading.part in raw.split(" "))
        case Kind.PLACE:
            return lambda raw: _place(raw, heading.part)
        case Kind.AXIS:
            return lambda raw: _axis(raw, AXES.index(heading.part), target)
    return _value(heading, spelling, target)


def _value(heading: Heading, spelling: Spelling, target: Target) -> Make:
    column = heading.column
    assert column is not None  # noqa: S101  only headings of questions come here
    if spelling.labels and column.chosen:
        labels = choice_labels(column, spelling)
        return lambda raw: target.text(joined(raw, labels))
    figure = target.number if column.steady else target.loose
    match column.type:
        case QuestionType.SELECT_ONE:
            return lambda raw: _figure(raw, target.loose, target)
        case QuestionType.DATE:
            return lambda raw: _day(raw, target)
        case type if type in NUMBERS:
            return lambda raw: _figure(raw, figure, target)
        case type if type in RECKONED:
            return lambda raw: _figure(raw, target.loose, target)
    return target.text


def _figure(raw: str, make: Make, target: Target) -> Cell:
    return target.text(raw) if number(raw) is None else make(raw)


def _day(raw: str, target: Target) -> Cell:
    found = day(raw)
    return target.text(raw) if found is None else target.day(found)


def _place(raw: str, choice: str) -> Cell:
    order = raw.split(" ")
    return order.index(choice) + 1 if choice in order else None


def _axis(raw: str, axis: int, target: Target) -> Cell:
    parts = raw.split(" ")
    return _figure(parts[axis], target.number, target) if axis < len(parts) else None
