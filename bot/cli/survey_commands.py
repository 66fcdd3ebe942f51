"""The commands about surveys."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

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
    from models.language import shipped

    if lang not in shipped():
        raise typer.BadParameter(f"--lang takes one of {', '.join(shipped())}")
    check_form(path, lang)


def import_survey(
    path: Annotated[
        Path,
        typer.Argument(exists=True, dir_okay=False, help="XLSForm: .xlsx, .xls, .csv or .md."),
    ],
    plan: Annotated[
        Path | None,
        typer.Option(
            "--plan",
            exists=True,
            dir_okay=False,
            help="TOML: whom the survey is for, from when until when.",
        ),
    ] = None,
    files: Annotated[
        bool, typer.Option("--files", help="Ask questions for pictures, sound and files too.")
    ] = False,
    check: Annotated[bool, typer.Option("--check", help="Report only, change nothing.")] = False,
) -> None:
    """Read a form: a new survey, or a new version of the one with the same form_id."""
    from bot.cli.survey_import import import_form

    import_form(path, plan, check=check, files=files)
