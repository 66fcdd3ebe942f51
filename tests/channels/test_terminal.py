"""The terminal plays all conversations."""

import asyncio
import io
import queue
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.channels.terminal import Terminal
from models.store import Store
from models.turn import Sender
from tests.clock import Clock
from tests.conversations.script import Stage, language_of, play, scripts
from tests.surveying import opened
from tests.talking import conversation_in


class Keyboard(io.StringIO):
    """Lines typed by a test; `asked` is set whenever the terminal waits for the next one."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        self.asked = asyncio.Event()
        self._loop = asyncio.get_running_loop()

    def readline(self, size: int | None = -1) -> str:  # type: ignore[override]
        """Wait for the next line, in the terminal's thread."""
        self._loop.call_soon_threadsafe(self.asked.set)
        return self.lines.get()


class AtTheTerminal:
    """A person at the terminal."""

    def __init__(self, keyboard: Keyboard, screen: io.StringIO) -> None:
        self._keyboard = keyboard
        self._screen = screen

    async def says(self, text: str) -> None:
        """Type a line and wait for the answer."""
        self._screen.seek(0)
        self._screen.truncate()
        self._keyboard.asked.clear()
        self._keyboard.lines.put(f"{text}\n")
        await self._keyboard.asked.wait()

    async def presses(self, label: str) -> None:
        """Type the number of a button."""
        await self.says(_number(self.sees(), label))

    def sees(self) -> str:
        """What was printed since the last line."""
        return self._screen.getvalue()


def _number(seen: str, label: str) -> str:
    for part in map(str.strip, seen.replace("\n", "  ").split("  ")):
        if part.startswith("[") and label in part:
            return part[1:].split("]")[0]
    raise AssertionError(f"no button {label!r} in:\n{seen}")


@asynccontextmanager
async def at_the_terminal(
    store: Store, clock: Clock, language: str, name: str = "somebody"
) -> AsyncIterator[AtTheTerminal]:
    """A terminal, running, and somebody who sits at it."""
    keyboard, screen = Keyboard(), io.StringIO()
    sender = Sender(Terminal.name, name, language)
    conversation = conversation_in(store, clock)
    async with asyncio.TaskGroup() as group:
        terminal = Terminal(conversation, clock, (keyboard, screen), sender)
        group.create_task(terminal.run())
        await keyboard.asked.wait()
        try:
            yield AtTheTerminal(keyboard, screen)
        finally:
            keyboard.lines.put("/quit\n")


@pytest.mark.parametrize("script", scripts(), ids=lambda script: script.stem)
async def test_conversation(script: Path, town: Store) -> None:
    clock = Clock()
    async with at_the_terminal(town, clock, language_of(script)) as person:
        await play(script, Stage(person, clock, town))


async def test_a_number_presses_a_button_and_behind_a_sign_is_an_answer(town: Store) -> None:
    with town.transaction() as session:
        opened(session)
    async with at_the_terminal(town, Clock(), "de") as person:
        await person.presses("Deutsch")
        await person.says("/survey bedarf23")
        await person.presses("Einverstanden")
        await person.presses("Nein")
        await person.says("34")
        assert "=3" in person.sees(), "a number that presses nothing is no answer, and how says so"
        await person.says("=2")
        assert "Seit wann leben Sie hier?" in person.sees()
        await person.presses("Zurück")
        assert "Bisher: 2" in person.sees()
