"""`lotse import people`: read, say what is wrong or what changes, apply, prepare links."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import typer

from bot.cli.opening import checked, connected
from bot.cli.reading import read_table, refuse
from bot.cli.showing import show
from bot.clock import chance, clock
from bot.settings import Settings
from models import groups
from models.base import Session
from models.exports.files import write
from models.imports import people as importing
from models.imports import people_links
from models.imports.measure_known import known, named
from models.imports.people import PeopleReport, Plan
from models.imports.people_columns import SHEETS
from models.imports.people_links import Invited, Sending
from models.imports.people_table import Reading, read_people
from models.imports.table import Table
from models.roles import Deed
from models.upgrading import upgrade

ENDINGS = (".xlsx", ".csv")


@dataclass(frozen=True, slots=True)
class Linking:
    """Where links go, None for nowhere, and whether open ones are replaced."""

    path: Path | None
    again: bool = False


def import_table(path: Path, source: str, linking: Linking, *, check: bool) -> None:
    """Report row by row; with `check` nothing is changed. Exit 1 when the table has problems."""
    _refuse_ending(linking.path)
    table = read_table(path, SHEETS)
    settings = Settings()
    if not check:
        upgrade(settings.database_url)
    deed = Deed(clock().astimezone(settings.zone))
    made: list[Invited] = []
    with (checked if check else connected)(settings) as session, session.begin():
        plan = importing.plan(session, read(session, table), source)
        report = importing.report(plan) if check else importing.apply(session, plan, deed)
        if linking.path is not None and not check:
            made = _links(session, plan, deed, linking)
            write(linking.path, people_links.table(made, settings.about_town))
    _show(report, check=check)
    _say_links(report, made, linking)


def read(session: Session, table: Table) -> Reading:
    """The reading of a table; every problem is said, and with one the command ends."""
    bodies = named((group.code, group.name) for group in groups.everyone(session))
    reading = read_people(table, known(session), bodies)
    refuse(reading.notices, reading.problems)
    return reading


def _links(session: Session, plan: Plan, deed: Deed, linking: Linking) -> list[Invited]:
    sending = Sending(chance(), deed, again=linking.again)
    there = [change for change in plan.changes if change.kind != "vanished"]
    return people_links.invite(session, plan.source, there, sending)


def _refuse_ending(path: Path | None) -> None:
    if path is not None and path.suffix.lower() not in ENDINGS:
        raise typer.BadParameter(f"{path.name}: links are written into .xlsx or .csv")


def _say_links(report: PeopleReport, made: list[Invited], linking: Linking) -> None:
    if linking.path is not None:
        typer.echo(f"{len(made)} links are in {linking.path}. Each works once; guard the file.")
    if waiting := len(report.missing) - len(made):
        typer.echo(f"{waiting} people have a role waiting for them that they have not accepted.")
        if linking.path is None:
            typer.echo("Invite them with: lotse import people … --links FILE.xlsx")


def _show(report: PeopleReport, *, check: bool) -> None:
    console = show(report, ("id", "name"), check=check)
    if report.count("vanished"):
        console.print("Who vanished keeps account and roles; take roles away with /people.")
