"""One sheet with named columns: its rows as checked values, and everything that is wrong in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from models.imports.cells import Parser
from models.imports.languages import codes
from models.imports.problems import Problem, Unexpected, nearest, shown
from models.imports.table import Cell, Sheet
from models.translation import MARK


@dataclass(frozen=True, slots=True)
class Form:
    """The columns that a sheet may have: `plain` once, `translated` once for each language.

    `required` are the columns that must be filled in every row, with what they should hold.
    """

    plain: Mapping[str, Parser]
    translated: Mapping[str, Parser]
    required: Mapping[str, str]

    def parser(self, name: str) -> Parser:
        """What checks the cells of a column. Raises Unexpected."""
        base, mark, language = name.partition(MARK)
        known = self.translated if mark else self.plain
        if base not in known:
            raise Unexpected("column_unknown", value=name, nearest=nearest(name, self._names()))
        if mark and language not in codes():
            like = nearest(language, codes())
            raise Unexpected("language_column", value=language, column=name, nearest=like)
        return known[base]

    def _names(self) -> list[str]:
        return [*self.plain, *(f"{name}{MARK}de" for name in self.translated)]


@dataclass(frozen=True, slots=True)
class Record:
    """A row's values by column name; `filled` are the columns with a value, right or wrong."""

    row: int
    filled: frozenset[str]
    values: Mapping[str, Any]
    texts: Mapping[str, Mapping[str, str]]


@dataclass(slots=True)
class SheetReader:
    """Reads a sheet by its form; `problems` and, of what is only odd, `notices` fill up."""

    sheet: Sheet
    form: Form
    problems: list[Problem] = field(default_factory=list)
    notices: list[Problem] = field(default_factory=list)
    columns: dict[int, tuple[str, Parser]] = field(default_factory=dict)

    def read(self) -> list[Record]:
        """All rows that hold anything; the values that are wrong are left out."""
        if not self.sheet.rows or not any(map(_filled, self.sheet.rows[0])):
            self._wrong(Unexpected("header_missing"))
            return []
        self._read_header(self.sheet.rows[0])
        return [
            self._record(number, row)
            for number, row in enumerate(self.sheet.rows[1:], 2)
            if any(map(_filled, row))
        ]

    def wrong(self, row: int, column: str, problem: Unexpected) -> None:
        """Note that a row's value in a column is not what is expected."""
        self._wrong(problem, row, self._where(column))

    def odd(self, row: int, column: str, problem: Unexpected) -> None:
        """Note that a row's value in a column had better be otherwise; it is taken all the same."""
        self.notices.append(self._problem(problem, row, self._where(column)))

    def _where(self, column: str) -> str:
        places = {name: place for place, (name, _) in self.columns.items()}
        place = places.get(column)
        return column if place is None else _place(place, column)

    def _read_header(self, header: tuple[Cell, ...]) -> None:
        for place, cell in enumerate(header):
            if _filled(cell):
                self._read_name(place, str(cell).strip())
        names = [name for name, _ in self.columns.values()]
        for name in self.form.required:
            if name not in names:
                like = nearest(name, [str(cell) for cell in header if _filled(cell)])
                self._wrong(Unexpected("required_column", column=name, nearest=like), 1)

    def _read_name(self, place: int, name: str) -> None:
        try:
            parser = self.form.parser(name)
            if any(name == known for known, _ in self.columns.values()):
                raise Unexpected("column_twice")
        except Unexpected as problem:
            self._wrong(problem, 1, _place(place, name))
        else:
            self.columns[place] = (name, parser)

    def _record(self, number: int, row: tuple[Cell, ...]) -> Record:
        named = [place for place, cell in enumerate(self.sheet.rows[0]) if _filled(cell)]
        values = dict(self._values(number, row))
        self._check_unnamed(number, row, named)
        texts: dict[str, dict[str, str]] = {}
        for name, value in values.items():
            base, mark, language = name.partition(MARK)
            if mark:
                texts.setdefault(language, {})[base] = value
        return Record(number, self._filled(row), values, texts)

    def _values(self, number: int, row: tuple[Cell, ...]) -> Iterator[tuple[str, Any]]:
        for place, (name, _) in self.columns.items():
            try:
                value = self._value(place, row)
            except Unexpected as problem:
                self._wrong(problem, number, _place(place, name))
            else:
                yield from () if value is None else ((name, value),)

    def _value(self, place: int, row: tuple[Cell, ...]) -> Any:
        name, parser = self.columns[place]
        if place < len(row) and _filled(row[place]):
            return parser(row[place])
        if name in self.form.required:
            raise Unexpected("required", what=self.form.required[name])
        return None

    def _filled(self, row: tuple[Cell, ...]) -> frozenset[str]:
        return frozenset(
            name
            for place, (name, _) in self.columns.items()
            if place < len(row) and _filled(row[place])
        )

    def _check_unnamed(self, number: int, row: tuple[Cell, ...], named: list[int]) -> None:
        for place, cell in enumerate(row):
            if _filled(cell) and place not in named:
                self._wrong(Unexpected("column_unnamed"), number, _place(place, ""))

    def _wrong(self, problem: Unexpected, row: int | None = None, column: str = "") -> None:
        self.problems.append(self._problem(problem, row, column))

    def _problem(self, problem: Unexpected, row: int | None, column: str) -> Problem:
        file, sheet = self.sheet.file, self.sheet.name
        return Problem(problem.code, file, sheet, row, column, problem.values)


def _filled(cell: Cell) -> bool:
    return bool(cell.strip()) if isinstance(cell, str) else cell is not None


def _place(place: int, name: str) -> str:
    """A column as people see it: "F (phone)"."""
    return f"{_letters(place)} ({shown(name)})" if name else _letters(place)


def _letters(place: int) -> str:
    """What a spreadsheet writes over its columns: A to Z, then AA."""
    rest, last = divmod(place, 26)
    return (_letters(rest - 1) if rest else "") + chr(ord("A") + last)
