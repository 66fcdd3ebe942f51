"""A report as a workbook: a sheet for each table, with figures and dates that calculate.

Charts have no sheet, because their figures are in a table. What the signs mean stands last.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.cell.cell import Cell as Place
from openpyxl.styles import Font
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from analysis.reports.document import Cell, Column, Document, Row, Table, Value
from analysis.reports.sheets import BAND, BOLD, FIGURES, HEAD_ROW, TITLE, WRAPPED, framed, tab

DATE, PERCENT, NUMBER, WHOLE = "dd.mm.yyyy", "0.0 %", "#,##0.##", "#,##0"


def xlsx(document: Document) -> bytes:
    """The workbook. Its first sheet leads to the others."""
    book = Workbook()
    first = book.worksheets[0]
    sheets = [(table, book.create_sheet(tab(table.name))) for table in document.tables]
    _list(first, document, sheets)
    for table, sheet in sheets:
        _fill(sheet, table)
    _explain(book.create_sheet(tab(document.legend_heading)), document)
    book.properties.title = f"{document.title} – {document.subtitle}"
    book.properties.language = document.language
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _list(sheet: Worksheet, document: Document, sheets: Iterable[tuple[Table, Worksheet]]) -> None:
    sheet.title = tab(document.contents)
    sheet.column_dimensions["A"].width = 90
    _write(sheet, 1, 1, document.title).font = TITLE
    _write(sheet, 2, 1, document.subtitle)
    _write(sheet, 3, 1, document.as_of).font = BOLD
    for row, (table, theirs) in enumerate(sheets, HEAD_ROW + 1):
        place = _write(sheet, row, 1, table.caption)
        place.hyperlink = Hyperlink(place.coordinate, location=f"'{theirs.title}'!A1")
        place.style = "Hyperlink"


def _fill(sheet: Worksheet, table: Table) -> None:
    _write(sheet, 1, 1, table.caption).font = BOLD
    _write(sheet, 2, 1, table.source)
    columns = ((Column(table.grouping, 28),) if table.grouping else ()) + table.columns
    for at, column in enumerate(columns, 1):
        place = _write(sheet, HEAD_ROW, at, column.heading)
        place.font, place.fill, place.alignment = BOLD, BAND, WRAPPED
    rows = [_row(row, group.heading, table) for group in table.groups for row in group.rows]
    for at, row in enumerate(rows, HEAD_ROW + 1):
        _put(sheet, at, row, columns)
    last = HEAD_ROW + len(rows)
    if table.total:
        _put(sheet, last + 1, table.total, columns, bold=True)
    if not rows:
        _write(sheet, HEAD_ROW + 1, 1, table.empty)
    framed(sheet, columns, last, table.heads + bool(table.grouping))


def _row(row: Row, heading: str, table: Table) -> Row:
    """A group's heading stands in each of its rows, so that they can be sorted and filtered."""
    return (Cell(heading), *row) if table.grouping else row


def _put(
    sheet: Worksheet, at: int, row: Row, columns: tuple[Column, ...], *, bold: bool = False
) -> None:
    for number, (cell, column) in enumerate(zip(row, columns, strict=True), 1):
        place = _write(sheet, at, number, cell.text if cell.value is None else cell.value)
        place.alignment = FIGURES if column.align == "end" else WRAPPED
        place.number_format = _form(cell)
        if bold:
            place.font = BOLD


def _write(sheet: Worksheet, row: int, column: int, value: Value) -> Place:
    """Words are never a formula, whatever they begin with (OWASP: CSV injection)."""
    place: Place = sheet.cell(row, column)  # type: ignore[assignment]
    if not isinstance(value, str):
        place.value = value
    elif value:
        place.value = ILLEGAL_CHARACTERS_RE.sub(" ", value)
        place.data_type = "s"
    return place


def _form(cell: Cell) -> str:
    match cell.value:
        case date():
            return DATE
        case float() | int() if cell.percent:
            return PERCENT
        case float():
            return WHOLE if cell.value.is_integer() else NUMBER
        case int():
            return WHOLE
    return "@"


def _explain(sheet: Worksheet, document: Document) -> None:
    sheet.column_dimensions["A"].width = 24
    sheet.column_dimensions["B"].width = 90
    _write(sheet, 1, 1, document.legend_heading).font = Font(bold=True)
    for row, sign in enumerate(document.legend, 2):
        _write(sheet, row, 1, sign.sign).alignment = WRAPPED
        _write(sheet, row, 2, sign.meaning).alignment = WRAPPED
