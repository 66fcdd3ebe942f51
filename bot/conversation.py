"""The door: what a person did goes in, the reply she is owed comes out."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from random import Random
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.message import to_json
from bot.render import render
from handlers import respond
from handlers.context import Context
from handlers.sorry import apology
from models import inbox, person as people
from models.catalogue import Catalogue
from models.inbox import Owed
from models.person import Person
from models.store import Store
from models.town import Town
from models.turn import Reply, Turn

log = logging.getLogger(__name__)
Respond = Callable[[Turn, Context], Reply | None]


@dataclass(slots=True)
class Conversation:
    """One for all channels. `catalogue` is replaced as a whole when the offers change."""

    store: Store
    catalogue: Catalogue
    town: Town
    timezone: ZoneInfo
    rng: Random

    async def converse(self, turn: Turn) -> Owed | None:
        """Handle a turn once and for all: its effects and the owed reply are committed together.

        None when the turn was handled before, or wants no answer. A bug is logged without what
        was typed and answered with an apology. Raises what the database raises.
        """
        try:
            return await self.store.write(lambda session: self._unit(session, turn, respond))
        except Exception:
            log.exception("turn failed", extra={"turn": turn.id, "channel": turn.sender.channel})
        return await self.store.write(lambda session: self._unit(session, turn, apology))

    def _unit(self, session: Session, turn: Turn, respond: Respond) -> Owed | None:
        if not self._is_new(session, turn):
            return None
        context = self._context(session, turn)
        reply = respond(turn, context)
        return None if reply is None else self._owe(context, turn, reply)

    def _is_new(self, session: Session, turn: Turn) -> bool:
        return not turn.id or inbox.claim(session, turn.sender.channel, turn.id)

    def _context(self, session: Session, turn: Turn) -> Context:
        now = turn.at.astimezone(self.timezone)
        person = people.meet(session, turn.sender, now.date())
        return Context(session, person, self.catalogue, self.town, now, self.rng)

    def _owe(self, context: Context, turn: Turn, reply: Reply) -> Owed:
        message = render(reply, reply.language or context.language)
        to = (turn.sender.channel, turn.sender.address)
        return inbox.owe(context.session, to, to_json(message), turn.place if reply.replaces else "")
