"""A private chat: who is in it, what stands in it, and what happened last."""

from dataclasses import dataclass, field
from typing import Any

from tests.standin.bell import Bell
from tests.standin.refusal import BLOCKED, DEACTIVATED, Refusal

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Notice:
    """A callback query's answer that the client shows over the chat, or as an alert."""

    text: str
    alert: bool


@dataclass(slots=True)
class Chat:
    """The state of one chat. `events` are the bot's messages and edits in order of arrival."""

    user: Json
    info: Json
    messages: dict[int, Json] = field(default_factory=dict)
    events: list[tuple[Json, bool]] = field(default_factory=list)
    sources: dict[int, str] = field(default_factory=dict)
    keyboard: Json | None = None
    notices: list[Notice] = field(default_factory=list)
    actions: list[tuple[str, float]] = field(default_factory=list)
    blocked: bool = False
    deactivated: bool = False
    last_id: int = 0
    bell: Bell = field(default_factory=Bell)

    def check_open(self) -> None:
        """Raises the 403 with which Telegram refuses what this person can't receive."""
        if self.deactivated:
            raise Refusal(*DEACTIVATED)
        if self.blocked:
            raise Refusal(*BLOCKED)

    def post(self, sender: Json, date: int, content: Json) -> Json:
        """Adds a message of the bot or the person and returns it."""
        self.last_id += 1
        message = {"message_id": self.last_id, "from": sender, "chat": self.info, "date": date}
        message |= content
        self.messages[self.last_id] = message
        return message

    def show(self, message: Json, source: str, *, edited: bool = False) -> None:
        """Puts the bot's message before the person; `source` is its HTML, if it came so."""
        number = message["message_id"]
        self.messages[number] = message
        self.sources[number] = source
        self.events.append((message, edited))
        self.bell.ring()

    def remove(self, message_id: int) -> None:
        """Deletes a message for both sides."""
        del self.messages[message_id]
        self.bell.ring()
