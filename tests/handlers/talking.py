"""Several people in several channels, talking through the real door."""

from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

from bot.conversation import Conversation
from bot.message import Key, Message, from_json
from models import invitations
from models.action import Action
from models.base import Session
from models.invitations import Offered
from models.role import Role
from models.roles import Deed
from models.store import Store
from models.turn import Command, Did, Pressed, Said, Sender, Turn
from tests.clock import Clock
from tests.talking import conversation_in

R = TypeVar("R")
ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))


class Town:
    """A running door, and the database behind it."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.clock = Clock()
        self.door: Conversation = conversation_in(store, self.clock)

    async def do(self, unit: Callable[[Session], R]) -> R:
        """Change something from outside."""
        return await self.store.write(unit)

    async def ask(self, query: Callable[[Session], R]) -> R:
        """Look at the database."""
        return await self.store.read(query)

    async def invitation(self, *roles: Role, name: str = "") -> str:
        """The secret of a fresh invitation."""
        deed = Deed(self.clock())
        offered = Offered(roles, name=name)
        return await self.do(lambda s: invitations.invite(s, self.door.rng, deed, offered))

    async def somebody(self, address: str, *roles: Role, channel: str = "web") -> "Somebody":
        """A German speaker who has accepted an invitation for `roles`, if any."""
        one = Somebody(self, Sender(channel, address, "de"))
        await one.says("/language de")
        if roles:
            await one.says(f"/start join_{await self.invitation(*roles, name=address)}")
        return one


class Somebody:
    """A person; what she does returns the words of the answer."""

    def __init__(self, town: Town, sender: Sender) -> None:
        self.town = town
        self.sender = sender
        self.message: Message | None = None

    async def says(self, text: str) -> str:
        """Write a line, or a command."""
        if text.startswith("/"):
            name, _, argument = text[1:].partition(" ")
            return await self.does(Command(name, argument))
        return await self.does(Said(text))

    async def presses(self, what: str | Action) -> str:
        """Press the button with this label, or one from elsewhere."""
        data = what.pack() if isinstance(what, Action) else self.key(what).data
        return await self.does(Pressed(data, "7"))

    def sees(self, label: str) -> bool:
        """Whether there is such a button."""
        keys = self.message.keys if self.message else ()
        return any(label in key.label for row in keys for key in row)

    def labels(self) -> list[str]:
        """The buttons of the last answer."""
        keys = self.message.keys if self.message else ()
        return [key.label.translate(ISOLATES) for row in keys for key in row]

    def key(self, label: str) -> Key:
        """The first button of the last answer whose label holds `label`."""
        assert self.message is not None
        keys = [key for row in self.message.keys for key in row if label in key.label]
        assert keys, (label, self.message.keys)
        return keys[0]

    async def does(self, did: Did) -> str:
        """Anything; a moment later the answer is there."""
        self.town.clock.later(timedelta(seconds=3))
        owed = await self.town.door.converse(Turn(self.sender, did, self.town.clock()))
        assert owed is not None
        self.message = from_json(owed.message)
        lines = (*self.message.text, *self.message.after)
        return "\n".join(line.text for line in lines).translate(ISOLATES)
