"""Responses as an Excel workbook, row by row, so that its size costs no memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

from surveys.exports import codebook
from surveys.exports.dataset import Dataset
from surveys.exports.files import placed
from surveys.exports.numbers import figure
from surveys.exports.options import CannotExport, Options
from surveys.exports.rows import Cell, Target
from surveys.exports.sheets import CODEBOOK, Sheet, sheets, spelling_of

MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384
LONGEST = 32_767
"""Excel's limits: rows with the header, columns, UTF-16 units in a cell."""
MORE = "…"


def write(path: Path, dataset: Dataset, options: Options) -> list[Path]:
    """The workbook at `path`: responses, a sheet for each repeat, and the codebook."""
    from rustpy_xlsxwriter import write_worksheets  # noqa: PLC0415  for this command alone

    made = sheets(dataset, spelling_of(dataset, options), TARGET)
    for sheet in made:
        _refuse_wide(sheet)
    pages: list[Any] = [(sheet.name, _records(sheet.header, sheet)) for sheet in made]
    book = codebook.header(dataset)
    pages.append((CODEBOOK, _records(book, codebook.codebook(dataset, made))))
    with placed(path) as file:
        write_worksheets(
            pages,
            str(file),
            datetime_format="yyyy-mm-dd",
            bold_headers=True,
            freeze_panes={"general": {"row": 1, "col": 0}},
        )
    return [path]


def cut(text: str) -> str:
    """A text as long as a cell takes. Most are short, so that is asked first."""
    if len(text) * 2 <= LONGEST:
        return text
    units = text.encode("utf-16-le")
    if len(units) // 2 <= LONGEST:
        return text
    return units[: (LONGEST - 1) * 2].decode("utf-16-le", "ignore") + MORE


TARGET = Target(text=cut, number=figure, day=date.fromisoformat, loose=figure)
"""Texts are written as texts whatever they begin with, so that no formula is ever made."""


def _records(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[dict[str, Cell]]:
    """Rows by the names of columns; of none a blank one, without which there is no header."""
    found = iter(rows)
    first = next(found, [None] * len(header))
    for number, row in enumerate(chain([first], found), 2):
        if number > MOST_ROWS:
            raise CannotExport("rows", most=MOST_ROWS - 1)
        yield dict(zip(header, row, strict=True))


def _refuse_wide(sheet: Sheet) -> None:
    if len(sheet.headings) > MOST_COLUMNS:
        raise CannotExport("columns", sheet=sheet.name, most=MOST_COLUMNS)
