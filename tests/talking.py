"""Lotse as tests talk to it: the real door, a real database, a clock that stands still."""

from collections import deque
from dataclasses import replace
from functools import cache
from random import Random
from zoneinfo import ZoneInfo

from bot.conversation import Conversation
from bot.settings import Settings
from bot.words_folder import words_folder
from models.answering import Answering
from models.catalogue import Catalogue, build
from models.store import Store
from models.town import Town
from models.words import load_words
from search.engine import TextIndex
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
    earlier = replace(_EARLIER[0], database="") if _EARLIER else None
    with store.transaction() as session:
        made = build(session, answering(), clock().astimezone(BERLIN).date(), earlier)
    _EARLIER.append(made)
    return made


@cache
def answering() -> Answering:
    """One index for all tests: of their towns, which are much alike, only what differs is new."""
    return Answering(TextIndex(), load_words(words_folder(None)))
