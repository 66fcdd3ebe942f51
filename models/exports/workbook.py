"""Tables as an Excel workbook that people like to work in."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from datetime import date, time
from typing import Any

from models.imports.table import Cell, Sheet

WIDEST = 60
NARROWEST = 10
MARGIN = 2
FIRST_YEAR = 1901
"""Excel counts days from 1900, and that year wrongly."""


def workbook(sheets: Iterable[Sheet]) -> bytes:
    """An .xlsx file: the header bold and always in sight, columns as wide as what is in them."""
    from openpyxl import Workbook  # noqa: PLC0415  half a second that nobody else need wait for

    book = Workbook(write_only=True)
    for sheet in sheets:
        page = book.create_sheet(sheet.name)
        page.freeze_panes = "B2"
        for letter, width in _widths(sheet):
            page.column_dimensions[letter].width = width
        for number, row in enumerate(sheet.rows):
            page.append([_cell(page, cell, bold=number == 0) for cell in row])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _cell(page: Any, value: Cell, *, bold: bool) -> Any:
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415  see above
    from openpyxl.styles import Font  # noqa: PLC0415  see above

    shown: Any = _shown(value)
    cell = WriteOnlyCell(page, shown)
    if isinstance(shown, str):
        cell.data_type = "s"  # never a formula, whatever the text begins with
    if isinstance(shown, date):
        cell.number_format = "DD.MM.YYYY"
    if isinstance(shown, time):
        cell.number_format = "HH:MM"
    if bold:
        cell.font = Font(bold=True)
    return cell


def _shown(value: Cell) -> Cell:
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, date) and value.year < FIRST_YEAR:
        return value.isoformat()
    return value


def _widths(sheet: Sheet) -> Iterator[tuple[str, int]]:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415  see above

    for number, column in enumerate(zip(*sheet.rows, strict=True), 1):
        longest = max(len(str(cell)) for cell in column if cell is not None)
        yield get_column_letter(number), max(NARROWEST, min(longest + MARGIN, WIDEST))
