"""Tables as they come: .xlsx, .csv, .json, or a folder of .csv files, cell by cell."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from models.imports.merged import filled_down, ranges
from models.imports.problems import Problem, Unreadable

Cell = str | int | float | bool | date | datetime | time | timedelta | None
Scalar = str | int | float | bool | None
JSON = TypeAdapter(dict[str, list[dict[str, Scalar]]])
_VALUES = (str, int, float, bool, date, time, timedelta)
MEGABYTE = 1 << 20
LARGEST = 100
_NO_PARTS = re.compile(r'\[[^\]]*\]|"[^"]*"|\\.|;.*')
SEPARATORS = ";,\t"


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of cells; the first row is row 1, the first cell column A."""

    file: str
    name: str
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The sheets found, and what the reader of the report should know about them."""

    file: str
    sheets: tuple[Sheet, ...]
    notices: tuple[Problem, ...] = ()

    def sheet(self, name: str) -> Sheet | None:
        """The sheet of that name, in whatever case."""
        return next((x for x in self.sheets if x.name.strip().casefold() == name), None)


def read(path: Path, wanted: Sequence[str]) -> Table:
    """The table at `path`; of a folder the files `wanted`.csv, of a lone CSV file its only sheet.

    A lone sheet is taken for the first of `wanted`. Raises Unreadable.
    """
    try:
        return _read(path, wanted)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Unreadable(Problem("unreadable", path.name, values={"reason": reason})) from error


def _read(path: Path, wanted: Sequence[str]) -> Table:
    if path.is_dir():
        return _folder(path, wanted)
    if not path.exists():
        raise Unreadable(Problem("nothing", path.name))
    if path.stat().st_size > LARGEST * MEGABYTE:
        raise Unreadable(Problem("large", path.name, values={"most": LARGEST}))
    return _file(path, wanted)


def _file(path: Path, wanted: Sequence[str]) -> Table:
    match path.suffix.lower():
        case ".xlsx" | ".xlsm":
            return Table(path.name, _renamed(_workbook(path), wanted[0]))
        case ".csv" | ".tsv" | ".txt":
            return _csv(path, wanted[0])
        case ".json":
            return _json(path)
    raise Unreadable(Problem("format", path.name, values={"value": path.suffix or path.name}))


def _folder(path: Path, wanted: Sequence[str]) -> Table:
    files = [path / f"{name}.csv" for name in wanted]
    tables = [_csv(file, file.stem) for file in files if file.exists()]
    sheets = tuple(sheet for table in tables for sheet in table.sheets)
    return Table(path.name, sheets, tuple(x for table in tables for x in table.notices))


def _renamed(sheets: tuple[Sheet, ...], name: str) -> tuple[Sheet, ...]:
    """A workbook's only sheet is meant, whatever Excel called it."""
    return (Sheet(sheets[0].file, name, sheets[0].rows),) if len(sheets) == 1 else sheets


def _csv(path: Path, name: str) -> Table:
    text, notices = _decoded(path)
    header = text.partition("\n")[0]
    separator = max(SEPARATORS, key=header.count)
    try:
        rows = tuple(map(tuple, csv.reader(io.StringIO(text, newline=""), delimiter=separator)))
    except csv.Error as error:
        raise Unreadable(Problem("csv", path.name, values={"reason": str(error)})) from error
    return Table(path.name, (Sheet(path.name, name, rows),), notices)


def _json(path: Path) -> Table:
    """{"measures": [{"number": "M1", …}, …], …}: rows by the names of sheets."""
    text, notices = _decoded(path)
    try:
        sheets = JSON.validate_json(text)
    except ValidationError as error:
        reason = error.errors(include_url=False, include_input=False)[0]["msg"]
        raise Unreadable(Problem("json", path.name, values={"reason": reason})) from error
    return Table(path.name, tuple(_rows(path.name, *sheet) for sheet in sheets.items()), notices)


def _rows(file: str, name: str, records: list[dict[str, Scalar]]) -> Sheet:
    header = tuple(dict.fromkeys(column for record in records for column in record))
    rows = [tuple(record.get(column) for column in header) for record in records]
    return Sheet(file, name, (header, *rows) if header else ())


def _decoded(path: Path) -> tuple[str, tuple[Problem, ...]]:
    content = path.read_bytes()
    try:
        return content.decode("utf-8-sig"), ()
    except UnicodeDecodeError:  # what German Excel writes when it is asked for plain CSV
        notice = Problem("decoded", path.name)
    try:
        return content.decode("cp1252"), (notice,)
    except UnicodeDecodeError as error:
        raise Unreadable(Problem("encoding", path.name)) from error


def _workbook(path: Path) -> tuple[Sheet, ...]:
    from openpyxl import load_workbook  # noqa: PLC0415  half a second that CSV need not wait for

    try:
        _refuse_bombs(path)
        book = load_workbook(path, read_only=True, data_only=True)
        sheets = tuple(
            Sheet(path.name, sheet.title, _sheet_rows(sheet)) for sheet in book.worksheets
        )
        book.close()
    except Unreadable:
        raise
    except Exception as error:
        raise Unreadable(Problem("workbook", path.name)) from error
    return sheets


def _sheet_rows(sheet: Any) -> tuple[tuple[Cell, ...], ...]:
    rows = tuple(_cells(row) for row in sheet.rows)
    with sheet.parent._archive.open(sheet._worksheet_path) as xml:  # openpyxl skips them
        merged = tuple(ranges(xml))
    return filled_down(rows, merged) if merged else rows


def _cells(row: Iterable[Any]) -> tuple[Cell, ...]:
    """A row without what Excel may put in cells besides values."""
    values = (_as_shown(cell.value, cell) for cell in row)
    return tuple(x if x is None or isinstance(x, _VALUES) else str(x) for x in values)


def _as_shown(value: object, cell: Any) -> object:
    """A date whose day Excel does not show is a month or a year: typed as 12/2026, kept as the 1st
    of December.
    """
    if not isinstance(value, date) or (parts := _parts(cell.number_format)) & {"d", "h", "s"}:
        return value
    return f"{value:%m/%Y}" if "m" in parts else f"{value:%Y}" if "y" in parts else value


def _parts(number_format: str) -> set[str]:
    """The letters of a number format that stand for parts of a date; not its quoted words."""
    return set(_NO_PARTS.sub("", number_format).lower())


def _refuse_bombs(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        size = sum(member.file_size for member in archive.infolist())
    if size > LARGEST * MEGABYTE:
        raise Unreadable(Problem("large", path.name, values={"most": LARGEST}))
