"""Lotse as tests talk to it: the real door, a real database, a clock that stands still."""

from collections import deque
from random import Random
from zoneinfo import ZoneInfo

from bot.catalogue import catalogue_on
from bot.conversation import Conversation
from bot.settings import Settings
from models.catalogue import Catalogue
from models.store import Store
from models.town import Town
from tests.clock import Clock

BERLIN = ZoneInfo("Europe/Berlin")
_EARLIER: deque[Catalogue] = deque(maxlen=1)


def town_named() -> Town:
    """The demo town, with every language there is."""
    return Settings(_env_file=None).about_town


def conversation_in(store: Store, clock: Clock, seed: int = 0) -> Conversation:
    """The door to `store`, as bot.main builds it."""
    return Conversation(store, catalogue_in(store, clock), town_named(), BERLIN, Random(seed))


def catalogue_in(store: Store, clock: Clock) -> Catalogue:
    """The offers in `store`; sooner when they are those of the test before, as Lotse itself does.

    Made from nothing, a catalogue takes longer than most conversations.
    """
    earlier = _EARLIER[0] if _EARLIER else None
    with store.transaction() as session:
        made = catalogue_on(session, clock().astimezone(BERLIN).date(), earlier)
    _EARLIER.append(made)
    return made
