"""`lotse export offers`: all offers of a source, as HSDS or as the offers table."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

import typer

from bot.cli.offer_formats import OutFormat
from bot.cli.opening import opened
from bot.cli.progress import Progress, bar
from bot.settings import Settings
from models.base import Session
from models.exports import offers
from models.exports.hsds.writing import Catalog, write_folder, write_json, write_zip
from models.imports.problems import Unreadable

ENDINGS: Mapping[OutFormat, tuple[str, ...]] = {
    OutFormat.hsds: (".json", ".zip", ""),
    OutFormat.table: (".xlsx", ".csv", ""),
}
"""What a path may end in; "" is a folder."""


def export(path: Path, form: OutFormat | None, source: str) -> None:
    """Write them all. Exit 1 when it does not go there or there is nothing to write."""
    form = form or _by_ending(path)
    if path.suffix.lower() not in ENDINGS[form]:
        known = ", ".join(x or "a folder" for x in ENDINGS[form])
        _refuse(f"{path.name}: {form.value} is written to {known}")
    with opened(Settings()) as session:
        catalog = offers.catalog(session, _source(session, source))
    try:
        with bar("Writing") as progress:
            _write(catalog, path, form, progress)
    except Unreadable as error:
        _refuse(str(error.problem))
    except OSError as error:
        _refuse(f"{path}: {error.strerror or type(error).__name__}")
    typer.echo(f"{len(catalog.offers)} offers are in {path}.")


def _by_ending(path: Path) -> OutFormat:
    table = path.suffix.lower() in (".xlsx", ".csv")
    return OutFormat.table if table else OutFormat.hsds


def _source(session: Session, source: str) -> str:
    """The one that was said, or the only one there is."""
    known = offers.sources(session)
    found = ", ".join(f"{name} ({count})" for name, count in known.items())
    if not known:
        _refuse("There are no offers.")
    if source and source not in known:
        _refuse(f"There are no offers of a source “{source}”, but of {found}.")
    if not source and len(known) > 1:
        _refuse(f"There are offers of several sources: {found}. Say which: --source")
    return source or next(iter(known))


def _write(catalog: Catalog, path: Path, form: OutFormat, progress: Progress) -> None:
    if form is OutFormat.table:
        from models.exports.offers_table import write_table

        write_table(catalog.offers, catalog.fields, path)
    elif not path.suffix:
        write_folder(catalog, path, progress)
    elif path.suffix.lower() == ".json":
        write_json(catalog, path, progress)
    else:
        write_zip(catalog, path, progress)


def _refuse(sentence: str) -> NoReturn:
    typer.echo(sentence, err=True)
    raise typer.Exit(1)
