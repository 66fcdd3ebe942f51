"""Rows of a table, response by response. What costs time is decided once for each column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

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
    """How a kind of file takes cells: a text, a number and a day in their exact spelling, and a
    number in a column that holds other things too.
    """

    text: Make
    number: Make
    day: Make
    loose: Make


class Remembered(dict[str, Cell]):
    """Cells by what was answered, each made once. For columns with few different answers."""

    def __init__(self, make: Make) -> None:
        super().__init__()
        self.make = make

    def __missing__(self, raw: str) -> Cell:
        made = self.make(raw)
        if len(self) < 10_000:
            self[raw] = made
        return made


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one table, by its headings."""

    table: Table
    headings: Sequence[Heading]
    spelling: Spelling
    target: Target

    def of(self, responses: Iterable[Response]) -> Iterator[list[Cell]]:
        """One row a response, or one for each row of the repeat."""
        if self.table.chain:
            return self._repeated(responses)
        return self._single(responses)

    def _single(self, responses: Iterable[Response]) -> Iterator[list[Cell]]:
        about = self._about()
        asked = self._asked("")
        for index, response in enumerate(responses, 1):
            get = response.values.get
            row: list[Cell] = [index, *(make(read(response)) for read, make in about)]
            row += [None if (raw := get(path)) is None else make(raw) for path, make in asked]
            yield row

    def _repeated(self, responses: Iterable[Response]) -> Iterator[list[Cell]]:
        asked = self._asked(self.table.path)
        text = self.target.text
        index = before = 0
        for response in responses:
            get = response.values.get
            found, parents = places(response.rows, self.table.chain)
            for prefix, parent in found:
                index += 1
                row: list[Cell] = [index, before + parent, text(response.id)]
                cells = ((get(prefix + path), make) for path, make in asked)
                yield row + [None if raw is None else make(raw) for raw, make in cells]
            before += parents

    def _about(self) -> list[tuple[Callable[[Response], str], Make]]:
        fields = [x.part for x in self.headings if x.kind is Kind.ABOUT]
        return [(attrgetter(field), self._text_or_nothing) for field in fields]

    def _text_or_nothing(self, raw: str) -> Cell:
        return self.target.text(raw) if raw else None

    def _asked(self, table: str) -> list[tuple[str, Make]]:
        """Path below the table, and what makes the cell, for each column of a question."""
        return [
            (heading.column.path[len(table) :], maker(heading, self.spelling, self.target))
            for heading in self.headings
            if heading.column is not None
        ]


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
            return Remembered(lambda raw: int(heading.part in raw.split(" "))).__getitem__
        case Kind.PLACE:
            return Remembered(lambda raw: _place(raw, heading.part)).__getitem__
        case Kind.AXIS:
            return lambda raw: _axis(raw, AXES.index(heading.part), target)
    return _value(heading, spelling, target)


def _value(heading: Heading, spelling: Spelling, target: Target) -> Make:
    column = heading.column
    assert column is not None  # noqa: S101  only headings of questions come here
    if spelling.labels and column.chosen:
        labels = choice_labels(column, spelling)
        return Remembered(lambda raw: target.text(joined(raw, labels))).__getitem__
    figure = target.number if column.steady else target.loose
    match column.type:
        case QuestionType.SELECT_ONE:
            return Remembered(lambda raw: _figure(raw, target.loose, target)).__getitem__
        case QuestionType.DATE:
            return Remembered(lambda raw: _day(raw, target)).__getitem__
        case type if type in NUMBERS:
            return Remembered(lambda raw: _figure(raw, figure, target)).__getitem__
        case type if type in RECKONED:
            return lambda raw: _figure(raw, target.loose, target)
    return target.text


def _figure(raw: str, make: Make, target: Target) -> Cell:
    return target.text(raw) if number(raw) is None else make(raw)


def _day(raw: str, target: Target) -> Cell:
    return target.text(raw) if day(raw) is None else target.day(raw)


def _place(raw: str, choice: str) -> Cell:
    order = raw.split(" ")
    return order.index(choice) + 1 if choice in order else None


def _axis(raw: str, axis: int, target: Target) -> Cell:
    parts = raw.split(" ")
    return _figure(parts[axis], target.number, target) if axis < len(parts) else None
