"""People with a Telegram client: what they do becomes updates, what they see comes back."""

import re
from collections.abc import Callable, Iterator
from typing import Any, Unpack, overload

from tests.standin.chats import Notice
from tests.standin.content import Content, fields_of
from tests.standin.screen import Button, Seen, buttons_of, seen
from tests.standin.text import Entity, units
from tests.standin.world import World

Json = dict[str, Any]
Which = str | Callable[[Button], bool]

PATIENCE = 30.0  # seconds, on a busy machine

_COMMAND = re.compile(r"(?<!\S)/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?")


class Person:
    """One person in a private chat with the bot."""

    def __init__(self, world: World, user: Json) -> None:
        self.user = user
        self._world = world
        self._chat = world.meet(user)
        self._read = 0
        self._queries = 0

    @property
    def id(self) -> int:
        """The person's, and so her private chat's, id."""
        number: int = self.user["id"]
        return number

    async def says(self, text: str) -> int:
        """Types a text or a command; returns the update's id."""
        entities = commands_in(text)
        content = {"text": text} | ({"entities": entities} if entities else {})
        return self._posts(content)

    async def sends(self, **content: Unpack[Content]) -> int:
        """Sends a photo, voice message, file, sticker, place or contact."""
        return self._posts(fields_of(content, self._world.files, self.user))

    def _posts(self, content: Json) -> int:
        message = self._chat.post(self.user, self._world.now(), content)
        return self._world.push({"message": message})

    async def edits(self, text: str, message_id: int | None = None) -> int:
        """Rewrites an own message, by default the last one."""
        own = [m for m in self._chat.messages.values() if m["from"]["id"] == self.id]
        before = self._chat.messages[message_id] if message_id else own[-1]
        after = before | {"text": text, "edit_date": self._world.now()}
        self._chat.messages[after["message_id"]] = after
        return self._world.push({"edited_message": after})

    async def presses(self, which: Which, within: float = PATIENCE) -> Button:
        """Taps a button, by its text or a condition, as soon as the screen shows one.

        The newest message counts. A link opens without the bot's knowing; a reply keyboard's
        button says its text.
        """
        await self._chat.bell.until(lambda: self._find(which), within)
        found = self._find(which)
        assert found, f"no button {which!r}; {self._describe()}"
        message, button = found
        if button.data is not None and message:
            self._query(message, button.data)
        elif button.url is None:
            await self.says(button.text)
        return button

    async def presses_data(self, data: str, message_id: int | None = None) -> int:
        """Taps a button that carries these data, also one that is long gone from the screen."""
        last = max((m for m, _ in self._chat.events), key=lambda m: m["message_id"], default=None)
        message = self._chat.messages.get(message_id) if message_id else last
        if message is None:
            message = {"message_id": message_id or 1, "chat": self._chat.info, "date": 0}
        return self._query(message, data)

    def _query(self, message: Json, data: str) -> int:
        self._queries += 1
        query = {
            "id": str((self.id << 32) + self._queries),
            "from": self.user,
            "message": message,
            "chat_instance": str(-(self.id << 16)),
            "data": data,
        }
        return self._world.push({"callback_query": query})

    def _find(self, which: Which) -> tuple[Json | None, Button] | None:
        fits = which if callable(which) else lambda button: button.text == which
        return next((pair for pair in self._buttons() if fits(pair[1])), None)

    def _buttons(self) -> Iterator[tuple[Json | None, Button]]:
        """Every button on the screen, newest message first, the reply keyboard's last."""
        newest_first = sorted(self._chat.messages.items(), reverse=True)
        for message in [*(message for _, message in newest_first), None]:
            markup = message.get("reply_markup") if message else self._chat.keyboard
            yield from ((message, button) for row in buttons_of(markup) for button in row)

    @overload
    async def sees(self, n: None = None, *, within: float = PATIENCE) -> Seen: ...
    @overload
    async def sees(self, n: int, *, within: float = PATIENCE) -> list[Seen]: ...
    async def sees(self, n: int | None = None, *, within: float = PATIENCE) -> Seen | list[Seen]:
        """The next message or edit that she has not seen yet, or the next n of them."""
        due = self._read + (1 if n is None else n)
        came = await self._chat.bell.until(lambda: len(self._chat.events) >= due, within)
        assert came, f"waited {within} s for {due - self._read} more; {self._describe()}"
        new = self._chat.events[self._read : due]
        self._read = due
        found = [self._seen(message, edited) for message, edited in new]
        return found[0] if n is None else found

    @property
    def unseen(self) -> list[Seen]:
        """What came and was not looked at with `sees`."""
        return [self._seen(m, edited) for m, edited in self._chat.events[self._read :]]

    @property
    def screen(self) -> list[Seen]:
        """All messages of both sides as they stand now, oldest first."""
        return [self._seen(m) for _, m in sorted(self._chat.messages.items())]

    def _seen(self, message: Json, edited: bool | None = None) -> Seen:
        document = message.get("document") or (message.get("photo") or [None])[-1]
        file = self._world.files.get(document["file_id"]) if document else None
        source = self._chat.sources.get(message["message_id"], "")
        return seen(message, source, file, edited=edited)

    @property
    def notices(self) -> list[Notice]:
        """Answers to taps that were shown over the chat."""
        return self._chat.notices

    @property
    def typing(self) -> list[str]:
        """The chat actions she was shown."""
        return [action for action, _ in self._chat.actions]

    @property
    def menu(self) -> list[Json]:
        """The commands that her client offers."""
        return self._world.profile.menu_for(self.user.get("language_code", ""), self.id)

    async def waits(self, holds: Callable[[], object], within: float = PATIENCE) -> None:
        """Waits for something in her chat to hold, as a typing sign or a notice."""
        came = await self._chat.bell.until(holds, within)
        assert came, f"waited {within} s; {self._describe()}"

    def _describe(self) -> str:
        shown = [f"{'bot' if s.by_bot else 'me'}: {s.text!r} {s.labels}" for s in self.screen]
        return "the screen shows:\n" + "\n".join(shown)

    async def blocks(self) -> int:
        """Blocks the bot, which is told so."""
        self._chat.blocked = True
        return self._member("member", "kicked")

    async def unblocks(self) -> int:
        """Takes that back."""
        self._chat.blocked = False
        return self._member("kicked", "member")

    def _member(self, old: str, new: str) -> int:
        change = {
            "chat": self._chat.info,
            "from": self.user,
            "date": self._world.now(),
            "old_chat_member": _membership(self._world.bot, old),
            "new_chat_member": _membership(self._world.bot, new),
        }
        return self._world.push({"my_chat_member": change})

    async def leaves(self) -> None:
        """Deletes her account; the bot learns it only when it writes."""
        self._chat.deactivated = True


def _membership(bot: Json, status: str) -> Json:
    member = {"status": status, "user": bot}
    return member | ({"until_date": 0} if status == "kicked" else {})


def commands_in(text: str) -> list[Entity]:
    """The `bot_command` entities that a client marks in a text."""
    return [
        {"type": "bot_command", "offset": units(text[: m.start()]), "length": units(m[0])}
        for m in _COMMAND.finditer(text)
    ]
