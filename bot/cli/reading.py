"""What commands that read a table say about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import typer

from models.imports import table
from models.imports.problems import Problem, Unreadable
from models.imports.table import Table


def read_table(path: Path, sheets: Sequence[str]) -> Table:
    """The table at `path`; a plain sentence and exit 1 when there is none."""
    try:
        return table.read(path, sheets)
    except Unreadable as error:
        typer.echo(str(error.problem), err=True)
        raise typer.Exit(1) from None


def refuse(notices: Iterable[Problem], problems: Sequence[Problem]) -> None:
    """Say everything that is wrong; with a single problem, exit 1."""
    for problem in (*notices, *problems):
        typer.echo(str(problem), err=True)
    if problems:
        typer.echo(f"Problems: {len(problems)}. Nothing was changed.", err=True)
        raise typer.Exit(1)
