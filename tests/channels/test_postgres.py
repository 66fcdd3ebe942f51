"""The same conversations over PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.cli.importing import fill_demo
from models.engine import engine_for
from models.store import Store
from models.upgrading import upgrade
from tests.channels.test_terminal import at_the_terminal
from tests.clock import Clock
from tests.conversations.script import Stage, language_of, play, scripts


@pytest.fixture
def town(postgres_url: str) -> Iterator[Store]:
    upgrade(postgres_url)
    opened = Store(engine_for(postgres_url))
    with opened.transaction() as session:
        fill_demo(session)
    yield opened
    opened.close()


async def test_conversations(town: Store) -> None:
    """All of them one after the other, each by a person of its own."""
    for script in scripts():
        await converse(script, town)


async def converse(script: Path, town: Store) -> None:
    clock = Clock()
    async with at_the_terminal(town, clock, language_of(script), script.stem) as person:
        await play(script, Stage(person, clock, town))
