"""The catalogue in memory follows the database, also when another process imported offers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from bot.conversation import Conversation
from models.base import Session
from models.catalogue import Catalogue, build, is_current


@dataclass(slots=True)
class Freshness:
    """Looks now and then; a new catalogue is built on a reader and put in place at once."""

    conversation: Conversation
    clock: Callable[[], datetime]

    async def look(self) -> bool:
        """Whether a new catalogue was put in place: offers changed, or the day did."""
        today = self.clock().astimezone(self.conversation.timezone).date()
        newer = await self.conversation.store.read(lambda session: self._newer(session, today))
        if newer is None:
            return False
        self.conversation.catalogue = newer
        return True

    def _newer(self, session: Session, today: date) -> Catalogue | None:
        now = self.conversation.catalogue
        if is_current(session, now, today):
            return None
        return build(session, now.answering, today, now)
