"""A browser, and a town to look at with it. All in one loop, so that the browser starts once."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright

from models.catalogue import Catalogue
from models.store import Store
from tests.browser.browsing import CHROMIUM, QUIETLY, Place, Reader, Town, reader, town_at
from tests.clock import Clock

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test here runs in the browser's loop."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """Debian's Chromium, without a window."""
    if CHROMIUM is None:
        pytest.skip("no browser is installed (apt-get install chromium-headless-shell)")
    async with async_playwright() as playwright:
        launched = await playwright.chromium.launch(
            executable_path=CHROMIUM, args=list(QUIETLY), chromium_sandbox=False
        )
        yield launched
        await launched.close()


@pytest.fixture
def clock() -> Clock:
    """A Monday morning."""
    return Clock()


@pytest.fixture
def place(town: Store, catalogue: Catalogue, clock: Clock) -> Place:
    """The demo town on that morning."""
    return Place(town, catalogue, clock)


@pytest_asyncio.fixture(loop_scope="session")
async def lotse(place: Place) -> AsyncIterator[Town]:
    """The demo town, running."""
    async with town_at(place) as running:
        yield running


@pytest_asyncio.fixture(loop_scope="session")
async def person(browser: Browser, lotse: Town) -> AsyncIterator[Reader]:
    """A German speaker with a small phone."""
    async with reader(browser, lotse) as someone:
        yield someone
