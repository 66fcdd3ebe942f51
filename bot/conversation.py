"""The door: what a person did goes in, the reply she is owed comes out."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from hashlib import blake2s
from random import Random
from typing import Protocol
from zoneinfo import ZoneInfo

from sqlalchemy.exc import OperationalError

from bot.message import Fresh, Message, to_json
from bot.render import render
from bot.trouble import where
from handlers import ask, asks, respond, wanted
from handlers.context import Context
from handlers.rights import Refused
from handlers.sorry import apology, no_right
from models import delivery_order, inbox
from models import person as people
from models.base import Session
from models.catalogue import Catalogue
from models.delivery import Kind, Planned
from models.inbox import Owed
from models.medium import Upload
from models.store import Store
from models.town import Town
from models.turn import Left, Reply, Returned, Said, Sender, Turn, Unasked

log = logging.getLogger(__name__)
Respond = Callable[[Turn, Context], Reply | None]
DRAWN = frozenset({"web"})
"""Channels that can draw a field. The others need not keep one while it is owed."""


class Ordering(Protocol):
    """A model outside of Lotse that orders offers for a question."""

    async def order(self, question: str, language: str, catalogue: Catalogue) -> tuple[int, ...]:
        """Offers, best first; () when there is no order in time."""


@dataclass(slots=True)
class Conversation:
    """One for all channels. `catalogue` is replaced as a whole when the offers change;
    `secret` is the installation's, for surveys.
    """

    store: Store
    catalogue: Catalogue
    town: Town
    timezone: ZoneInfo
    rng: Random
    secret: str = field(default="", repr=False)
    ranking: Ordering | None = None

    async def converse(self, turn: Turn) -> Owed | None:
        """Handle a turn once and for all: its effects and the owed reply are committed together.

        None when the turn was handled before, or wants no answer. A bug is logged without what
        was typed and answered with an apology. Raises what the database raises.
        """
        order = await self._order(turn)
        answering = partial(self._unit, turn=turn, respond=respond, order=order)
        try:
            return await self.store.write(answering)
        except OperationalError:
            raise  # the database is out of order: no apology could be recorded either
        except Exception as error:  # noqa: BLE001  whatever it was, she gets an answer
            log.error("turn failed", extra={"turn": _known_as(turn), **where(error)})  # noqa: TRY400
        return await self.store.write(lambda session: self._unit(session, turn, apology))

    async def wanted(self, sender: Sender, at: datetime) -> Upload | None:
        """The file that somebody is asked for now. None: nothing is to be read."""

        def query(session: Session) -> Upload | None:
            person = people.find(session, sender)
            if person is None:
                return None
            now = at.astimezone(self.timezone)
            about = (self.catalogue, self.town, now, self.rng, self.secret)
            return wanted(Context(session, person, *about))

        return await self.store.read(query)

    async def answer(self, question: str, language: str, at: datetime) -> Message:
        """One answer for somebody who stays unknown: counted as a question, nothing else kept."""

        def unit(session: Session) -> Message:
            now = at.astimezone(self.timezone)
            person = people.nobody(language, now.date())
            context = Context(session, person, self.catalogue, self.town, now, self.rng)
            return render(ask.asked(question, context), language)

        return await self.store.write(unit)

    async def _order(self, turn: Turn) -> tuple[int, ...]:
        """How a model outside orders offers for a question; () without one, or when it is late.

        It is asked before the unit of work, which never waits, and only what is a question to
        Lotse is handed to it.
        """
        if self.ranking is None or not isinstance(turn.did, Said):
            return ()
        language = await self.store.read(lambda session: self._asked_in(session, turn))
        if not language:
            return ()
        return await self.ranking.order(turn.did.text[: ask.LONGEST], language, self.catalogue)

    def _asked_in(self, session: Session, turn: Turn) -> str:
        """The language of a question to Lotse; "" for words that are awaited elsewhere."""
        person = people.find(session, turn.sender) or people.nobody("", turn.at.date())
        now = turn.at.astimezone(self.timezone)
        context = Context(session, person, self.catalogue, self.town, now, self.rng)
        return context.language if asks(context) else ""

    def _unit(
        self, session: Session, turn: Turn, respond: Respond, order: tuple[int, ...] = ()
    ) -> Owed | None:
        if not self._is_new(session, turn) or _leaves_unknown(session, turn):
            return None
        context = self._context(session, turn, order)
        reply = _allowed(respond, turn, context)
        if reply is None:
            return None
        others = [planned(one, context.now) for one in reply.others]
        delivery_order.queue(session, others, context.now)
        return None if reply.is_silent else self._owe(context, turn, reply)

    def _is_new(self, session: Session, turn: Turn) -> bool:
        return not turn.id or inbox.claim(session, turn.sender.channel, turn.id)

    def _context(self, session: Session, turn: Turn, order: tuple[int, ...]) -> Context:
        now = turn.at.astimezone(self.timezone)
        person = people.meet(session, turn.sender, now.date())
        about = (self.catalogue, self.town, now, self.rng, self.secret, order)
        return Context(session, person, *about)

    def _owe(self, context: Context, turn: Turn, reply: Reply) -> Owed:
        if turn.sender.channel not in DRAWN:
            reply = replace(reply, field=None)
        message = render(reply, reply.language or context.language)
        to = (turn.sender.channel, turn.sender.address)
        place = turn.place if reply.replaces else ""
        owed = inbox.owe(context.session, to, to_json(message), place)
        return Fresh(owed.id, *to, place, owed.message, message)


def planned(one: Unasked, now: datetime) -> Planned:
    message = to_json(render(one.reply, one.language))
    kind = Kind.HANDOFF if one.handoff else Kind.NOTICE
    return Planned(kind, one.key, one.channel, one.address, message, now)


def _known_as(turn: Turn) -> str:
    """A turn's id for the log: the same each time, and nobody's address."""
    return blake2s(turn.id.encode(), digest_size=6).hexdigest()


def _allowed(respond: Respond, turn: Turn, context: Context) -> Reply | None:
    """A refusal is no bug: she is told kindly."""
    try:
        return respond(turn, context)
    except Refused:
        return no_right(context)


def _leaves_unknown(session: Session, turn: Turn) -> bool:
    """Somebody of whom nothing is stored blocked Lotse: nothing is to be stored now."""
    return isinstance(turn.did, Left | Returned) and not people.known(session, turn.sender)
