"""`lotse report …` as Typer reads it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

reporting = typer.Typer(help="Write reports for the town's bodies.", no_args_is_help=True)


@reporting.callback()
def _group() -> None:
    """Keeps the command's name even while there is only one."""


@reporting.command("measures")
def measures(
    path: Annotated[Path, typer.Argument(help="Where to write it: .html or .xlsx.")],
    lang: Annotated[str, typer.Option("--lang", help="Language code, such as de or en.")] = "",
) -> None:
    """Write the measures with their lights, due dates, changes and indicators as of today."""
    from bot.cli.report import report_measures

    report_measures(path, lang)
