"""Lotse as tests talk to it: the real door, a real database, a clock that stands still."""

from random import Random
from zoneinfo import ZoneInfo

from bot.conversation import Conversation
from bot.settings import Settings
from models.catalogue import Catalogue
from models.store import Store
from models.town import Town
from tests.clock import Clock
from tests.indexed import indexed

BERLIN = ZoneInfo("Europe/Berlin")


def town_named() -> Town:
    """The demo town, with every language there is."""
    return Settings(_env_file=None).about_town


def conversation_in(store: Store, clock: Clock, seed: int = 0) -> Conversation:
    """The door to `store`, as bot.main builds it."""
    return Conversation(store, catalogue_in(store, clock), town_named(), BERLIN, Random(seed))


def catalogue_in(store: Store, clock: Clock) -> Catalogue:
    """The offers in `store`."""
    return indexed(store, clock().astimezone(BERLIN).date())
