"""`lotse import canned`: read, say what is wrong or what changes, apply in one transaction."""

from __future__ import annotations

from pathlib import Path

import typer

from bot.cli.opening import checked, connected
from bot.cli.showing import show
from bot.settings import Settings
from models.base import Session
from models.imports.canned import apply
from models.imports.canned_file import CannedFile, read_canned
from models.imports.news_places import Wrong
from models.upgrading import upgrade

DEMO = "canned.toml"


def import_file(path: Path, *, check: bool) -> None:
    """Report one by one; with `check` nothing is changed. Exit 1 when the file has problems."""
    wanted = _read(path)
    settings = Settings()
    if not check:
        upgrade(settings.database_url)
    with (checked if check else connected)(settings) as session, session.begin():
        report = apply(session, wanted, check=check)
    show(report, ("code", "title"), check=check)


def fill_demo(session: Session, folder: Path) -> None:
    """The demo town's canned answers, in the caller's transaction."""
    apply(session, _read(folder / DEMO))


def _read(path: Path) -> dict[str, CannedFile]:
    try:
        return read_canned(path)
    except Wrong as wrong:
        for complaint in wrong.complaints:
            typer.echo(str(complaint), err=True)
        typer.echo(f"Problems: {len(wrong.complaints)}. Nothing was changed.", err=True)
        raise typer.Exit(1) from None
