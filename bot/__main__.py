"""The command line. Each command imports what it needs when it is called, so that help, asking
and importing never pay for a messenger's library.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.cli import (
    news_commands,
    offer_commands,
    people_commands,
    report_commands,
    response_commands,
    survey_commands,
    term_commands,
)
from models.role import Role

app = typer.Typer(
    name="lotse",
    help="A town's chat assistant: its real offers, in people's own languages.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
importing = typer.Typer(help="Read files of the town into the database.", no_args_is_help=True)
exporting = typer.Typer(help="Write what the town knows into files.", no_args_is_help=True)
checking = typer.Typer(help="Look at the measures.", no_args_is_help=True)
database = typer.Typer(help="Look after the database.", no_args_is_help=True)
app.add_typer(importing, name="import")
app.add_typer(exporting, name="export")
app.add_typer(checking, name="measures")
app.add_typer(database, name="db")

Lang = Annotated[str, typer.Option("--lang", help="Language code, such as de or ar.")]
Source = Annotated[str, typer.Option("--source", help="Name of this source; its ids are its own.")]
Check = Annotated[bool, typer.Option("--check", help="Report only, change nothing.")]


@app.command()
def run(
    demo: Annotated[
        bool, typer.Option("--demo", help="Fill an empty database with the demo town.")
    ] = False,
) -> None:
    """Start everything: web chat, Telegram (when a token is set) and the jobs."""
    from bot.cli.run import run_until_stopped

    run_until_stopped(demo=demo)


@app.command()
def chat(
    lang: Lang = "",
    role: Annotated[
        Role | None, typer.Option("--as", help="Try a role, as somebody of the demo town.")
    ] = None,
) -> None:
    """Talk to Lotse in the terminal."""
    from bot.cli.chat import talk

    talk(lang, role)


@app.command()
def ask(
    text: Annotated[str, typer.Argument(help="The question.")] = "",
    lang: Lang = "",
    json: Annotated[bool, typer.Option("--json", help="One line of JSON.")] = False,
    k: Annotated[int, typer.Option("-k", min=1, max=50, help="How many offers.")] = 3,
    batch: Annotated[
        Path | None,
        typer.Option(
            "--batch",
            exists=True,
            dir_okay=False,
            help='A file with one {"id", "lang", "text"} a line; answers as JSON lines.',
        ),
    ] = None,
) -> None:
    """Ask one question, or many from a file. Nothing is counted or kept."""
    from bot.cli.ask import answer_batch, answer_one

    if batch is not None:
        answer_batch(batch, k)
    elif text.strip():
        answer_one(text, lang, k, as_json=json)
    else:
        raise typer.BadParameter("give a question, or --batch FILE.jsonl")


@importing.command("measures")
def import_measures(
    path: Annotated[Path, typer.Argument(exists=True, help="XLSX, CSV or JSON file, or a folder.")],
    source: Source = "table",
    check: Check = False,
) -> None:
    """Read measures. What vanished from the source becomes inactive, nothing is deleted."""
    from bot.cli.measures import import_table

    import_table(path, source, check=check)


@exporting.command("measures")
def export_measures(
    path: Annotated[
        Path,
        typer.Argument(help="File ending in .xlsx, .csv or .json; without an ending a folder."),
    ],
    source: Source = "table",
) -> None:
    """Write measures into a table that can be imported again."""
    from bot.cli.measures import export_table

    export_table(path, source)


@checking.command("check")
def check_measures() -> None:
    """Say what measures lack to be specific, measurable, accepted, realistic and terminated."""
    from bot.cli.measures import check_all

    check_all()


@database.command("upgrade")
def upgrade_database() -> None:
    """Bring the database up to this version of Lotse."""
    from bot.settings import Settings
    from models.upgrading import upgrade

    upgrade(Settings().database_url)
    typer.echo("The database is up to date.")


app.add_typer(report_commands.reporting, name="report")
app.add_typer(survey_commands.surveying, name="survey")
app.add_typer(offer_commands.offers, name="offers")
app.add_typer(term_commands.terms, name="terms")
app.command("invite")(people_commands.invite)
app.command("news")(news_commands.news)
importing.command("offers")(offer_commands.import_offers)
exporting.command("offers")(offer_commands.export_offers)
importing.command("people")(people_commands.import_people)
importing.command("canned")(people_commands.import_canned)
importing.command("survey")(survey_commands.import_survey)
importing.command("responses")(response_commands.import_responses)
exporting.command("responses")(response_commands.export_responses)
exporting.command("ideas")(response_commands.export_ideas)


BEHIND = (["export"], ["report"])
"""Commands that are work and nobody's chat: all else on the machine goes first."""


def main() -> None:
    """Entry point of `lotse`. What is wrong with the settings is said by their names, exit 2."""
    from pydantic import ValidationError

    try:
        _run()
    except ValidationError as error:
        for problem in error.errors(include_url=False, include_input=False):
            name = "_".join(str(part) for part in problem["loc"]).upper()
            typer.echo(f"LOTSE_{name}: {problem['msg']}", err=True)
        raise SystemExit(2) from None


def _run() -> None:
    if sys.argv[1:2] in BEHIND:
        from bot.children import step_back

        step_back()
    app()


if __name__ == "__main__":
    main()
