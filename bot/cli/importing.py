"""`lotse import offers`: read, say what is wrong or what changes, apply in one transaction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

import typer

from bot.cli import demo_people, measures
from bot.cli.offer_formats import SPOKEN, Format, Wanted, guessed
from bot.cli.offer_reading import read, read_table
from bot.cli.offer_submitting import tell, write
from bot.cli.offers_translating import fill
from bot.cli.opening import checked, connected
from bot.cli.progress import bar
from bot.cli.reading import refuse
from bot.cli.showing import Rows, show
from bot.settings import Settings
from models.base import Session
from models.imports import offers as importing
from models.imports.offers import OffersReport
from models.imports.problems import Unreadable
from models.imports.reading import Reading
from models.upgrading import upgrade

DEMO = Path(__file__).parent.parent.parent / "demo"
SOURCE = Format.table.value
MOST = 200
"""Rows that somebody reads."""


@dataclass(frozen=True, slots=True)
class How:
    """How to import: the source's name (else the format's), whose changes these are, whether only
    to look, whether to show every row, and into which languages to translate what is missing.
    """

    source: str = ""
    by: str = ""
    check: bool = False
    everything: bool = False
    translate: tuple[str, ...] = ()


def import_offers(wanted: Wanted, how: How) -> None:
    """Report row by row; with `check` nothing is changed. Exit 1 when there are problems."""
    form = wanted.form or _said(guessed(wanted.path))
    settings = Settings()
    reading = _read(wanted, form, settings.zone)
    if not how.check:
        upgrade(settings.database_url)
    opened = checked if how.check else connected
    with opened(settings) as session, session.begin():
        with bar("Comparing") as progress:
            plan = importing.plan(session, reading, how.source or form.value, progress)
        submitted = None if how.check else write(session, settings, plan, how.by)
    _show(importing.report(plan), how)
    if submitted is not None:
        tell(submitted)
    if how.translate and not how.check:
        fill(how.translate, how.source or form.value)


def fill_demo(session: Session) -> None:
    """The demo town's offers, people, measures, surveys and canned answers, in the caller's
    transaction.
    """
    from bot.cli import canned, survey_import

    importing.apply(session, importing.plan(session, read_table(DEMO), SOURCE))
    demo_people.fill_demo(session, DEMO, SOURCE)
    measures.fill_demo(session, DEMO, SOURCE)
    survey_import.fill_demo(session, DEMO / "surveys")
    canned.fill_demo(session, DEMO)


def _said(form: Format) -> Format:
    if form is not Format.table:
        typer.echo(f"Read as {SPOKEN[form]}; --format says otherwise.", err=True)
    return form


def _read(wanted: Wanted, form: Format, zone: ZoneInfo) -> Reading:
    try:
        with bar("Reading") as progress:
            reading = read(wanted, form, zone, progress)
    except Unreadable as error:
        typer.echo(str(error.problem), err=True)
        raise typer.Exit(1) from None
    refuse(reading.notices, reading.problems)
    return reading


def _show(report: OffersReport, how: How) -> None:
    rows = Rows(None, unchanged=True) if how.everything else Rows(MOST)
    console = show(report, ("id", "title"), _columns, check=how.check, rows=rows)
    behind = [row for row in report.rows if row.outdated]
    for row in behind[: rows.most]:
        console.print(f"Translations to look at: {row.source_id}: {_columns(row.outdated)}")
    if more := len(behind) - len(behind[: rows.most]):
        console.print(f"… and of {more} more. All of them: --all")


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
