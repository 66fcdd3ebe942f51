"""Lotse with a mail channel, people with mailboxes, and rows on their way to them."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

import httpx

from bot.channels import DeliveryError
from bot.channels.journey import Journey
from bot.channels.mail import MailChannel
from bot.channels.mail_url import SmtpSettings
from bot.conversation import Conversation
from bot.http import port_of, server
from bot.message import Key, Line, Message, to_json
from handlers.menu import Open
from models import accounts, mailbox
from models import person as people
from models.catalogue import Catalogue
from models.delivery import Kind
from models.delivery_claim import Outgoing
from models.delivery_work import Result
from models.store import Store
from models.turn import Sender
from tests.channels.mail.postbox import Postbox
from tests.channels.web.serving import browser_at, site
from tests.clock import Clock
from tests.talking import BERLIN, town_named
from web.app import build

HERE = "https://lotse.example"
HER = "frau.berger@stadt.example"


@dataclass(frozen=True)
class House:
    """A database, the offers, and a time."""

    store: Store
    catalogue: Catalogue
    clock: Clock

    def mail_to(self, postbox: Postbox, **smtp: Any) -> MailChannel:
        """A channel whose mail goes there; `smtp` are further settings."""
        usual = {"host": "127.0.0.1", "port": postbox.port, "tls": "never", "patience": 5.0}
        settings = SmtpSettings(sender="lotse@stadt.example", **{**usual, **smtp})
        town = replace(town_named(), address=HERE, public_url=HERE)
        talk = Conversation(self.store, self.catalogue, town, BERLIN, Random(0))
        return MailChannel(settings, "a secret of the tests", talk, self.clock)


def account_with(store: Store, address: str = HER, language: str = "de") -> int:
    """Somebody with a task and this address, who never followed a link."""
    with store.transaction() as session:
        today = Clock()().date()
        return accounts.make(session, today, "Sozialamt", email=address, language=language)


def newcomer_with(store: Store, address: str = HER) -> None:
    """Somebody without a task, of whom nothing but the address is known."""
    with store.transaction() as session:
        people.meet(session, Sender(mailbox.CHANNEL, address), Clock()().date())


def reminder(*, lang: str = "de", line: str = "Maßnahme 3.1 ist am Freitag fällig.") -> Message:
    """A message with three buttons."""
    keys = (
        (Key("Aufgaben", data=Open(page="topics").pack()), Key("Hilfe", data="open:help")),
        (Key("Zur Stadt", href="https://stadt.example/integration"),),
    )
    return Message(lang, "rtl" if lang == "ar" else "ltr", (Line(line, lang),), keys=keys)


def row(message: Message, address: str = HER, kind: Kind = Kind.REMINDER, id: int = 12) -> Outgoing:
    """A claimed row with that message."""
    return Outgoing(id, kind, mailbox.CHANNEL, address, to_json(message))


@dataclass
class Notes:
    """Where a journey is written down in these tests."""

    left: list[int] = field(default_factory=list)

    async def leave(self, id: int) -> bool:
        """It leaves."""
        self.left.append(id)
        return True

    def record(self, result: Result) -> None:
        """Nobody asks."""

    async def settle(self, id: int, unit: Any, result: Any) -> Any:
        """Not the way mail goes."""
        raise NotImplementedError


async def carried(channel: MailChannel, outgoing: Outgoing) -> Journey:
    """Bring a row; the journey says how far it came."""
    journey = Journey(outgoing, Notes())
    await channel.carry(journey)
    return journey


async def error_of(channel: MailChannel, outgoing: Outgoing | None = None) -> DeliveryError:
    """Why a row did not arrive."""
    try:
        await carried(channel, outgoing or row(reminder()))
    except DeliveryError as error:
        return error
    raise AssertionError("it arrived")


@asynccontextmanager
async def pages_of(channel: MailChannel) -> AsyncIterator[httpx.AsyncClient]:
    """The web application with the channel's pages, and a browser without scripts."""
    http = server(build(channel.routes(), site()), "127.0.0.1", 0)
    async with asyncio.TaskGroup() as running:
        running.create_task(channel.run())
        serving = running.create_task(http.serve())
        await http.listening.wait()
        try:
            origin = f"http://127.0.0.1:{port_of(http)}"
            async with browser_at(origin) as browser:
                yield browser
        finally:
            await channel.stop()
            http.should_exit = True
            await asyncio.wait([serving])  # also after a failure, or its socket would stay open
