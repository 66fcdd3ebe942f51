"""Rows of one sheet: fields, answers and places, with what is wrong where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from surveys.exports.dataset import Dataset
from surveys.exports.headings import AXES, INDEX, PARENT, Heading, Kind
from surveys.exports.merging import Column, Table
from surveys.inputs.hearing import Hearing
from surveys.responses_in.cells import Reader, raw, reader
from surveys.responses_in.columns import find, place_of
from surveys.responses_in.files import Cell, Sheet
from surveys.responses_in.problems import Problem, Unexpected

Cells = Mapping[str, tuple[Cell, str]]
"""Part → cell and its place."""


@dataclass(frozen=True, slots=True)
class Row:
    """`number` from 1 with the header, `index` and `parent` as written ("" where they are not),
    `about` by fields of Response, `answers` by the questions' paths without rows.
    """

    number: int
    index: str = ""
    parent: str = ""
    about: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Asked:
    """The columns of one question: its own, and those of its choices or axes."""

    column: Column
    value: int | None
    parts: Sequence[tuple[int, Heading]]
    reader: Reader


class SheetReader:
    """Reads one sheet; `problems` grows while its rows are taken."""

    def __init__(self, sheet: Sheet, table: Table, dataset: Dataset, hearing: Hearing) -> None:
        self.sheet = sheet
        self._rows = iter(sheet.rows)
        self._header = next(self._rows, [])
        found = find(sheet.name, self._header, table, dataset)
        self.problems: list[Problem] = list(found.problems)
        self._headings = found.headings
        self._asked = [
            self._of(column, reader(column, found.spelling, hearing, german=sheet.german))
            for column in table.columns
        ]

    def __iter__(self) -> Iterator[Row]:
        for number, cells in enumerate(self._rows, 2):
            if any(cell is not None for cell in cells):
                yield self._row(number, cells)

    def column_of(self, path: str) -> str:
        """Where a question's answers stand, by its path without rows; its name where nowhere."""
        asked = next((one for one in self._asked if one.column.path == path), None)
        places = [] if asked is None else [asked.value, *(place for place, _ in asked.parts)]
        place = next((one for one in places if one is not None), None)
        return path.rpartition("/")[2] if place is None else place_of(place, self._named(place))

    def wrong(self, code: str, number: int, value: str, heading: str) -> None:
        """One more problem, in the column of a fixed heading."""
        places = (place for place, x in self._headings.items() if x.name == heading)
        column = next((place_of(place, heading) for place in places), heading)
        self.problems.append(Problem(code, self.sheet.name, number, column, {"value": value}))

    def _of(self, column: Column, reads: Reader) -> _Asked:
        mine = [(place, x) for place, x in self._headings.items() if x.column is column]
        value = next((place for place, x in mine if x.kind is Kind.VALUE), None)
        return _Asked(column, value, [x for x in mine if x[1].kind is not Kind.VALUE], reads)

    def _row(self, number: int, cells: Sequence[Cell]) -> Row:
        kept = {place: cells[place] for place in self._headings if place < len(cells)}
        fixed = {
            x.name: raw(kept.get(place)) for place, x in self._headings.items() if not x.column
        }
        about = {
            x.part: raw(kept.get(place)).strip()
            for place, x in self._headings.items()
            if x.kind is Kind.ABOUT
        }
        answers = {x.column.path: self._answer(x, kept, number) for x in self._asked}
        filled = {path: value for path, value in answers.items() if value}
        return Row(number, fixed.get(INDEX, ""), fixed.get(PARENT, ""), about, filled)

    def _answer(self, asked: _Asked, cells: Mapping[int, Cell], number: int) -> str:
        place = asked.value
        try:
            value = "" if place is None else asked.reader.read(cells.get(place))
        except Unexpected as error:
            self._refuse(error, number, place)
            return ""
        parts = [(x, cells.get(place)) for place, x in asked.parts]
        filled = [(heading, raw(cell)) for heading, cell in parts if cell is not None]
        if not filled:
            return value
        return self._agreeing(value, _assembled(asked.column, filled), number, asked)

    def _agreeing(self, value: str, assembled: str, number: int, asked: _Asked) -> str:
        """The value, or what its parts say where it is empty; they may not say different things."""
        place = asked.value if asked.value is not None else asked.parts[0][0]
        differ = sorted(value.split(" ")) != sorted(assembled.split(" "))
        if value and differ and asked.parts[0][1].kind is not Kind.AXIS:
            self._refuse(Unexpected("parts", assembled), number, place)
        return value or assembled

    def _refuse(self, error: Unexpected, number: int, place: int | None) -> None:
        column = "" if place is None else place_of(place, self._named(place))
        values = {"value": error.value}
        self.problems.append(Problem(error.code, self.sheet.name, number, column, values))

    def _named(self, place: int) -> str:
        return raw(self._header[place])


def _assembled(column: Column, filled: Sequence[tuple[Heading, str]]) -> str:
    """An answer from the columns of its choices, places or axes."""
    kind = filled[0][0].kind
    if kind is Kind.AXIS:
        axes = {heading.part: value for heading, value in filled}
        return " ".join(axes.get(axis, "0") for axis in AXES) if len(axes) > 1 else ""
    if kind is Kind.PLACE:
        order = sorted((int(value), x.part) for x, value in filled if value.isdecimal())
        return " ".join(part for _, part in order)
    chosen = {heading.part for heading, value in filled if value not in {"0", ""}}
    return " ".join(choice.name for choice in column.choices if choice.name in chosen)
