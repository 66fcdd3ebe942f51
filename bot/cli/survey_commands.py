"""The commands about surveys."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from models.language import shipped

surveying = typer.Typer(help="Look at forms of surveys.", no_args_is_help=True)

Lang = Annotated[str, typer.Option("--lang", help="Language of the sentences, such as de or ar.")]


@surveying.command("check")
def check_survey(
    path: Annotated[
        Path,
        typer.Argument(exists=True, dir_okay=False, help="XLSForm: .xlsx, .xls, .csv or .md."),
    ],
    lang: Lang = "de",
) -> None:
    """Say what is wrong with a form, with sheet, row and column, and what it holds."""
    from bot.cli.survey import check_form

    if lang not in shipped():
        raise typer.BadParameter(f"--lang takes one of {', '.join(shipped())}")
    check_form(path, lang)
