"""A mail server, and a Lotse that sends through it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.catalogue import catalogue_on
from bot.channels.mail import MailChannel
from models.catalogue import Catalogue
from models.engine import engine_for
from models.store import Store
from tests.channels.mail.house import House
from tests.channels.mail.postbox import Postbox, serving
from tests.clock import Clock


@pytest.fixture
def clock() -> Clock:
    """A Monday morning."""
    return Clock()


@pytest.fixture(scope="session")
def catalogue(settled: Path) -> Catalogue:
    """The demo town's offers, ready for questions; built once, because that takes a while."""
    store = Store(engine_for(f"sqlite:///{settled}"))
    with store.transaction() as session:
        built = catalogue_on(session, Clock()().date())
    store.close()
    return built


@pytest.fixture
def house(town: Store, catalogue: Catalogue, clock: Clock) -> House:
    """The demo town on that morning."""
    return House(town, catalogue, clock)


@pytest.fixture
async def postbox() -> AsyncIterator[Postbox]:
    """A server that takes everything."""
    async with serving(Postbox()) as running:
        yield running


@pytest.fixture
def mail(postbox: Postbox, house: House) -> MailChannel:
    """A channel that sends there."""
    return house.mail_to(postbox)
