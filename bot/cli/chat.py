"""`lotse chat`: a conversation in the terminal, with the real database."""

from __future__ import annotations

import asyncio
import getpass
import sys
from datetime import datetime

import typer

from bot.catalogue import answering_in
from bot.channels.terminal import Terminal
from bot.clock import chance, clock
from bot.conversation import Conversation
from bot.logs import configure
from bot.secret import survey_secret
from bot.settings import Settings
from models import accounts, demo_people
from models import person as people
from models.base import Session
from models.catalogue import build
from models.engine import engine_for
from models.role import Role
from models.roles import Deed
from models.store import Store
from models.turn import Sender
from models.upgrading import upgrade


def talk(lang: str, role: Role | None = None) -> None:
    """Talk until /quit. The person is this user of this machine, or with `role` another one, who
    acts for an account of the demo town.
    """
    configure()
    settings = Settings()
    upgrade(settings.database_url)
    store = Store(engine_for(settings.database_url))
    sender = Sender(Terminal.name, _address(role), lang)
    try:
        with store.transaction() as session:
            now = clock().astimezone(settings.zone)
            answering = answering_in(settings.index_folder)
            catalogue = build(session, answering, now.date())
            _take_up(session, sender, role, now)
        if not catalogue.offers:
            typer.echo("There are no offers yet. Fill in the demo town with: lotse run --demo")
        town, zone = settings.about_town, settings.zone
        secret = survey_secret(settings)
        conversation = Conversation(store, catalogue, town, zone, chance(), secret)
        asyncio.run(Terminal(conversation, clock, (sys.stdin, sys.stdout), sender).run())
    finally:
        store.close()


def _address(role: Role | None) -> str:
    user = getpass.getuser()
    return user if role is None else f"{user} as {role}"[-64:]


def _take_up(session: Session, sender: Sender, role: Role | None, now: datetime) -> None:
    """Whoever can run commands here can do anything anyway."""
    if role is None:
        return
    account = demo_people.at_the_terminal(session, role, Deed(now))
    person = people.meet(session, sender, now.date())
    accounts.link(session, person.id, account)
