"""`lotse report measures`: the report as a page or as a workbook."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import typer

from analysis.reports.document import Document
from analysis.reports.measures.building import measures_report
from bot.cli.opening import opened
from bot.clock import clock
from bot.settings import Settings
from bot.voice import Speaker
from models import measure_facts
from models.language import shipped

ENDINGS = (".html", ".xlsx")


def report_measures(path: Path, lang: str) -> None:
    """Write the report on measures as of today. Exit 2 for a path or language nobody knows."""
    settings = Settings()
    language = lang or settings.default_language
    _check(path, language)
    today = clock().astimezone(settings.zone).date()
    with opened(settings) as session:
        facts = measure_facts.facts(session, settings.about_town, today, language)
    document = measures_report(facts, Speaker(language))
    try:
        path.write_bytes(_form(path)(document))
    except OSError as error:
        raise typer.BadParameter(f"{path} cannot be written: {error.strerror}") from None
    typer.echo(f"{document.title}, {document.as_of}: {path}")


def _check(path: Path, language: str) -> None:
    if path.suffix.lower() not in ENDINGS:
        raise typer.BadParameter(f"{path.name}: a report ends with {' or '.join(ENDINGS)}")
    if language not in shipped():
        raise typer.BadParameter(f"no catalog for {language}; shipped: {', '.join(shipped())}")


def _form(path: Path) -> Callable[[Document], bytes]:
    """Imported late: each brings a library of its own."""
    if path.suffix.lower() == ".xlsx":
        from analysis.reports.xlsx import xlsx

        return xlsx
    from analysis.reports.html import html

    return lambda document: html(document).encode()
