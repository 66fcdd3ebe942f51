"""Lines that are put together from kept parts say what rows say cell by cell."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape

from surveys.exports import csv_files, workbook
from surveys.exports import spreadsheet_cells as spelled
from surveys.exports.cells import Target
from surveys.exports.dataset import Dataset, Response
from surveys.exports.formulas import plain
from surveys.exports.lines import ROOM, Join, lines
from surveys.exports.numbers import figure
from surveys.exports.options import Options
from surveys.exports.sheets import Sheet, sheets, spelling_of
from surveys.exports.writing import write
from tests.surveys.exports.forms import NEEDS, responses

VERSIONS = (NEEDS, replace(NEEDS, version="1"))
NATIVE = Target(text=str, number=figure, loose=figure, day=lambda day: day)
RAW = Target(text=str, number=str, loose=str, day=str)


def made(found: list[Response], target: Target, options: Options) -> tuple[Sheet, ...]:
    dataset = Dataset(VERSIONS, found)
    return sheets(dataset, spelling_of(dataset, options), target)


@pytest.mark.parametrize(
    "way",
    [
        (workbook.TARGET, spelled.join, ""),
        (csv_files.target(";"), csv_files.joiner(";"), ";"),
        (csv_files.target(","), csv_files.joiner(","), ","),
    ],
)
@given(found=responses(), labels=st.booleans(), room=st.sampled_from([0, 500, ROOM]))
def test_lines_are_rows_however_much_is_kept(
    way: tuple[Target, Join, str], found: list[Response], labels: bool, room: int
) -> None:
    target, join, between = way
    twice = [*found, *found]  # what was kept is used
    for sheet in made(twice, target, Options(labels=labels)):
        expected = [join(row).encode() for row in sheet]
        assert list(lines(sheet.rows, twice, join, between.encode(), room)) == expected


@settings(max_examples=40, deadline=None)
@given(found=responses(), labels=st.booleans())
def test_a_workbook_says_to_others_what_rows_say(found: list[Response], labels: bool) -> None:
    options = Options(labels=labels)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "out.xlsx"
        write(path, Dataset(VERSIONS, found), options)
        book = openpyxl.load_workbook(path)
    for sheet in made(found, NATIVE, options):
        _, *read = book[sheet.name].iter_rows(values_only=True)
        assert [[_shown(cell) for cell in row] for row in read] == list(sheet)


@given(found=responses(), labels=st.booleans())
def test_a_csv_file_says_to_others_what_rows_say(found: list[Response], labels: bool) -> None:
    options = Options(labels=labels, separator=",", bom=False)
    with TemporaryDirectory() as folder:
        write(Path(folder) / "out", Dataset(VERSIONS, found), options)
        for sheet in made(found, RAW, options):
            with (Path(folder) / "out" / f"{sheet.name}.csv").open(newline="") as file:
                _, *read = csv.reader(file)
            rows = [["" if cell is None else str(cell) for cell in row] for row in sheet]
            assert [[plain(cell) for cell in row] for row in read] == rows


def _shown(cell: Any) -> Any:
    """A day is a moment to openpyxl, and it leaves what XML cannot hold as it is spelled."""
    if isinstance(cell, datetime):
        return cell.date()
    return unescape(cell) if isinstance(cell, str) else cell
