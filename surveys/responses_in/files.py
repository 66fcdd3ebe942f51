"""Tables as they come: .xlsx, .csv, a .zip or a folder of .csv files, cell by cell."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from surveys.exports.formulas import plain
from surveys.exports.sheets import CODEBOOK
from surveys.responses_in.problems import Unreadable

Cell = str | int | float | bool | datetime | date | time | None
SEPARATORS = ";,\t"
GERMAN = ";"
LARGEST = 1 << 30
"""Bytes of a file, also when it is unpacked."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of cells, the header first. `german` when numbers have a decimal comma."""

    name: str
    rows: Iterable[list[Cell]]
    german: bool = False


def sheets(path: Path) -> list[Sheet]:
    """The sheets of a file or folder, without the codebook. Raises Unreadable."""
    try:
        found = _sheets(path)
    except OSError as error:
        raise Unreadable("unreadable", reason=error.strerror or type(error).__name__) from error
    return [sheet for sheet in found if sheet.name.casefold() != CODEBOOK]


def _sheets(path: Path) -> list[Sheet]:
    if path.is_dir():
        return [_csv(x.stem, x.read_bytes()) for x in sorted(path.glob("*.csv"))]
    if path.stat().st_size > LARGEST:
        raise Unreadable("large")
    match path.suffix.lower():
        case ".xlsx":
            return _workbook(path)
        case ".csv":
            return [_csv(path.stem, path.read_bytes())]
        case ".zip":
            return _zip(path)
    raise Unreadable("format", value=path.suffix or path.name)


def _zip(path: Path) -> list[Sheet]:
    try:
        with zipfile.ZipFile(path) as archive:
            _refuse_bombs(archive)
            names = [name for name in archive.namelist() if name.lower().endswith(".csv")]
            return [_csv(Path(name).stem, archive.read(name)) for name in names]
    except zipfile.BadZipFile as error:
        raise Unreadable("zip") from error


def _refuse_bombs(archive: zipfile.ZipFile) -> None:
    if sum(member.file_size for member in archive.infolist()) > LARGEST:
        raise Unreadable("large")


def _csv(name: str, content: bytes) -> Sheet:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable("encoding") from error
    separator = max(SEPARATORS, key=text.partition("\n")[0].count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    return Sheet(name, _rows(reader), separator == GERMAN)


def _rows(reader: Iterable[list[str]]) -> Iterator[list[Cell]]:
    try:
        for row in reader:
            yield [plain(cell) or None for cell in row]
    except csv.Error as error:
        raise Unreadable("csv", reason=str(error)) from error


def _workbook(path: Path) -> list[Sheet]:
    from openpyxl import load_workbook  # noqa: PLC0415  half a second that CSV need not wait for

    try:
        with zipfile.ZipFile(path) as archive:
            _refuse_bombs(archive)
        with closing(load_workbook(path, read_only=True, data_only=True)) as book:
            return [Sheet(page.title, list(_cells(page))) for page in book.worksheets]
    except Unreadable:
        raise
    except Exception as error:
        raise Unreadable("workbook") from error


def _cells(page: Any) -> Iterator[list[Cell]]:
    from openpyxl.utils.escape import unescape  # noqa: PLC0415  see above

    page.reset_dimensions()  # what a file says of its size is not always true
    for row in page.iter_rows(values_only=True):
        yield [(unescape(cell) or None) if isinstance(cell, str) else cell for cell in row]
