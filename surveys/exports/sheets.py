"""A dataset as sheets with names that a workbook takes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from surveys.exports.cells import Cell, Target
from surveys.exports.dataset import Dataset
from surveys.exports.headings import Heading, headings
from surveys.exports.merging import Table
from surveys.exports.options import Options
from surveys.exports.rows import Rows
from surveys.exports.spelling import Spelling

MAIN_SHEET = "responses"
CODEBOOK = "codebook"
LONGEST = 31
FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
RESERVED = frozenset({CODEBOOK, "history"})
"""Excel keeps "History" for itself."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as it is written: its name, its columns, and rows that are made as they are taken."""

    name: str
    table: Table
    headings: tuple[Heading, ...]
    rows: Rows
    dataset: Dataset

    @property
    def header(self) -> list[str]:
        """The first row."""
        return [heading.name for heading in self.headings]

    def __iter__(self) -> Iterator[list[Cell]]:
        return self.rows.of(self.dataset.responses)


def spelling_of(dataset: Dataset, options: Options) -> Spelling:
    """The options' spelling, with the newest form's own language to fall back on."""
    own = dataset.form.default_language
    return Spelling(options.labels, options.language or own, own)


def sheets(dataset: Dataset, spelling: Spelling, target: Target) -> tuple[Sheet, ...]:
    """The main sheet, then one for each repeat."""
    named = zip(sheet_names(dataset.tables), dataset.tables, strict=True)
    return tuple(_sheet(name, table, dataset, (spelling, target)) for name, table in named)


def _sheet(name: str, table: Table, dataset: Dataset, ways: tuple[Spelling, Target]) -> Sheet:
    found = headings(table, ways[0])
    return Sheet(name, table, found, Rows(table, found, *ways), dataset)


def sheet_names(tables: tuple[Table, ...]) -> list[str]:
    """A name for each table that Excel takes: at most 31 characters, none of []:*?/\\, no
    apostrophe at an end, different from all others also in another case.
    """
    names: list[str] = []
    for table in tables:
        wanted = FORBIDDEN.sub("_", table.name).strip("' ") if table.path else MAIN_SHEET
        names.append(_free(wanted or "_", {name.casefold() for name in names} | RESERVED))
    return names


def _free(wanted: str, taken: set[str] | frozenset[str]) -> str:
    number, free = 1, wanted[:LONGEST]
    while free.casefold() in taken:
        number += 1
        free = f"{wanted[: LONGEST - len(str(number)) - 1]}_{number}"
    return free
