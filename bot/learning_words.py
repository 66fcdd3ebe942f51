"""Word translations are learned anew when offers changed, in a child process."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.children import in_child
from models import learned_words, offers
from models.base import Session
from models.engine import engine_for
from models.search_index import document
from models.store import Store
from search.translating.learning import learn_translations

log = logging.getLogger(__name__)
MOST = 5000
"""Offers that are learned from; more teach hardly more words."""


@dataclass(frozen=True, slots=True)
class WordLearning:
    """Looks now and then whether there is something to learn from; `beside` runs it apart."""

    store: Store
    database_url: str
    timezone: ZoneInfo
    clock: Callable[[], datetime]
    beside: Callable[..., Awaitable[tuple[str, int]]] = in_child

    async def look(self) -> bool:
        """Whether words were learned anew."""
        now = self.clock()
        if not await self.store.read(lambda session: learned_words.are_due(session, now)):
            return False
        today = now.astimezone(self.timezone).date()
        found, revision = await self.beside(learned_from, self.database_url, today)
        await self.store.write(
            lambda session: learned_words.keep(session, found, revision, now), alone=True
        )
        log.info("words learned", extra={"revision": revision})
        return True


def learned_from(database_url: str, today: date) -> tuple[str, int]:
    """Word translations from the offers of a database, as text, and the revision of the offers."""
    engine = engine_for(database_url)
    try:
        with Session(engine) as session:
            revision = offers.revision(session)
            standing = offers.standing(session, today)[:MOST]
            documents = [document(offer) for offer in offers.some(session, standing, today)]
            return learn_translations(documents).to_json(), revision
    finally:
        engine.dispose()
