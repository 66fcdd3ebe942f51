"""Tables into .xlsx, .csv, .json, or a folder of .csv files; imports read them back the same."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, time
from pathlib import Path
from typing import Any

from models.exports.workbook import workbook
from models.imports.problems import Problem, Unreadable
from models.imports.table import Cell, Sheet, Table

BOM = "\ufeff"
SEPARATOR = ";"
"""What German Excel takes for granted."""


def write(path: Path, table: Table) -> None:
    """The table at `path`; a lone .csv file takes the first sheet, a path without ending all.

    Raises Unreadable for an ending that nobody knows.
    """
    match path.suffix.lower():
        case ".xlsx":
            path.write_bytes(workbook(table.sheets))
        case ".csv":
            path.write_text(_csv(table.sheets[0]), "utf-8", newline="")
        case ".json":
            path.write_text(_json(table.sheets), "utf-8")
        case "":
            _folder(path, table.sheets)
        case ending:
            raise Unreadable(Problem("ending", path.name, values={"value": ending}))


def _folder(path: Path, sheets: Iterable[Sheet]) -> None:
    path.mkdir(parents=True, exist_ok=True)
    for sheet in sheets:
        (path / f"{sheet.name}.csv").write_text(_csv(sheet), "utf-8", newline="")


def _csv(sheet: Sheet) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=SEPARATOR)
    writer.writerows([_spelled(cell) for cell in row] for row in sheet.rows)
    return BOM + text.getvalue()


def _json(sheets: Iterable[Sheet]) -> str:
    """Rows by the names of sheets. A sheet without rows is left out, as it has no columns."""
    found = {sheet.name: list(_records(sheet)) for sheet in sheets}
    filled = {name: records for name, records in found.items() if records}
    return json.dumps(filled, ensure_ascii=False, indent=2) + "\n"


def _records(sheet: Sheet) -> Iterator[Mapping[str, Any]]:
    header, *rows = sheet.rows
    for row in rows:
        yield {str(name): _plain(cell) for name, cell in zip(header, row, strict=True)}


def _plain(cell: Cell) -> Any:
    return cell.isoformat() if isinstance(cell, date | time) else cell


def _spelled(cell: Cell) -> str:
    """A cell as German Excel shows it."""
    if cell is None:
        return ""
    spell = next((make for kind, make in SPELLED.items() if isinstance(cell, kind)), str)
    return str(spell(cell))


def _day(day: date) -> str:
    """German, as long as the year has four figures."""
    return f"{day:%d.%m.%Y}" if day.year >= FIRST_YEAR else day.isoformat()


def _number(number: float) -> str:
    """Never with a point, which Germans put between thousands."""
    return str(int(number)) if number.is_integer() else f"{number:f}".rstrip("0").replace(".", ",")


FIRST_YEAR = 1000
SPELLED: Mapping[type, Callable[[Any], str]] = {
    bool: lambda yes: "ja" if yes else "nein",
    float: _number,
    date: _day,
    time: lambda moment: f"{moment:%H:%M}",
}
