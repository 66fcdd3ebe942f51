"""An import's report in the terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import get_args

from rich.console import Console
from rich.table import Table as Grid

from models.imports.reports import Kind, Report, ReportRow, UnitsReport

Columns = Callable[[Iterable[str]], str]


def show(
    report: Report, names: tuple[str, str], columns: Columns = ", ".join, *, check: bool
) -> Console:
    """What changes, in a table whose columns of ids and titles have these `names`; the numbers."""
    console = Console(markup=False, highlight=False)
    changed = [row for row in report.rows if row.kind != "unchanged"]
    if changed:
        console.print(_grid(changed, names, columns))
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
