"""The same chats as in every channel, over the web chat's socket."""

from itertools import count
from pathlib import Path

from bot.message import MESSAGE, Key, Line, Message
from models.store import Store
from tests.channels.web.serving import Frame, Page, served
from tests.clock import Clock
from tests.conversations.script import Stage, language_of, on_sqlite_and_some_on_both, play
from tests.talking import conversation_in


class AtTheSocket:
    """Somebody whose page shows everything and draws nothing."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._ids = map(str, count(1))
        self._seq = 0
        self._message = Message("de", "ltr")

    async def says(self, text: str) -> None:
        """Write a line, or a command."""
        await self._does(say=text)

    async def presses(self, label: str) -> None:
        """Press the newest button whose label holds `label`."""
        found = [key for key in _keys(self._message) if label in key.label and key.data]
        assert found, f"no button {label!r} in:\n{self.sees()}"
        await self._does(press=found[-1].data, on=str(self._seq))

    def sees(self) -> str:
        """The last message with its cards, buttons and files."""
        message = self._message
        lines = [*message.text, *(line for card in message.cards for line in card.lines)]
        lines += [card.title for card in message.cards] + list(message.after)
        names = [*(key.label for key in _keys(message)), *(file.name for file in message.files)]
        return "\n".join([*map(_in_full, lines), *names])

    async def _does(self, **deed: str) -> None:
        await self._page.send(id=next(self._ids), **deed)
        for frame in await self._page.hears_until("done"):
            await self._reads(frame)

    async def _reads(self, frame: Frame) -> None:
        if "message" in frame:
            self._message = MESSAGE.validate_python(frame["message"])
            self._seq = frame["seq"]
            await self._page.send(seen=self._seq)


def _keys(message: Message) -> list[Key]:
    rows = [*message.keys, *(row for card in message.cards for row in card.keys)]
    return [key for row in rows for key in row]


def _in_full(line: Line) -> str:
    return f"{line.label}: {line.text}" if line.label else line.text


@on_sqlite_and_some_on_both()
async def test_conversation(script: Path, town: Store) -> None:
    clock, language = Clock(), language_of(script)
    async with (
        served(town, clock, conversation_in(town, clock).converse) as web,
        web.page(lang=language) as page,
    ):
        await play(script, Stage(AtTheSocket(page), clock, town))
