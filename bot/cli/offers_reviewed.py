"""`lotse offers reviewed`: somebody has read what a machine translated."""

from __future__ import annotations

from collections.abc import Sequence

import typer
from rich.console import Console
from rich.table import Table as Grid

from bot.cli.opening import opened
from bot.clock import clock
from bot.settings import Settings
from models import offer_reviewing
from models.base import Session


def review(language: str, names: Sequence[str], *, check: bool) -> None:
    """Mark the texts of these offers, or of all, in one transaction; with `check` show them."""
    settings = Settings()
    with opened(settings) as session, session.begin():
        ids = _ids(session, names) if names else None
        if check:
            _show(session, language, ids)
            return
        at = clock().astimezone(settings.zone)
        count = offer_reviewing.reviewed(session, at, language, ids)
    typer.echo(f"Texts in {language} that count as a human's from now on: {count}.")


def _ids(session: Session, names: Sequence[str]) -> frozenset[int]:
    """Exit 1 where there is no such offer."""
    known = offer_reviewing.numbers(session, names)
    if missing := sorted(set(names) - set(known)):
        typer.echo(f"There is no offer {', '.join(missing)}. Nothing was changed.", err=True)
        raise typer.Exit(1)
    return frozenset(id for ids in known.values() for id in ids)


def _show(session: Session, language: str, ids: frozenset[int] | None) -> None:
    console = Console(markup=False, highlight=False)
    grid = Grid(box=None, pad_edge=False)
    for name in ("id", "field", "text"):
        grid.add_column(name, overflow="fold")
    found = offer_reviewing.unread(session, language, ids)
    for text in found:
        grid.add_row(text.source_id, text.field, text.text)
    if found:
        console.print(grid)
    console.print(f"Texts in {language} that only a machine has made: {len(found)}. Only checked.")
