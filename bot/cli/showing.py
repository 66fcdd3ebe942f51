"""An import's report in the terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import get_args

from rich.console import Console
from rich.table import Table as Grid

from models.imports.reports import Kind, Report, ReportRow, UnitsReport

Columns = Callable[[Iterable[str]], str]


@dataclass(frozen=True, slots=True)
class Rows:
    """Which rows of a report are shown: `most` of what changes, or really all with `unchanged`."""

    most: int | None = None
    unchanged: bool = False

    def of(self, report: Report) -> list[ReportRow]:
        """Those that may be shown."""
        return [row for row in report.rows if self.unchanged or row.kind != "unchanged"]


CHANGED = Rows()


def show(
    report: Report,
    names: tuple[str, str],
    columns: Columns = ", ".join,
    *,
    check: bool,
    rows: Rows = CHANGED,
) -> Console:
    """What changes, in a table whose columns of ids and titles have these `names`; the numbers."""
    console = Console(markup=False, highlight=False)
    found = rows.of(report)
    if found:
        console.print(_grid(found[: rows.most], names, columns))
    if more := len(found) - len(found[: rows.most]):
        console.print(f"… and {more} more. All of them: --all")
    counts = ", ".join(f"{report.count(kind)} {kind}" for kind in get_args(Kind))
    console.print(f"{counts}.", "Only checked." if check else "Done.")
    for name, count in _units(report):
        console.print(f"New or changed {name}: {count}.")
    return console


def _units(report: Report) -> list[tuple[str, int]]:
    if not isinstance(report, UnitsReport):
        return []
    counts = [("departments", report.departments), ("groups", report.groups)]
    return [(name, count) for name, count in counts if count]


def _grid(rows: Iterable[ReportRow], names: tuple[str, str], columns: Columns) -> Grid:
    grid = Grid(box=None, pad_edge=False)
    for name in ("", *names, "changed"):
        grid.add_column(name, overflow="fold")
    for row in rows:
        grid.add_row(row.kind, row.source_id, row.title, columns(row.changed))
    return grid
