"""HSDS tables out of CSV files, a row at a time."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import IO

from models.hsds_profile import KEY
from models.imports.hsds.layout import Layout, layout_of, refitted
from models.imports.hsds.notices import Notices
from models.imports.hsds.package import File
from models.imports.hsds.rows import Origin, Progress, Row, without_filled_in
from models.imports.hsds.values import cleaned
from models.imports.problems import Problem, Unreadable
from models.imports.table import SEPARATORS

NOTHING = "null"
"""What some programs write into cells that are empty."""
EACH = 1000
"""Rows after which progress is told."""


@dataclass(slots=True)
class CsvTables:
    """The tables of a package; each is read when it is asked for, and not kept."""

    files: Sequence[File]
    notices: Notices
    progress: Progress | None = None
    _layouts: list[tuple[File, Layout]] = field(default_factory=list)
    _done: int = 0

    def __post_init__(self) -> None:
        for file in self.files:
            if layout := layout_of(file.stem, _header(file)):
                self._layouts.append((file, layout))

    @property
    def versions(self) -> set[str]:
        """The versions that the tables are of."""
        return {layout.version for _, layout in self._layouts}

    @property
    def names(self) -> set[str]:
        """The tables that there are."""
        return {layout.table for _, layout in self._layouts}

    def rows(self, table: str) -> Iterator[Row]:
        """The rows of a table, from all files that make it up."""
        for file, layout in self._layouts:
            if layout.table == table:
                yield from self._rows(file, layout)

    def finish(self) -> None:
        """Tell of the tables that were not read."""
        read = [file for file, _ in self._layouts]
        for file in self.files:
            if file not in read and (count := sum(1 for _ in _records(file)) - 1) > 0:
                values = {"count": count}
                self.notices.add(Problem("hsds_table", file.name, values=values))
        self._tell(sum(file.size for file in self.files))

    def _rows(self, file: File, layout: Layout) -> Iterator[Row]:
        encoding = file.encoding()
        if encoding == "cp1252":
            self.notices.add(Problem("decoded", file.name))
        with file.open() as stream:
            records = _parsed(file, stream, encoding)
            columns = Columns.of(next(records, []), layout)
            yield from self._filled(records, columns, layout, (Origin(file.name), stream))
        columns.tell(Origin(file.name), self.notices)
        self._done += file.size
        self._tell(self._done)

    def _filled(
        self,
        records: Iterator[list[str]],
        columns: Columns,
        layout: Layout,
        source: tuple[Origin, IO[bytes]],
    ) -> Iterator[Row]:
        """The rows that hold anything, as those of their table in 3.0."""
        origin, stream = source
        for number, cells in enumerate(records, 2):
            if number % EACH == 0:
                self._tell(self._done + stream.tell())
            values = columns.values(cells, origin, self.notices)
            if len(values) > len(columns.always) or values.get(KEY):
                yield Row(refitted(layout, without_filled_in(values)), number, origin)

    def _tell(self, done: int) -> None:
        if self.progress:
            self.progress(done, sum(file.size for file in self.files))


@dataclass(slots=True)
class Columns:
    """The columns of a file: the names of those that are kept, "" for the others."""

    kept: Sequence[str]
    always: Mapping[str, str]
    strange: dict[int, str]
    found: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, header: Sequence[str], layout: Layout) -> Columns:
        """Those that row 1 names; of two with the same name the first."""
        names = [cleaned(name).lower() for name in header]
        known = layout.columns
        kept = [x if x in known and x not in names[:at] else "" for at, x in enumerate(names)]
        strange = {at: x for at, x in enumerate(names) if x and not kept[at]}
        return cls(kept, {KEY: ""} if KEY in kept else {}, strange)

    def values(self, cells: Sequence[str], origin: Origin, notices: Notices) -> dict[str, str]:
        """The filled cells by column, and Lotse's own id also when it is empty."""
        values = dict(self.always)
        for name, cell in zip(self.kept, cells, strict=False):
            if not (cell and name and (value := cleaned(cell))):
                continue
            if len(value) == len(NOTHING) and value.lower() == NOTHING:
                notices.count("hsds_null", origin, value=value)
            else:
                values[name] = value
        if self.strange:
            self._note_strange(cells)
        return values

    def tell(self, origin: Origin, notices: Notices) -> None:
        """Name the columns that hold something and are not kept."""
        if self.found:
            values = {"columns": ", ".join(self.found)}
            notices.add(Problem("hsds_columns", *origin, values=values))

    def _note_strange(self, cells: Sequence[str]) -> None:
        for at in list(self.strange):
            if at < len(cells) and cells[at].strip():
                self.found.append(self.strange.pop(at))


def _header(file: File) -> list[str]:
    with file.open() as stream:
        names = next(_parsed(file, stream, file.encoding()), [])
    return [name.strip().lower() for name in names]


def _records(file: File) -> Iterator[list[str]]:
    with file.open() as stream:
        yield from _parsed(file, stream, file.encoding())


def _parsed(file: File, stream: IO[bytes], encoding: str) -> Iterator[list[str]]:
    with io.TextIOWrapper(stream, encoding, newline="") as text:
        start = text.readline()
        separator = max(SEPARATORS, key=start.count)
        try:
            yield from csv.reader(_after(start, text), delimiter=separator)
        except csv.Error as error:
            raise Unreadable(Problem("csv", file.name, values={"reason": str(error)})) from error


def _after(start: str, text: io.TextIOWrapper) -> Iterator[str]:
    yield start
    yield from text
