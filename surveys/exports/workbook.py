"""Responses as an Excel workbook, row by row, so that its size costs no memory."""

from __future__ import annotations

from pathlib import Path

from surveys.exports import codebook, spreadsheet
from surveys.exports.dataset import Dataset
from surveys.exports.files import placed
from surveys.exports.lines import lines
from surveys.exports.options import CannotExport, Options
from surveys.exports.rows import Target
from surveys.exports.sheets import CODEBOOK, Sheet, sheets, spelling_of

MOST_COLUMNS = 16_384
LONGEST = 32_767
"""Excel's limits: columns, UTF-16 units in a cell."""
MORE = "…"


def write(path: Path, dataset: Dataset, options: Options) -> list[Path]:
    """The workbook at `path`: responses, a sheet for each repeat, and the codebook."""
    made = sheets(dataset, spelling_of(dataset, options), TARGET)
    for sheet in made:
        _refuse_wide(sheet)
    pages: list[spreadsheet.Page] = [
        (sheet.name, sheet.header, lines(sheet.rows, dataset.responses, spreadsheet.join))
        for sheet in made
    ]
    book = (spreadsheet.texts(row) for row in codebook.codebook(dataset, made))
    pages.append((CODEBOOK, codebook.header(dataset), book))
    with placed(path) as file:
        spreadsheet.write(file, pages)
    return [path]


def cut(text: str) -> str:
    """A text as long as a cell takes. Most are short, so that is asked first."""
    if len(text) * 2 <= LONGEST:
        return text
    units = text.encode("utf-16-le")
    if len(units) // 2 <= LONGEST:
        return text
    return units[: (LONGEST - 1) * 2].decode("utf-16-le", "ignore") + MORE


TARGET = Target(
    text=lambda raw: spreadsheet.text(cut(raw)),
    number=spreadsheet.number,
    loose=spreadsheet.number,
    day=spreadsheet.day,
)


def _refuse_wide(sheet: Sheet) -> None:
    if len(sheet.headings) > MOST_COLUMNS:
        raise CannotExport("columns", sheet=sheet.name, most=MOST_COLUMNS)
