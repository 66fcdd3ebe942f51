"""`lotse import offers ADDRESS --region R`: fetched and imported; when it fails nothing changes."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from datetime import date

import pytest
import pytest_asyncio
from typer.testing import CliRunner, Result

from bot.__main__ import app
from models import offers
from models.offer import Offer
from tests.bot import integreat_server
from tests.bot.integreat_server import SAVED, Server, status, truncated
from tests.databases import Templates, opened

TODAY = date(2026, 9, 1)


@pytest_asyncio.fixture
async def server() -> AsyncIterator[Server]:
    async with integreat_server.running() as running:
        yield running


@pytest.fixture
def url(sqlite: Templates) -> Iterator[str]:
    with sqlite.like(sqlite.migrated) as url:
        yield url


async def imported(url: str, *words: str) -> Result:
    """What `lotse import offers …` says, while the server goes on."""
    runner = CliRunner(env={"LOTSE_DATABASE_URL": url})
    return await asyncio.to_thread(lambda: runner.invoke(app, ["import", "offers", *words]))


def stored(url: str) -> dict[str, Offer]:
    with opened(url) as store, store.transaction() as session:
        return {offer.source_id: offer for offer in offers.load(session, TODAY)}


async def test_a_region_comes_by_its_address(server: Server, url: str) -> None:
    told = await imported(url, server.url, "--region", "mittelstadt", "--trial")

    assert told.exit_code == 0, told.output
    assert "9 new, 0 changed, 0 unchanged, 0 vanished. Done." in told.output
    assert stored(url)["locations.buergerbuero"].texts["en"]["description"] == (
        "Register your home here."
    )
    assert server.trials == server.asked


async def test_what_is_saved_is_the_same_as_what_is_fetched(server: Server, url: str) -> None:
    await imported(url, server.url, "--region", "mittelstadt")
    told = await imported(url, str(SAVED))

    assert "0 new, 0 changed, 9 unchanged, 0 vanished." in told.output


async def test_a_region_that_does_not_come_whole_changes_nothing(server: Server, url: str) -> None:
    await imported(url, server.url, "--region", "mittelstadt")
    before = stored(url)
    for broken in (truncated, status(403), status(200, "<html>"), status(200, '[{"id": 1')):
        server.instead = {"de/locations/": broken}
        told = await imported(url, server.url, "--region", "mittelstadt")
        assert told.exit_code == 1, told.output
        assert "Traceback" not in told.output
        assert stored(url) == before


async def test_what_vanished_there_is_no_longer_shown(server: Server, url: str) -> None:
    await imported(url, server.url, "--region", "mittelstadt")
    server.instead = {"de/events/": status(200, "[]")}
    told = await imported(url, server.url, "--region", "mittelstadt")

    assert "3 vanished" in told.output
    assert "locations.park" in stored(url)
    assert "events.sprachcafe" not in stored(url)
