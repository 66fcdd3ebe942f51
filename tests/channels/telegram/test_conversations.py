"""The same chats as in every channel, over the Bot API."""

import asyncio
from functools import partial
from pathlib import Path

from bot.channels.telegram import TelegramChannel
from models import inbox
from models.store import Store
from tests.clock import Clock
from tests.conversations.script import Stage, language_of, on_sqlite_and_some_on_both, play
from tests.standin import Person, Seen, StandIn

PATIENCE = 60.0  # seconds, on a busy machine


class OnTelegram:
    """A person with a Telegram client."""

    def __init__(self, person: Person, server: StandIn, store: Store) -> None:
        self._person = person
        self._server = server
        self._store = store
        self._seen: list[Seen] = []

    async def says(self, text: str) -> None:
        """Type a line and wait for all of the answer."""
        await self._person.says(text)
        await self._is_answered()

    async def presses(self, label: str) -> None:
        """Press the newest button whose label holds `label`."""
        await self._person.presses(lambda button: label in button.text)
        await self._is_answered()

    def sees(self) -> str:
        """The messages and changes that came in answer, with buttons and files."""
        return "\n".join(_all_of(message) for message in self._seen)

    async def _is_answered(self) -> None:
        """Lotse polls again only after taking an update in; then nothing is owed any more."""
        await self._server.until_polled()
        await self._store.write(lambda session: None)
        async with asyncio.timeout(PATIENCE):
            while await self._store.read(partial(inbox.owed, channel="telegram")):
                pass
        self._seen = await self._person.sees(len(self._person.unseen))


def _all_of(message: Seen) -> str:
    file = message.file.name if message.file else ""
    return "\n".join([message.text, *message.labels, file])


@on_sqlite_and_some_on_both()
async def test_conversation(
    script: Path, server: StandIn, lotse: TelegramChannel, store: Store, clock: Clock
) -> None:
    person = server.person(language_code=language_of(script))
    await play(script, Stage(OnTelegram(person, server, store), clock, store))
