"""`lotse run`: everything in one process, until it is asked to stop."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

import typer

from bot.cli import news
from bot.cli.demo_people import links
from bot.cli.importing import DEMO, fill_demo
from bot.logs import configure
from bot.main import composed, stopping_on_signals
from bot.settings import Settings
from models.engine import engine_for
from models.offers import revision
from models.role import Role
from models.store import Store
from models.upgrading import upgrade

Links = Mapping[Role, str]


def run_until_stopped(*, demo: bool) -> None:
    """Migrate, fill an empty database when asked to, and run."""
    configure()
    settings = Settings()
    upgrade(settings.database_url)
    store = Store(engine_for(settings.database_url))
    try:
        roles = _filled_when_empty(settings, store) if demo else {}
        asyncio.run(_serve(settings, store, roles))
    finally:
        store.close()


def _filled_when_empty(settings: Settings, store: Store) -> Links:
    """The links to try each role with: known only while they are made."""
    with store.transaction() as session:
        if revision(session) > 0:
            return {}
        fill_demo(session)
        news.fill_demo(session, DEMO / "news", settings)
        return links(session, settings)


async def _serve(settings: Settings, store: Store, roles: Links) -> None:
    lotse = composed(settings, store)
    with stopping_on_signals(lotse):
        _welcome(settings, roles)
        await lotse.serve()


def _welcome(settings: Settings, roles: Links) -> None:
    """How to try it, in plain words."""
    address = settings.public_url or f"http://{settings.http_host}:{settings.http_port}/"
    typer.echo(f"Lotse for {settings.town} is running. Stop it with Ctrl+C.")
    typer.echo(f"  A newcomer in the browser:   {address}")
    typer.echo(f"  straight in Arabic:          {address}?lang=ar")
    typer.echo("  A newcomer in the terminal:  lotse chat --lang en")
    typer.echo('  One question:                lotse ask "Wo kann ich Deutsch lernen?"')
    if not settings.telegram_token.get_secret_value():
        typer.echo("  Telegram:                    set LOTSE_TELEGRAM_TOKEN and start again")
    _invite(roles)


def _invite(roles: Links) -> None:
    """A link for each role, in a browser of its own or after /delete, each works once."""
    if not roles:
        typer.echo("  Somebody with a role:        lotse invite manager, or lotse chat --as owner")
        return
    typer.echo("  Somebody with a role (each link works once, best in a private window):")
    for role, link in roles.items():
        typer.echo(f"    {role:<14} {link}")
    typer.echo("    in the terminal: lotse chat --as manager")
