"""What comes back by links: checked, stored, and taken through the door once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from pydantic import BaseModel, ValidationError

from bot.channels.mail_links import VALID, Answer, Signer, claimed
from bot.channels.web_frames import Typed, typed
from bot.conversation import Conversation
from bot.lines import Lines
from models import inbox, mailbox
from models.base import Session
from models.inbox import Owed
from models.mailbox import CHANNEL, Mailbox
from models.turn import Did, Pressed, Sender, Turn

Clock = Callable[[], datetime]


class Unknown(Exception):
    """No link of ours, or its mailbox is no more. `hint` is the language it says it is in."""

    def __init__(self, hint: str = "") -> None:
        super().__init__()
        self.hint = hint


class Over(Exception):
    """A link of ours whose time has passed."""

    def __init__(self, hint: str) -> None:
        super().__init__()
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Opened:
    """A genuine link, and the mailbox it was sent to."""

    answer: Answer
    box: Mailbox


class Kept(BaseModel):
    """A tap as it lies in the inbox until it is handled. `text` is what was typed with it."""

    id: str
    address: str
    language: str
    source: str
    does: str
    text: Typed
    at: datetime


class Desk:
    """Where answers by mail are taken."""

    def __init__(self, conversation: Conversation, clock: Clock, signer: Signer) -> None:
        self.conversation = conversation
        self.clock = clock
        self.signer = signer
        self._lines = Lines()

    async def open(self, token: str) -> Opened:
        """What a token stands for. Raises Unknown and Over."""
        claim = claimed(token)
        if claim is None:
            raise Unknown
        answer = claim.answer
        behind = partial(mailbox.behind, key=answer.box)
        box = await self.conversation.store.read(behind)
        if box is None or not self.signer.is_genuine(claim, box.address):
            raise Unknown(answer.language)
        if answer.is_over(self.clock()):
            raise Over(answer.language)
        return Opened(answer, box)

    async def take(self, opened: Opened, text: str) -> Owed | None:
        """Do what the link says, once. What Lotse owes her in answer; None at a second tap.

        The reply stays owed until the next one, so that its page can be loaded again.
        """
        async with self._lines.of(opened.box.address):
            kept = await self.keep(opened, text)
            owed = await self.conversation.converse(_turn(kept))
            if owed is not None:
                await self.conversation.store.write(lambda session: _seen_before(session, owed))
            return owed

    async def owed(self, opened: Opened) -> list[Owed]:
        """What Lotse said last."""
        query = partial(inbox.owed, channel=CHANNEL, address=opened.box.address)
        return await self.conversation.store.read(query)

    async def knows(self, box: Mailbox) -> bool:
        """Whether links of this mailbox lead anywhere."""
        behind = partial(mailbox.behind, key=box.key)
        return await self.conversation.store.read(behind) == box

    async def keep(self, opened: Opened, text: str) -> Kept:
        """Store a tap before anything comes of it, so that no crash loses it."""
        answer, box = opened.answer, opened.box
        kept = Kept(
            id=answer.id(text),
            address=box.address,
            language=answer.language,
            source=answer.source,
            does=answer.does,
            text=text,
            at=self.clock(),
        )
        await self.conversation.store.write(lambda session: _take_in(session, kept, box))
        return kept

    async def finish(self) -> None:
        """Handle what an earlier run took in and did not get to; she sees it when she is back."""
        store = self.conversation.store
        for id, raw in await store.read(partial(inbox.waiting, channel=CHANNEL)):
            try:
                kept = Kept.model_validate_json(raw)
            except ValidationError:
                await store.write(partial(inbox.quarantine, channel=CHANNEL, id=id))
            else:
                await self.conversation.converse(_turn(kept))

    def token(self, answer: Answer, opened: Opened) -> str:
        """A token for the same mailbox, good from now on."""
        until = int((self.clock() + VALID).timestamp())
        return self.signer.token(replace(answer, until=until), opened.box.address)

    def anew(self) -> str:
        """A source for what may be done once more."""
        return f"r{self.conversation.rng.getrandbits(48):012x}"


def _take_in(session: Session, kept: Kept, box: Mailbox) -> None:
    raw = kept.model_dump_json().encode()
    if inbox.take_in(session, CHANNEL, kept.at.date(), [(kept.id, raw)]):
        mailbox.enter(session, box, kept.language, kept.at.date())


def _seen_before(session: Session, owed: Owed) -> None:
    inbox.strike_off_until(session, owed.channel, owed.address, owed.id - 1)


def _turn(kept: Kept) -> Turn:
    sender = Sender(CHANNEL, kept.address, kept.language)
    return Turn(sender, _did(kept), kept.at, kept.id)


def _did(kept: Kept) -> Did:
    if kept.does and not kept.does.startswith("/"):
        return Pressed(kept.does, kept.source)
    return typed(kept.does or kept.text)
