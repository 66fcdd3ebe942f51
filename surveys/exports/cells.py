"""What makes cells of an answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from surveys.exports.headings import AXES, Heading, Kind
from surveys.exports.numbers import day, number, shortest
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

    text: Callable[[str], str]
    number: Make
    loose: Make
    day: Callable[[date], Cell]

    def figure(self, raw: str) -> Cell:
        """A number, or the text where it would not come back the same."""
        return self.text(raw) if number(raw) is None else self.number(raw)

    def anything(self, raw: str) -> Cell:
        """The same in a column that holds other things too."""
        return self.text(raw) if number(raw) is None else self.loose(raw)

    def date(self, raw: str) -> Cell:
        """A day, or the text where it would not come back the same."""
        found = day(raw)
        return self.text(raw) if found is None else self.day(found)


def maker(heading: Heading, spelling: Spelling, target: Target) -> Make:
    """What makes a cell of an answer; equal ones for columns whose cells are made alike."""
    match heading.kind:
        case Kind.CHOICE:
            return _ticked(heading.part)
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
    if column.type is QuestionType.DATE:
        return target.date
    if column.type in NUMBERS and column.steady:
        return target.figure
    if column.type in NUMBERS | RECKONED | {QuestionType.SELECT_ONE}:
        return target.anything
    return target.text


def _ticked(choice: str) -> Make:
    """1 where it was chosen, 0 where others were."""
    word = f" {choice} "
    return lambda raw: int(word in f" {raw} ")


def _place(raw: str, choice: str) -> Cell:
    order = raw.split(" ")
    return order.index(choice) + 1 if choice in order else None


def _axis(raw: str, axis: int, target: Target) -> Cell:
    parts = raw.split(" ")
    return target.figure(shortest(parts[axis])) if axis < len(parts) else None
