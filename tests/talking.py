"""Lotse as tests talk to it: the real door, a real database, a clock that stands still."""

from random import Random
from zoneinfo import ZoneInfo

from bot.catalogue import catalogue_on
from bot.conversation import Conversation
from bot.settings import Settings
from models.store import Store
from models.town import Town
from tests.clock import Clock

BERLIN = ZoneInfo("Europe/Berlin")


def town_named() -> Town:
    """The demo town, with every language there is."""
    return Settings(_env_file=None).about_town


def conversation_in(store: Store, clock: Clock, seed: int = 0) -> Conversation:
    """The door to `store`, as bot.main builds it."""
    with store.transaction() as session:
        catalogue = catalogue_on(session, clock().astimezone(BERLIN).date())
    return Conversation(store, catalogue, town_named(), BERLIN, Random(seed))
