"""What an update says a person did. Of who she is, only what is needed to answer is taken."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from aiogram import Bot
from aiogram.types import CallbackQuery, ChatMemberUpdated, Location, Message, Update, User

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


FILES = frozenset({"photo", "voice", "video", "file"})
DECIMALS = 3
"""Of a position's degrees: what is finer goes no further than this."""


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
        return self._everyday(raw) or self._whole(raw)

    def _everyday(self, raw: dict[str, Any]) -> Incoming | None:
        """What comes most, without aiogram's models: they read all of which Lotse needs a little.

        None for everything else. What nobody needs is not looked at, so that nothing is wrong
        with it.
        """
        match raw:
            case {
                "update_id": int(id),
                "message": {
                    "text": str(text),
                    "chat": {"type": "private", "id": int(chat)},
                    "from": {"language_code": str(tag)},
                },
            }:
                return self._incoming(id, (chat, tag), _typed(text))
            case {
                "update_id": int(id),
                "callback_query": {
                    "id": str(query),
                    "data": str(data),
                    "from": {"language_code": str(tag)},
                    "message": {
                        "message_id": int(message),
                        "chat": {"type": "private", "id": int(chat)},
                    },
                },
            }:
                return self._incoming(id, (chat, tag), _press(data, message), query)
        return None

    def _whole(self, raw: dict[str, Any]) -> Incoming | None:
        update = Update.model_validate(raw, context={"bot": self.bot})
        id = update.update_id
        match update:
            case Update(message=Message() as message):
                who = message.chat.id, _tag(message.from_user)
                return self._incoming(id, who, self._said_or_sent(message))
            case Update(callback_query=CallbackQuery() as query):
                return self._pressed(id, query)
            case Update(my_chat_member=ChatMemberUpdated() as change):
                who = change.chat.id, _tag(change.from_user)
                return self._incoming(id, who, _came_or_went(change))
        return None

    def _said_or_sent(self, message: Message) -> Did | None:
        typed = _typed(message.text or "")
        if message.chat.type in GROUPS:
            return typed if self._is_for_us(message.text) else None
        if message.chat.type != PRIVATE:
            return None
        kinds = ((name, sent) for name, sent in KINDS if getattr(message, name) is not None)
        name, sent = next(kinds, ("", None))
        return typed or (sent and _with_content(sent, getattr(message, name)))

    def _is_for_us(self, text: str | None) -> bool:
        """Whether it is a command, with our name or with none."""
        command = COMMAND.fullmatch(clean(text or "").strip())
        return (
            command is not None and (command[2] or self.username).lower() == self.username.lower()
        )

    def _pressed(self, id: int, query: CallbackQuery) -> Incoming | None:
        if query.message is None or query.message.chat.type not in (PRIVATE, *GROUPS):
            return None
        press = _press(query.data or "", query.message.message_id)
        return self._incoming(id, (query.message.chat.id, _tag(query.from_user)), press, query.id)

    def _incoming(
        self, id: int, who: tuple[int, str], did: Did | None, query: str = ""
    ) -> Incoming | None:
        if did is None:
            return None
        chat, tag = who
        language = tag if len(tag) <= 35 and LANGUAGE.fullmatch(tag) else ""
        sender = Sender(NAME, _number(chat), language)
        return Incoming(Turn(sender, did, self.clock(), str(id)), query)


def update_id(raw: object) -> str | None:
    """The id of what claims to be an update; None when there is none to remember it by."""
    number = raw.get("update_id") if isinstance(raw, dict) else None
    fits = isinstance(number, int) and not isinstance(number, bool) and 0 <= number <= LARGEST
    return str(number) if fits else None


def _typed(text: str) -> Command | Said | None:
    text = clean(text)[:TEXT].strip()
    command = COMMAND.fullmatch(text)
    if command is None:
        return Said(text) if text else None
    return Command(command[1].lower(), (command[3] or "").strip())


def _press(data: str, message: int) -> Pressed:
    data = clean(data)
    return Pressed(data if len(data.encode()) <= CALLBACK_DATA else "", _number(message))


def _with_content(sent: Sent, content: Any) -> Sent:
    """With the position, or with Telegram's name for the file: of a photo's sizes the largest."""
    if isinstance(content, Location):
        latitude, longitude = content.latitude, content.longitude
        return replace(sent, point=f"{latitude:.{DECIMALS}f} {longitude:.{DECIMALS}f}")
    file = content[-1] if isinstance(content, list) and content else content
    reference = getattr(file, "file_id", "") if sent.kind in FILES else ""
    return replace(sent, reference=reference, size=getattr(file, "file_size", 0) or 0)


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
    return str(int(number))


def _tag(user: User | None) -> str:
    return (user.language_code if user else None) or ""
