"""The commands about surveys."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

surveying = typer.Typer(help="Look at forms, and open and close surveys.", no_args_is_help=True)

Code = Annotated[str, typer.Argument(metavar="SURVEY", help="The survey's public code.")]
Day = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="First or last day, such as 2026-12-31."),
]
FormFile = Annotated[
    Path, typer.Argument(exists=True, dir_okay=False, help="XLSForm: .xlsx, .xls, .csv or .md.")
]
PlanFile = Annotated[
    Path | None,
    typer.Option(
        "--plan",
        exists=True,
        dir_okay=False,
        help="TOML: whom the survey is for, from when until when.",
    ),
]
Files = Annotated[
    bool, typer.Option("--files", help="Ask questions for pictures, sound and files too.")
]
Quotas = Annotated[
    list[str] | None,
    typer.Option("--quota", help="So many answers at most: 200, or language:ar=50."),
]
Lang = Annotated[str, typer.Option("--lang", help="Language of the sentences, such as de or ar.")]


@surveying.command("check")
def check_survey(path: FormFile, lang: Lang = "de") -> None:
    """Say what is wrong with a form, with sheet, row and column, and what it holds."""
    from bot.cli.survey import check_form
    from models.language import shipped

    if lang not in shipped():
        raise typer.BadParameter(f"--lang takes one of {', '.join(shipped())}")
    check_form(path, lang)


def import_survey(  # noqa: PLR0913, PLR0917  each is an option that Typer reads
    path: FormFile,
    plan: PlanFile = None,
    files: Files = False,
    opens: Day = None,
    closes: Day = None,
    quota: Quotas = None,
    check: Annotated[bool, typer.Option("--check", help="Report only, change nothing.")] = False,
) -> None:
    """Read a form: a new survey, or a new version of the one with the same form_id."""
    from bot.cli.survey_import import import_form

    days = {"opens": opens, "closes": closes}
    others: dict[str, Any] = {name: day.date() for name, day in days.items() if day}
    others |= {"files": True} if files else {}
    others |= {"quotas": dict(map(_quota, quota))} if quota else {}
    import_form(path, plan, check=check, **others)


def _quota(typed: str) -> tuple[str, int]:
    """What is limited, and to how many: ("", 200) or ("language:ar", 50)."""
    from models.imports.survey_plan import QUOTA

    name, equals, number = typed.rpartition("=")
    if not re.fullmatch(QUOTA, name) or bool(equals) != bool(name) or not number.isdecimal():
        expected = "expected 200, or language:ar=50, district:Nord=50 or mode:paper=50"
        raise typer.BadParameter(expected, param_hint="--quota")
    return name, int(number)


@surveying.command("open")
def open_survey(survey: Code) -> None:
    """Open a planned survey, whatever its first day was to be."""
    from bot.cli.survey_doing import begin

    begin(survey)


@surveying.command("close")
def close_survey(
    survey: Code, yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False
) -> None:
    """Close a survey for good: its key is destroyed, and what was begun is deleted."""
    from bot.cli.survey_doing import end

    end(survey, sure=yes)


@surveying.command("invite")
def invite_to_survey(survey: Code) -> None:
    """Invite everybody whom an open survey is for; the messages leave as soon as Lotse runs."""
    from bot.cli.survey_doing import invite

    invite(survey)


@surveying.command("link")
def survey_link(
    survey: Code,
    qr: Annotated[
        Path | None, typer.Option("--qr", help="Write a QR code too, ending in .png or .svg.")
    ] = None,
    workshop: Annotated[
        bool, typer.Option("--workshop", help="For the wall: who comes by it is counted there.")
    ] = False,
) -> None:
    """Print a survey's public link, the same for everybody."""
    from bot.cli.survey_doing import print_link

    print_link(survey, qr, workshop=workshop)
