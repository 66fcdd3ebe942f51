"""The commands that write and read responses, as they are typed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

ENDINGS = (
    "File ending in .xlsx, .csv, .zip, .json, .sav or .geojson, or named datapackage.json; without"
    " an ending a folder."
)
Code = Annotated[str, typer.Argument(metavar="SURVEY", help="The survey's public code.")]
Lang = Annotated[str, typer.Option("--lang", help="Language code, such as de or ar.")]


def export_responses(  # noqa: PLR0913, PLR0917  each is an option that Typer reads
    survey: Code,
    path: Annotated[Path, typer.Argument(help=ENDINGS)],
    labels: Annotated[
        bool, typer.Option("--labels/--names", help="What people read, or the form's names.")
    ] = False,
    lang: Lang = "",
    separator: Annotated[str, typer.Option("--separator", help="In .csv: ; or ,")] = ";",
    bom: Annotated[
        bool, typer.Option("--bom/--no-bom", help="A mark in .csv by which Excel knows UTF-8.")
    ] = True,
) -> None:
    """Write the responses to a survey. Free words that nobody has released stay here."""
    from bot.cli.responses import export_responses as export
    from surveys.exports.options import Options

    if separator not in {";", ","}:
        raise typer.BadParameter("expected ; or ,", param_hint="--separator")
    export(survey, path, Options(labels, lang, separator, bom))


def import_responses(
    survey: Code,
    path: Annotated[Path, typer.Argument(exists=True, help="What was exported, or filled in so.")],
    check: Annotated[bool, typer.Option("--check", help="Report only, change nothing.")] = False,
    lang: Lang = "",
) -> None:
    """Take in answers on paper from a table like the exported one."""
    from bot.cli.responses import import_responses as take

    take(survey, path, lang, check=check)


def export_ideas(
    path: Annotated[Path, typer.Argument(help="File ending in .xlsx, .csv or .json.")],
    view: Annotated[
        str, typer.Option("--view", help="migrants or network; without it both, one after another.")
    ] = "",
) -> None:
    """Write the ideas that somebody has read over and released."""
    from bot.cli.ideas import write_ideas
    from models.survey_plan import View

    if view and view not in set(View):
        raise typer.BadParameter("expected migrants or network", param_hint="--view")
    write_ideas(path, [View(view)] if view else list(View))
