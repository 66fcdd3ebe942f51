"""A mail server, and a Lotse that sends through it."""

from collections.abc import AsyncIterator

import pytest

from bot.channels.mail import MailChannel
from models.catalogue import Catalogue
from models.store import Store
from tests.channels.mail.house import House
from tests.channels.mail.postbox import Postbox, serving
from tests.clock import Clock


@pytest.fixture
def clock() -> Clock:
    """A Monday morning."""
    return Clock()


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
