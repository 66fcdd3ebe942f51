"""The same conversations in the terminal: `lotse chat`."""

from __future__ import annotations

import asyncio
import re
from base64 import b64decode
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TextIO

from bot.conversation import Conversation
from bot.message import Attachment, Key, Line, Message, OfferCard, message_of
from bot.render_media import named
from bot.words import words
from models import inbox
from models.inbox import Owed
from models.text import T, Text
from models.turn import Command, Did, Pressed, Said, Sender, Turn

QUIT = frozenset({"/quit", "/exit"})
NUMBER = re.compile(r"=\s*-?\d[\d.,]*")
READABLE = frozenset({"application/json", "text/plain", "text/csv", "text/calendar"})


class Terminal:
    """A channel for one person at a keyboard. Buttons are numbered; a number presses one, and is
    an answer behind `=`.
    """

    name = "terminal"

    def __init__(
        self,
        conversation: Conversation,
        clock: Callable[[], datetime],
        streams: tuple[TextIO, TextIO],
        sender: Sender,
    ) -> None:
        self._conversation = conversation
        self._clock = clock
        self._in, self._out = streams
        self._sender = sender
        self._keys: list[Key] = []
        self._turned = False

    async def run(self) -> None:
        """Talk until the end of input or /quit."""
        self._print(self._ours(T("terminal.hello")))
        await self._handle(Command("start"))
        while not self._turned and (line := await asyncio.to_thread(self._in.readline)):
            await self._typed(line.strip())

    async def stop(self) -> None:
        """Take no further line."""
        self._turned = True

    async def send(self, owed: Owed) -> None:
        """Print a message and strike it off."""
        message = message_of(owed)
        self._keys = [key for key in _keys(message) if key.data]
        self._print(*_drawn(message, self._keys))
        store = self._conversation.store
        await store.write(lambda session: inbox.strike_off(session, [owed.id]))

    async def _typed(self, line: str) -> None:
        if line in QUIT:
            self._turned = True
        elif line.isdecimal() and not 1 <= int(line) <= len(self._keys):
            self._print(self._ours(T("terminal.no_button")))
        else:
            await self._handle(self._meant(line))

    def _meant(self, line: str) -> Did:
        if line.isdecimal():
            return Pressed(self._keys[int(line) - 1].data)
        if line.startswith("/"):
            name, _, argument = line[1:].partition(" ")
            return Command(name.lower(), argument)
        return Said(line[1:].strip() if NUMBER.fullmatch(line) else line)

    async def _handle(self, did: Did) -> None:
        owed = await self._conversation.converse(Turn(self._sender, did, self._clock()))
        if owed is not None:
            await self.send(owed)

    def _ours(self, text: Text) -> str:
        return words(text, self._sender.hint or self._conversation.town.default_language)

    def _print(self, *lines: str) -> None:
        self._out.writelines(f"{line}\n" for line in lines)
        self._out.flush()


def _keys(message: Message) -> Iterator[Key]:
    rows = (*(row for card in message.cards for row in card.keys), *message.keys)
    return (key for row in rows for key in row)


def _drawn(message: Message, keys: list[Key]) -> Iterator[str]:
    """The message as lines; pressable buttons with their numbers."""
    yield ""
    yield from (named(shown, message.lang) for shown in message.media)
    yield from (line.text for line in message.text)
    for card in message.cards:
        yield from _card(card, keys)
    yield from (line.text for line in message.after)
    yield from (f"  {key.label}: {key.href}" for key in _keys(message) if key.href)
    own = [key for row in message.keys for key in row if key.data]
    yield "  ".join(_numbered(key, keys) for key in own)
    yield from map(_file, message.files)


def _file(file: Attachment) -> str:
    """Its name, and what is in it when that can be read."""
    is_text = file.media_type in READABLE
    return f"{file.name}:\n{b64decode(file.content).decode()}" if is_text else file.name


def _card(card: OfferCard, keys: list[Key]) -> Iterator[str]:
    yield ""
    yield f"▌ {card.title.text}"
    yield from (f"▌   {_line(line)}" for line in card.lines)
    buttons = "  ".join(_numbered(key, keys) for row in card.keys for key in row)
    if buttons:
        yield f"▌   {buttons}"


def _line(line: Line) -> str:
    written = line.text if not line.label else f"{line.label}: {line.text}"
    return f"{written} ({line.href})" if line.kind == "place" and line.href else written


def _numbered(key: Key, keys: list[Key]) -> str:
    mark = "✓ " if key.chosen else ""
    return f"[{keys.index(key) + 1}] {mark}{key.label}"
