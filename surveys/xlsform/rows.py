"""Rows of a sheet by what their columns are about, each cell with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from surveys.xlsform.headers import Header, header
from surveys.xlsform.problems import Problem, error, warning
from surveys.xlsform.sheets import Sheet, letters

NO_WORDS = frozenset({"", "-"})
"""A hyphen is what converters write where a translation is missing."""

TYPOGRAPHY = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "\u00a0": " "})
INVISIBLE = re.compile("[\u200b\u200e\u200f\u2060\ufeff]")


@dataclass(frozen=True, slots=True)
class Column:
    """A column that has a name: its place, its name as written and what it is about."""

    index: int
    written: str
    header: Header

    @property
    def place(self) -> str:
        """Such as "F (label::Deutsch (de))"."""
        return f"{letters(self.index)} ({self.written})"


@dataclass(frozen=True, slots=True)
class Row:
    """A row that holds something. `number` counts from 1 with the header."""

    sheet: str
    number: int
    cells: Mapping[Header, str]
    columns: Mapping[Header, Column]

    def text(self, column: str) -> str:
        """The cell of a column without a language."""
        return self.cells.get(Header(column), "")

    def code(self, column: str) -> str:
        """The same as an expression or a name: straight quotes, no invisible characters."""
        return INVISIBLE.sub("", self.text(column).translate(TYPOGRAPHY)).strip()

    def words(self, column: str) -> dict[str, str]:
        """Language as the form names it → text, "" for the column without a language, first."""
        found = {
            key.language: text
            for key, text in self.cells.items()
            if key.column == column and text not in NO_WORDS
        }
        return dict(sorted(found.items(), key=lambda item: item[0] != ""))

    def place(self, column: str, language: str = "") -> str:
        """Where a column stands; in any language when it has none without."""
        exact = self.columns.get(Header(column, language))
        if exact is None:
            exact = next((x for key, x in self.columns.items() if key.column == column), None)
        return exact.place if exact else ""

    def error(self, code: str, column: str = "", **values: str) -> Problem:
        """An error in a cell of this row."""
        return error(code, self.sheet, self.number, self.place(column), **values)

    def warning(self, code: str, column: str = "", **values: str) -> Problem:
        """A warning about a cell of this row."""
        return warning(code, self.sheet, self.number, self.place(column), **values)


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet with its header read."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    def has(self, column: str) -> bool:
        """Whether there is such a column, in whatever language."""
        return any(each.header.column == column for each in self.columns)


def table(sheet: Sheet | None, known: frozenset[str], name: str) -> Table:
    """Rows below the header; of two columns about the same the first counts."""
    if sheet is None or not sheet.lines:
        return Table(name, (), ())
    columns = tuple(_columns(sheet.lines[0], known))
    first: dict[Header, Column] = {}
    for column in columns:
        first.setdefault(column.header, column)
    return Table(name, columns, tuple(_rows(sheet, first, name)))


def _columns(line: tuple[str, ...], known: frozenset[str]) -> Iterator[Column]:
    for index, text in enumerate(line):
        if text.strip():
            yield Column(index, " ".join(text.split()), header(text, known))


def _rows(sheet: Sheet, columns: Mapping[Header, Column], name: str) -> Iterator[Row]:
    for number, line in enumerate(sheet.lines[1:], start=2):
        cells = {
            key: line[column.index].strip()
            for key, column in columns.items()
            if column.index < len(line) and line[column.index].strip()
        }
        if cells:
            yield Row(name, number, cells, columns)
