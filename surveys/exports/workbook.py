"""Responses as an Excel workbook, row by row, so that its size costs no memory."""

from __future__ import annotations

from pathlib import Path

from surveys.exports import codebook, spreadsheet
from surveys.exports import spreadsheet_cells as spelled
from surveys.exports.cells import Target
from surveys.exports.dataset import Dataset
from surveys.exports.files import placed
from surveys.exports.lines import lines
from surveys.exports.options import CannotExport, Options
from surveys.exports.sheets import CODEBOOK, Sheet, sheets, spelling_of

MOST_COLUMNS = 16_384
"""Excel's limit."""


def write(path: Path, dataset: Dataset, options: Options) -> list[Path]:
    """The workbook at `path`: responses, a sheet for each repeat, and the codebook."""
    made = sheets(dataset, spelling_of(dataset, options), TARGET)
    for sheet in made:
        _refuse_wide(sheet)
    pages: list[spreadsheet.Page] = [
        (sheet.name, sheet.header, lines(sheet.rows, dataset.responses, spelled.join))
        for sheet in made
    ]
    book = (spelled.texts(row) for row in codebook.codebook(dataset, made))
    pages.append((CODEBOOK, codebook.header(dataset), book))
    with placed(path) as file:
        spreadsheet.write(file, pages)
    return [path]


TARGET = Target(text=spelled.text, number=spelled.number, loose=spelled.number, day=spelled.day)


def _refuse_wide(sheet: Sheet) -> None:
    if len(sheet.headings) > MOST_COLUMNS:
        raise CannotExport("columns", sheet=sheet.name, most=MOST_COLUMNS)
