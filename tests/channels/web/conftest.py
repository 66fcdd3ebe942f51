"""A web that echoes, for tests of what lies around the conversation."""

from collections.abc import AsyncIterator

import pytest

from models.store import Store
from tests.channels.web.serving import Echo, Served, served
from tests.clock import Clock


@pytest.fixture
def clock() -> Clock:
    """A clock that stands still."""
    return Clock()


@pytest.fixture
def echo(store: Store) -> Echo:
    """Says again what was said."""
    return Echo(store)


@pytest.fixture
async def web(store: Store, clock: Clock, echo: Echo) -> AsyncIterator[Served]:
    """The web application, running."""
    async with served(store, clock, echo.converse) as running:
        yield running
