"""`lotse import offers`: read, say what is wrong or what changes, apply in one transaction."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import typer

from bot.cli import demo_people, measures
from bot.cli.opening import checked, connected
from bot.cli.showing import show
from bot.settings import Settings
from models.base import Session
from models.imports import offers as importing
from models.imports import table
from models.imports.offers import OffersReport
from models.imports.offers_table import SHEETS, Reading, read_offers
from models.imports.problems import Unreadable
from models.lexicon import load_topics
from models.upgrading import upgrade

DEMO = Path(__file__).parent.parent.parent / "demo"
SOURCE = "table"


def import_table(path: Path, source: str, *, check: bool) -> None:
    """Report row by row; with `check` nothing is changed. Exit 1 when the table has problems."""
    reading = _read(path)
    settings = Settings()
    if not check:
        upgrade(settings.database_url)
    with checked(settings) if check else connected(settings) as session, session.begin():
        plan = importing.plan(session, reading, source)
        report = importing.report(plan) if check else importing.apply(session, plan)
    _show(report, check=check)


def fill_demo(session: Session) -> None:
    """The demo town's offers, people, measures, surveys and canned answers, in the caller's
    transaction.
    """
    from bot.cli import canned, survey_import

    importing.apply(session, importing.plan(session, _read(DEMO), SOURCE))
    demo_people.fill_demo(session, DEMO, SOURCE)
    measures.fill_demo(session, DEMO, SOURCE)
    survey_import.fill_demo(session, DEMO / "surveys")
    canned.fill_demo(session, DEMO)


def _read(path: Path) -> Reading:
    try:
        read = table.read(path, SHEETS)
    except Unreadable as error:
        typer.echo(str(error.problem), err=True)
        raise typer.Exit(1) from None
    reading = read_offers(read, {topic.code for topic in load_topics()})
    for problem in (*reading.notices, *reading.problems):
        typer.echo(str(problem), err=True)
    if reading.problems:
        typer.echo(f"Problems: {len(reading.problems)}. Nothing was changed.", err=True)
        raise typer.Exit(1)
    return reading


def _show(report: OffersReport, *, check: bool) -> None:
    console = show(report, ("id", "title"), _columns, check=check)
    for row in report.rows:
        if row.outdated:
            console.print(f"Translations to look at: {row.source_id}: {_columns(row.outdated)}")


def _columns(changed: Iterable[str]) -> str:
    """`title::de, title::ar, phone` as `title (ar, de), phone`."""
    languages: dict[str, list[str]] = {}
    for column in changed:
        name, _, language = column.partition("::")
        languages.setdefault(name, []).append(language)
    written = (
        f"{name} ({', '.join(sorted(codes))})" if any(codes) else name
        for name, codes in languages.items()
    )
    return ", ".join(written)
