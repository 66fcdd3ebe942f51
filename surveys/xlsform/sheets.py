"""A workbook as it was written: sheets of cells as text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from surveys.xlsform.problems import Unreadable, error

MOST_CELLS = 1_000_000
"""Of a sheet; the largest lists of choices have some 50,000 rows."""
EMPTY_ROWS = 200
"""After so many empty rows a sheet is over: spreadsheets keep a million of them."""

Line = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Lines of cells; the first line is row 1, an empty cell is ""."""

    name: str
    lines: tuple[Line, ...]


def written(value: object) -> str:
    """A cell's value as XLSForm writes it: 3.0 is "3", TRUE is "TRUE", days are ISO 8601."""
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case float() if value.is_integer():
            return str(int(value))
        case datetime() | date() | time():
            return value.isoformat().removesuffix("T00:00:00")
    return str(value).replace("\r\n", "\n").strip()


def sheet(name: str, rows: Iterable[Sequence[object]]) -> Sheet:
    """A sheet of values, without what is empty at its end. Raises Unreadable."""
    lines = list(_within_measure(name, _until_empty(rows)))
    while lines and not any(lines[-1]):
        lines.pop()
    return Sheet(name, tuple(lines))


def _within_measure(name: str, lines: Iterable[Line]) -> Iterator[Line]:
    cells = 0
    for line in lines:
        cells += len(line)
        if cells > MOST_CELLS:
            raise Unreadable(error("too_many", name, value=str(MOST_CELLS)))
        yield line


def _until_empty(rows: Iterable[Sequence[object]]) -> Iterator[Line]:
    empty = 0
    for row in rows:
        line = tuple(written(value) for value in row)
        empty = 0 if any(line) else empty + 1
        if empty > EMPTY_ROWS:
            return
        yield line


def letters(index: int) -> str:
    """The letters of a column, counted from 0: 27 is "AB"."""
    before, last = divmod(index, 26)
    return (letters(before - 1) if before else "") + chr(ord("A") + last)
