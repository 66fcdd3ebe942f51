"""`lotse chat`: a conversation in the terminal, with the real database."""

from __future__ import annotations

import asyncio
import getpass
import sys

import typer

from bot.catalogue import catalogue_on
from bot.channels.terminal import Terminal
from bot.clock import chance, clock
from bot.conversation import Conversation
from bot.logs import configure
from bot.settings import Settings
from models.engine import engine_for
from models.store import Store
from models.turn import Sender
from models.upgrading import upgrade


def talk(lang: str) -> None:
    """Talk until /quit. The person is this user of this machine."""
    configure()
    settings = Settings()
    upgrade(settings.database_url)
    store = Store(engine_for(settings.database_url))
    try:
        with store.transaction() as session:
            today = clock().astimezone(settings.zone).date()
            catalogue = catalogue_on(session, today)
        if not catalogue.offers:
            typer.echo("There are no offers yet. Fill in the demo town with: lotse run --demo")
        town, zone = settings.about_town, settings.zone
        conversation = Conversation(store, catalogue, town, zone, chance())
        sender = Sender(Terminal.name, getpass.getuser(), lang)
        asyncio.run(Terminal(conversation, clock, (sys.stdin, sys.stdout), sender).run())
    finally:
        store.close()
