"""What a file of news says and whom it would reach, in the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import typer

from analysis.news.duration import duration, rates
from bot.settings import Settings
from models import news_audience
from models.base import Session
from models.imports.news_writing import Ready
from models.news import Missing
from models.news_audience import FEWEST, Counts, Reach
from models.news_text import GERMAN

MINUTE = timedelta(minutes=1)


def show(session: Session, settings: Settings, file: Ready, done: str) -> None:
    """Title, languages, time; numbers by language and channel; and what was done."""
    text = file.texts.get(GERMAN) or next(iter(file.texts.values()))
    typer.echo(f"{file.name}: {text.title} ({', '.join(file.texts)})")
    for line in (*_about(file), *_reaches(session, settings, file), done):
        typer.echo(f"  {line}")


def _about(file: Ready) -> Iterator[str]:
    if file.event:
        place = f", {file.event.place}" if file.event.place else ""
        yield f"takes place: {file.event.begins:%Y-%m-%d %H:%M}{place}"
    if file.schedule.first:
        yield f"first sent: {file.schedule.first:%Y-%m-%d %H:%M}"
    if file.schedule.rule:
        yield f"repeats: {file.schedule.rule}"


def _reaches(session: Session, settings: Settings, file: Ready) -> Iterator[str]:
    if file.audience.is_empty:
        yield "for nobody yet" if not file.options.public else "only for everybody to read"
        return
    counts = news_audience.counted(session, _reach(settings, file))
    yield from _lines(counts)
    takes = duration(counts.by_channel(), rates(settings.telegram_rate))
    yield f"reaches {counts.total}; takes about {max(1, round(takes / MINUTE))} min."


def _lines(counts: Counts) -> Iterator[str]:
    for where in sorted({*counts.staff, *counts.public, *counts.few}):
        number = counts.staff.get(where, 0) + counts.public.get(where, 0)
        few = f"fewer than {FEWEST} who subscribed" if where in counts.few else ""
        yield f"{' '.join(where)}: {', '.join(filter(None, [str(number or ''), few]))}"


def _reach(settings: Settings, file: Ready) -> Reach:
    town, skips = settings.about_town, file.options.missing is Missing.SKIP
    versions = frozenset(file.texts) if skips else None
    return Reach(file.audience, frozenset(town.channels), town.default_language, versions)
