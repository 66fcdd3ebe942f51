"""`lotse run`: everything in one process, until it is asked to stop."""

from __future__ import annotations

import asyncio

import typer

from bot.cli.importing import fill_demo
from bot.logs import configure
from bot.main import composed, stopping_on_signals
from bot.settings import Settings
from models.engine import engine_for
from models.offers import revision
from models.store import Store
from models.upgrading import upgrade


def run_until_stopped(*, demo: bool) -> None:
    """Migrate, fill an empty database when asked to, and run."""
    configure()
    settings = Settings()
    upgrade(settings.database_url)
    store = Store(engine_for(settings.database_url))
    try:
        if demo:
            _fill_when_empty(store)
        asyncio.run(_serve(settings, store))
    finally:
        store.close()


def _fill_when_empty(store: Store) -> None:
    with store.transaction() as session:
        if revision(session) == 0:
            fill_demo(session)


async def _serve(settings: Settings, store: Store) -> None:
    lotse = composed(settings, store)
    with stopping_on_signals(lotse):
        _welcome(settings)
        await lotse.serve()


def _welcome(settings: Settings) -> None:
    """How to try it, in plain words."""
    address = settings.public_url or f"http://{settings.http_host}:{settings.http_port}/"
    typer.echo(f"Lotse for {settings.town} is running. Stop it with Ctrl+C.")
    typer.echo(f"  A newcomer in the browser:   {address}")
    typer.echo(f"  straight in Arabic:          {address}?lang=ar")
    typer.echo("  A newcomer in the terminal:  lotse chat --lang en")
    typer.echo('  One question:                lotse ask "Wo kann ich Deutsch lernen?"')
    if not settings.telegram_token.get_secret_value():
        typer.echo("  Telegram:                    set LOTSE_TELEGRAM_TOKEN and start again")
