"""All that the stand-in knows: the bot, chats, updates, files, open callback queries."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeGuard

from tests.standin.chats import Chat
from tests.standin.facts import Facts
from tests.standin.files import Files
from tests.standin.profile import Profile
from tests.standin.refusal import broken, refused
from tests.standin.updates import Update, UpdateQueue
from tests.standin.webhook import Webhook

Json = dict[str, Any]

QUERY_LIVES = 150.0  # seconds


@dataclass
class World:
    """State without HTTP. `checks` off means that nothing but identity is looked at."""

    bot: Json
    clock: Callable[[], float]
    updates: UpdateQueue
    webhook: Webhook
    checks: bool = True
    facts: Facts = field(default_factory=Facts)
    chats: dict[int, Chat] = field(default_factory=dict)
    files: Files = field(default_factory=Files)
    profile: Profile = field(default_factory=Profile)
    queries: dict[str, tuple[int, float]] = field(default_factory=dict)

    def now(self) -> int:
        """Unix time in whole seconds."""
        return int(self.clock())

    def chat(self, chat_id: Any) -> Chat:
        """The chat a call names. Raises Refusal when nobody wrote from there."""
        if chat_id == "":
            raise broken("chat_id is empty")
        chat = self.chats.get(chat_id)
        if chat is None:
            raise refused("chat not found")
        return chat

    def meet(self, user: Json) -> Chat:
        """The chat with this user, begun if need be."""
        chat = self.chats.get(user["id"])
        if chat is None:
            chat = self.chats[user["id"]] = Chat(user, private_chat(user))
        return chat

    def push(self, update: Update) -> int:
        """Queues an update as it is, and learns what it says about chats and queries."""
        number = self.updates.push(update)
        self._learn(update)
        if number in self.updates.pending:
            self.webhook.offer(number, self.updates.pending[number])
        return number

    def _learn(self, update: Update) -> None:
        query = update.get("callback_query")
        message = update.get("message")
        if isinstance(query, dict):
            self._ask(query)
            message = query.get("message")
        if isinstance(message, dict):
            self._place(message, query if isinstance(query, dict) else message)

    def _ask(self, query: Json) -> None:
        asker = query.get("from")
        if isinstance(query.get("id"), str) and _is_user(asker):
            self.queries[query["id"]] = (asker["id"], self.clock())

    def _place(self, message: Json, event: Json) -> None:
        user, number = event.get("from"), message.get("message_id")
        if not _is_user(user):
            return
        chat = self.meet(user)
        if isinstance(number, int) and self._is_shown(message):
            chat.messages.setdefault(number, message)
            chat.last_id = max(chat.last_id, number)

    def _is_shown(self, message: Json) -> bool:
        """Whether a message that a test made up can stand on a screen: whole, not long gone."""
        return message.get("date") != 0 and not self.facts.problems("Message", message)

    def close_query(self, query_id: str) -> Chat | None:
        """Takes an open callback query away, once, within its lifetime."""
        user_id, asked = self.queries.pop(query_id, (0, float("-inf")))
        if self.clock() - asked > QUERY_LIVES:
            raise refused("query is too old and response timeout expired or query ID is invalid")
        return self.chats.get(user_id)


def _is_user(user: Any) -> TypeGuard[Json]:
    return isinstance(user, dict) and isinstance(user.get("id"), int)


def private_chat(user: Json) -> Json:
    """The `Chat` object of a private chat with this user."""
    shared = {name: user[name] for name in ("first_name", "last_name", "username") if name in user}
    return {"id": user["id"], "type": "private"} | shared
