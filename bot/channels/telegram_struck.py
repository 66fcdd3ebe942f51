"""Strikes off what was sent, many at a time."""

from __future__ import annotations

from functools import partial

from bot.background import Background
from models import inbox
from models.store import Store


class StruckOff:
    """Collects the ids of owed messages that need not be sent any more.

    While one transaction is on its way to the disk the next ids gather, so that a busy bot
    strikes off many at once. Ids that could not be written are written with the next.
    """

    def __init__(self, store: Store, background: Background) -> None:
        self._store = store
        self._background = background
        self._ids: list[int] = []
        self._writing = False

    def add(self, id: int) -> None:
        """Strike this one off soon."""
        self._ids.append(id)
        if not self._writing:
            self._writing = True
            self._background.start(self._write())

    async def _write(self) -> None:
        try:
            while self._ids:
                ids = self._ids
                self._ids = []
                await self._one(ids)
        finally:
            self._writing = False

    async def _one(self, ids: list[int]) -> None:
        try:
            await self._store.write(partial(inbox.strike_off, ids=ids), joins=True)
        except BaseException:
            self._ids += ids
            raise
