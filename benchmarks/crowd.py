"""Five hundred people who talk to a bot: questions in ten languages, buttons, commands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from random import Random
from typing import Any

from models.language import shipped
from tests.search.questions import NONSENSE, QUESTIONS

Update = dict[str, Any]

FIRST_CHAT = 70_000
QUESTIONS_SHARE, BUTTONS_SHARE = 0.6, 0.2  # what is left are commands
COMMANDS = ("/start", "/help", "/topics", "/language", "/filter", "/privacy")
BUTTONS = (
    *("open:topics", "open:help", "open:language", "open:privacy", "open:filter"),
    *("topic:german_course:0", "topic:housing:0", "topic:jobs:0", "topic:doctor:0"),
    *("offer:1", "offer:5", "offer:12", "offer:23", "langs:8"),
)
ASKED = [(asked.language, asked.text) for asked in QUESTIONS]
ASKED += [(language, text) for language, text in NONSENSE if text]


@dataclass
class Crowd:
    """People one after the other, so that nobody speaks twice before all others spoke once."""

    people: int = 500
    rng: Random = field(default_factory=lambda: Random(7))
    _messages: Iterator[int] = field(default_factory=lambda: count(1))

    def chooses_languages(self) -> Iterator[Update]:
        """Everybody says which language to speak: what happened before the measurement."""
        for number in range(self.people):
            yield self._message(number, f"/language {self._language(number)}")

    def talks(self, updates: int) -> Iterator[Update]:
        """So many updates, three in five of them questions in the person's language."""
        for number in range(updates):
            yield self._does(number % self.people)

    def _does(self, number: int) -> Update:
        what = self.rng.random()
        if what < QUESTIONS_SHARE:
            return self._message(number, self.rng.choice(self._questions(number)))
        if what < QUESTIONS_SHARE + BUTTONS_SHARE:
            return self._press(number, self.rng.choice(BUTTONS))
        return self._message(number, self.rng.choice(COMMANDS))

    def _language(self, number: int) -> str:
        languages = shipped()
        return languages[number % len(languages)]

    def _questions(self, number: int) -> list[str]:
        return [text for language, text in ASKED if language == self._language(number)]

    def _message(self, number: int, text: str) -> Update:
        user, chat = _user(number)
        entities = [{"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}]
        message = {"message_id": next(self._messages), "date": 1, "chat": chat, "from": user}
        commands = {"entities": entities} if text.startswith("/") else {}
        return {"message": message | {"text": text} | commands}

    def _press(self, number: int, data: str) -> Update:
        user, chat = _user(number)
        bot = {"id": 4242, "is_bot": True, "first_name": "Lotse"}
        id = next(self._messages)
        message = {"message_id": id, "date": 1, "chat": chat, "from": bot, "text": "…"}
        query = {"id": str(id), "from": user, "chat_instance": "1", "data": data}
        return {"callback_query": query | {"message": message}}


def chat_of(update: Update) -> int:
    """Whose update it is."""
    said = update.get("message") or update["callback_query"]["message"]
    return int(said["chat"]["id"])


def _user(number: int) -> tuple[dict[str, Any], dict[str, Any]]:
    id = FIRST_CHAT + number
    user = {"id": id, "is_bot": False, "first_name": "Amal", "language_code": "de"}
    return user, {"id": id, "type": "private", "first_name": "Amal"}
