"""`lotse offers outdated`: translations older than their German text, and offers to look at."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

import typer
from rich.console import Console
from rich.table import Table as Grid

from bot.cli.opening import opened
from bot.clock import clock
from bot.settings import Settings
from models import outdated
from models.outdated import Behind, Overdue

BEHIND = ("id", "title", "language", "texts")
OVERDUE = ("id", "title", "kept by", "why", "since", "asked")


def show(language: str, *, as_json: bool) -> None:
    """Of one language only its translations; else of all, and what is to be looked at again."""
    settings = Settings()
    today = clock().astimezone(settings.zone).date()
    with opened(settings) as session:
        behind = outdated.translations(session, today, language)
        rules = settings.about_town.offer_rules
        overdue = [] if language else outdated.overdue(session, today, rules)
    if as_json:
        typer.echo(json.dumps(_plain(behind, overdue), ensure_ascii=False))
    else:
        _print(behind, overdue)


def _print(behind: Sequence[Behind], overdue: Sequence[Overdue]) -> None:
    console = Console(markup=False, highlight=False)
    if behind:
        _table(console, BEHIND, [_behind(one) for one in behind])
    console.print(f"Translations older than the German text: {len(behind)}.")
    if overdue:
        _table(console, OVERDUE, [_overdue(one) for one in overdue])
        console.print(f"Offers to look at again: {len(overdue)}.")


def _table(console: Console, names: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    grid = Grid(box=None, pad_edge=False)
    for name in names:
        grid.add_column(name, overflow="fold")
    for row in rows:
        grid.add_row(*row)
    console.print(grid)


def _behind(one: Behind) -> tuple[str, ...]:
    return (one.offer.source_id, one.offer.title, one.language, ", ".join(one.fields))


def _overdue(one: Overdue) -> tuple[str, ...]:
    days = (one.since.isoformat(), _day(one.asked) or "")
    return (one.offer.source_id, one.offer.title, one.offer.kept_by, one.reason, *days)


def _plain(behind: Sequence[Behind], overdue: Sequence[Overdue]) -> dict[str, Any]:
    return {
        "translations": [
            {
                "offer": one.offer.id,
                "source_id": one.offer.source_id,
                "title": one.offer.title,
                "language": one.language,
                "texts": one.fields,
            }
            for one in behind
        ],
        "reviews": [
            {
                "offer": one.offer.id,
                "source_id": one.offer.source_id,
                "title": one.offer.title,
                "keeper": one.offer.kept_by,
                "reason": one.reason,
                "since": one.since.isoformat(),
                "asked": _day(one.asked),
            }
            for one in overdue
        ],
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
