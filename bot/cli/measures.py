"""`lotse import measures`, `lotse export measures` and `lotse measures check`."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import typer

from analysis.measures.smart import Missing
from bot.cli.opening import checked, connected, opened
from bot.cli.reading import read_table, refuse
from bot.cli.showing import show
from bot.clock import clock
from bot.settings import Settings
from models import measures
from models.base import Session
from models.exports.files import write
from models.exports.measures import measures_table
from models.imports import measures as importing
from models.imports.measure_columns import SHEETS
from models.imports.measure_known import known
from models.imports.measures_table import Reading, read_measures
from models.imports.problems import Unreadable
from models.imports.table import Table
from models.measure_changes import By
from models.measure_record import Measure
from models.measure_smart import is_checked, missing
from models.upgrading import upgrade

TOLD = datetime(2026, 11, 2, 8, tzinfo=UTC)
"""When somebody told Lotse of the demo town's measures."""

LACKS = {
    Missing.ACTION: "the title does not say what is done to what, as “Sprachcafés ausbauen” does",
    Missing.TARGET_GROUP: "no target group: for whom it is",
    Missing.INDICATOR: "no indicator: how one will see that it works",
    Missing.TARGET: "no indicator has a target",
    Missing.RESPONSIBLE: "nobody is responsible",
    Missing.ACCEPTANCE: "who is responsible has not accepted: nobody there has a role yet",
    Missing.RESOURCES: "no money, funding or staff is named",
    Missing.END_OR_REVIEW: "no end, and it does not run on with reviews either",
}


def import_table(path: Path, source: str, *, check: bool) -> None:
    """Report row by row; with `check` nothing is changed. Exit 1 when the table has problems."""
    table = read_table(path, SHEETS)
    settings = Settings()
    if not check:
        upgrade(settings.database_url)
    by = By(None, clock().astimezone(settings.zone))
    with checked(settings) if check else connected(settings) as session, session.begin():
        plan = importing.plan(session, _reading(session, table), source, by)
        report = importing.report(plan) if check else importing.apply(session, plan, by)
    show(report, ("number", "title"), check=check)


def fill_demo(session: Session, folder: Path, source: str) -> None:
    """The demo town's measures, in the caller's transaction."""
    by = By(None, TOLD)
    reading = _reading(session, read_table(folder, SHEETS))
    importing.apply(session, importing.plan(session, reading, source, by), by)


def export_table(path: Path, source: str) -> None:
    """Write all measures of a source to a file, by its ending."""
    settings = Settings()
    with opened(settings) as session:
        table = measures_table(session, source, _today(settings))
    try:
        write(path, table)
    except Unreadable as error:
        typer.echo(str(error.problem), err=True)
        raise typer.Exit(1) from None
    typer.echo(f"{len(table.sheets[0].rows) - 1} measures are in {path}.")


def check_all() -> None:
    """Say of every measure that is not over what it lacks to be SMART."""
    settings = Settings()
    with opened(settings) as session:
        found = [x for x in measures.load(session, _today(settings)) if is_checked(x)]
    lacking = [measure for measure in found if missing(measure)]
    for measure in lacking:
        _explain(measure)
    typer.echo(f"{len(lacking)} of {len(found)} measures lack something.")


def _today(settings: Settings) -> date:
    return clock().astimezone(settings.zone).date()


def _reading(session: Session, table: Table) -> Reading:
    reading = read_measures(table, known(session))
    refuse(reading.notices, reading.problems)
    return reading


def _explain(measure: Measure) -> None:
    typer.echo(f"{measure.number}  {measure.title}")
    for lack in missing(measure):
        typer.echo(f"  {lack.letter}  {LACKS[lack]}")
