"""`lotse report …` as Typer reads it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

reporting = typer.Typer(help="Write reports for the town's bodies.", no_args_is_help=True)


@reporting.command("measures")
def measures(
    path: Annotated[Path, typer.Argument(help="Where to write it: .html or .xlsx.")],
    lang: Annotated[str, typer.Option("--lang", help="Language code, such as de or en.")] = "",
) -> None:
    """Write the measures with their lights, due dates, changes and indicators as of today."""
    from bot.cli.report import report_measures

    report_measures(path, lang)


@reporting.command("needs")
def needs(
    survey: Annotated[str, typer.Argument(metavar="SURVEY", help="The survey's public code.")],
    path: Annotated[Path, typer.Argument(help="Where to write it: .html or .xlsx.")],
    lang: Annotated[str, typer.Option("--lang", help="Language code, such as de or en.")] = "",
) -> None:
    """Write a survey's first results, with everything withheld that would tell of few people."""
    from bot.cli.needs import report_needs

    report_needs(survey, path, lang)


@reporting.command("news")
def news(
    path: Annotated[Path, typer.Argument(help="Where to write it: .html or .xlsx.")],
    lang: Annotated[str, typer.Option("--lang", help="Language code, such as de or en.")] = "",
) -> None:
    """Write what was told to how many, what became of it, and presses of buttons as numbers."""
    from bot.cli.news_report import report_news

    report_news(path, lang)
