"""`lotse export ideas`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import typer

from bot.cli.opening import opened
from bot.settings import Settings
from models.exports.files import write
from models.exports.ideas import ideas_table
from models.imports.problems import Unreadable
from models.survey_plan import View


def write_ideas(path: Path, views: Sequence[View]) -> None:
    """What was released, by the path's ending. Exit 1 when it does not go there."""
    with opened(Settings()) as session:
        table = ideas_table(session, views, path)
    try:
        write(path, table)
    except Unreadable as error:
        typer.echo(str(error.problem), err=True)
        raise typer.Exit(1) from None
    typer.echo(f"{len(table.sheets[0].rows) - 1} ideas are in {path}.")
