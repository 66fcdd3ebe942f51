"""A Lotse with the demo town that talks to a stand-in Bot API server over HTTP."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from random import Random

import pytest
from aiogram import Bot
from sqlalchemy import text

from bot.channels.telegram import TelegramChannel
from bot.channels.telegram_settings import TelegramSettings, Timing, WebhookSettings
from bot.channels.telegram_turns import Reader
from bot.conversation import Conversation
from models.catalogue import Catalogue
from models.role import Role
from models.store import Store
from tests.clock import Clock
from tests.standin import StandIn
from tests.talking import BERLIN, town_named

QUICK = Timing(first_delay=0.01, longest_delay=0.05, patience=5.0)
LANGUAGES = ("de", "en", "ar", "uk")
TROUBLE = {
    "sqlite": ("ALTER TABLE {} RENAME TO elsewhere", "ALTER TABLE elsewhere RENAME TO {}"),
    "postgresql": (
        """
        CREATE FUNCTION fails() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RAISE disk_full; END$$;
        CREATE TRIGGER trouble BEFORE INSERT OR UPDATE OR DELETE ON {} EXECUTE FUNCTION fails()
        """,
        "DROP FUNCTION fails CASCADE",
    ),
}
Start = Callable[..., AbstractAsyncContextManager[TelegramChannel]]


@pytest.fixture
def store(town: Store) -> Store:
    """The demo town's."""
    return town


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def conversation(store: Store, catalogue: Catalogue) -> Conversation:
    return Conversation(store, catalogue, town_named(), BERLIN, Random(7))


@pytest.fixture
async def server() -> AsyncIterator[StandIn]:
    async with StandIn(retry_delay=0.01) as running:
        yield running


@pytest.fixture
def start(server: StandIn, conversation: Conversation, clock: Clock) -> Start:
    """`async with start() as channel:` runs Lotse's Telegram channel and stops it kindly."""

    @asynccontextmanager
    async def running(
        timing: Timing = QUICK, webhook: WebhookSettings | None = None
    ) -> AsyncIterator[TelegramChannel]:
        settings = TelegramSettings(server.token, server.url, LANGUAGES, webhook, timing)
        channel = TelegramChannel(settings, conversation, clock, commands)
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(channel.run())
            yield channel
            await channel.stop()

    return running


@pytest.fixture
async def lotse(server: StandIn, start: Start) -> AsyncIterator[TelegramChannel]:
    """A running channel; at the end Telegram must have had nothing to complain about."""
    async with start() as channel:
        await server.until_polled()
        yield channel
    assert server.violations == []


@pytest.fixture
def reader() -> Reader:
    return Reader(Bot("42:secret"), "lotse_bot", Clock())


@contextmanager
def moved_away(store: Store, table: str) -> Iterator[None]:
    """A database in trouble: one of its tables is not where it should be.

    For PostgreSQL that would be a mistake of ours, so its disk is full.
    """
    before, after = TROUBLE[store.engine.dialect.name]
    with store.transaction() as session:
        session.execute(text(before.format(table)))
    yield
    with store.transaction() as session:
        session.execute(text(after.format(table)))


def commands(language: str, roles: frozenset[Role]) -> list[tuple[str, str]]:
    """A menu of two commands, and one that Telegram does not take."""
    whose = f" for {', '.join(sorted(roles))}" if roles else ""
    return [("help", f"help in {language}{whose}"), ("language", "a"), ("löschen", "b")]
