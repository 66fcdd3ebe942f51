"""What an update says a person did. Of who she is, only what is needed to answer is taken."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from aiogram import Bot
from aiogram.types import CallbackQuery, Chat, ChatMemberUpdated, Message, Update, User

from bot.channels.telegram_limits import CALLBACK_DATA, TEXT, clean
from models.turn import Command, Did, Left, Pressed, Returned, Said, Sender, Sent, Turn

NAME = "telegram"
COMMAND = re.compile(r"/(\w{1,64})(?:@(\w{1,64}))?(?:\s+(.*))?", re.DOTALL)
LANGUAGE = re.compile(r"[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*")
LARGEST = 2**63 - 1  # ids have at most 52 bits today; a bigger one is no id
PRIVATE, GROUPS = "private", ("group", "supergroup")

# A message's field → what Lotse calls it, in the order in which they are looked for: an
# animation comes with a document, a venue with a location.
KINDS: tuple[tuple[str, Sent], ...] = (
    ("photo", Sent("photo")),
    ("voice", Sent("voice")),
    ("audio", Sent("voice")),
    ("video", Sent("video")),
    ("video_note", Sent("video")),
    ("animation", Sent("video")),
    ("document", Sent("file")),
    ("sticker", Sent("sticker")),
    ("location", Sent("place")),
    ("contact", Sent("contact")),
    ("poll", Sent("other")),
    ("dice", Sent("other")),
    ("story", Sent("other")),
    ("game", Sent("other")),
    ("paid_media", Sent("other")),
    ("checklist", Sent("other")),
)


@dataclass(frozen=True, slots=True)
class Incoming:
    """A turn, and the callback query that waits for an answer, if it came by a button."""

    turn: Turn
    query: str = ""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the updates of one bot. `username` is what commands in groups are addressed to."""

    bot: Bot
    username: str
    clock: Callable[[], datetime]

    def read(self, raw: dict[str, Any]) -> Incoming | None:
        """What a person did, or None when it is nothing to answer. Raises on what is no update."""
        update = Update.model_validate(raw, context={"bot": self.bot})
        match update:
            case Update(message=Message() as message):
                did = self._said_or_sent(message)
                return self._incoming(update, (message.chat, message.from_user), did)
            case Update(callback_query=CallbackQuery() as query):
                return self._pressed(update, query)
            case Update(my_chat_member=ChatMemberUpdated() as change):
                did = _came_or_went(change)
                return self._incoming(update, (change.chat, change.from_user), did)
        return None

    def _said_or_sent(self, message: Message) -> Did | None:
        text = clean(message.text or "")[:TEXT].strip()
        command = COMMAND.fullmatch(text)
        if message.chat.type in GROUPS:
            return _command(command) if command and self._is_for_us(command[2]) else None
        if message.chat.type != PRIVATE:
            return None
        if text:
            return _command(command) if command else Said(text)
        return next((sent for field, sent in KINDS if getattr(message, field) is not None), None)

    def _is_for_us(self, addressed: str | None) -> bool:
        return addressed is None or addressed.lower() == self.username.lower()

    def _pressed(self, update: Update, query: CallbackQuery) -> Incoming | None:
        if query.message is None or query.message.chat.type not in (PRIVATE, *GROUPS):
            return None
        data = clean(query.data or "")
        known = data if len(data.encode()) <= CALLBACK_DATA else ""
        pressed = Pressed(known, _number(query.message.message_id))
        return self._incoming(update, (query.message.chat, query.from_user), pressed, query.id)

    def _incoming(
        self, update: Update, who: tuple[Chat, User | None], did: Did | None, query: str = ""
    ) -> Incoming | None:
        if did is None:
            return None
        chat, user = who
        sender = Sender(NAME, _number(chat.id), _language(user))
        return Incoming(Turn(sender, did, self.clock(), str(update.update_id)), query)


def update_id(raw: object) -> str | None:
    """The id of what claims to be an update; None when there is none to remember it by."""
    number = raw.get("update_id") if isinstance(raw, dict) else None
    fits = isinstance(number, int) and not isinstance(number, bool) and 0 <= number <= LARGEST
    return str(number) if fits else None


def _command(command: re.Match[str]) -> Command:
    return Command(command[1].lower(), (command[3] or "").strip())


def _came_or_went(change: ChatMemberUpdated) -> Did | None:
    """In a private chat: blocked or unblocked. In a group: thrown out, or gone with it."""
    before, after = change.old_chat_member.status, change.new_chat_member.status
    if after in ("kicked", "left"):
        return Left()
    returned = before == "kicked" and change.chat.type == PRIVATE
    return Returned() if returned else None


def _number(number: int) -> str:
    if abs(number) > LARGEST:
        raise ValueError("no id has so many digits")
    return str(number)


def _language(user: User | None) -> str:
    tag = (user.language_code if user else None) or ""
    return tag if len(tag) <= 35 and LANGUAGE.fullmatch(tag) else ""
