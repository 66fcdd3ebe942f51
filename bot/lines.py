"""Queues of people: first come, first served, for each key by itself."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field


@dataclass(slots=True)
class _Line:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    people: int = 0


class Lines:
    """One line a key. A line in which nobody stands is forgotten, so none piles up."""

    def __init__(self) -> None:
        self._lines: dict[str, _Line] = {}

    def __len__(self) -> int:
        """How many lines there are."""
        return len(self._lines)

    def of(self, key: str) -> Place:
        """`async with` it: wait for one's turn among those who came before with the same key."""
        return Place(self._lines, key)


@dataclass(slots=True)
class Place:
    """Someone's place in a line; a class, because a generator takes three times as long."""

    _lines: dict[str, _Line]
    _key: str

    async def __aenter__(self) -> None:
        """One's turn."""
        line = self._lines.setdefault(self._key, _Line())
        line.people += 1
        try:
            await line.lock.acquire()
        except BaseException:
            self._leave(line)
            raise

    async def __aexit__(self, *_: object) -> None:
        """The next one's turn."""
        line = self._lines[self._key]
        line.lock.release()
        self._leave(line)

    def _leave(self, line: _Line) -> None:
        line.people -= 1
        if not line.people:
            del self._lines[self._key]
