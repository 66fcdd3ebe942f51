"""Pictures in what is sent unasked: handed over to Telegram once, then known there by a name."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from telegram import InputFile

from models import form_media, telegram_file
from models.store import Store
from surveys.media.checking import named


@dataclass(slots=True)
class Photo:
    """`file` is Telegram's name of it, or its bytes, or None when it is gone; `answer` is what
    Telegram said when it took it.
    """

    file: str | InputFile | None
    answer: Any = None


class Pictures(Protocol):
    """Where pictures are found by their hash."""

    def of(self, digest: str) -> AbstractAsyncContextManager[Photo]:
        """A picture to send; what Telegram answers is to be left in it."""

    async def forget(self, digest: str) -> None:
        """Telegram does not know its name any more."""


class NoPictures:
    """There are none."""

    @asynccontextmanager
    async def of(self, digest: str) -> AsyncIterator[Photo]:
        """It is not here."""
        yield Photo(None)

    async def forget(self, digest: str) -> None:
        """It was not known."""


NONE = NoPictures()


class StoredPictures:
    """`bot` is the number of the bot: another one calls the same picture otherwise."""

    def __init__(self, store: Store, bot: str) -> None:
        self._store = store
        self._bot = bot
        self._names: dict[str, str] = {}
        self._handing: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    @asynccontextmanager
    async def of(self, digest: str) -> AsyncIterator[Photo]:
        """A picture to send. Until Telegram has a name for it, one chat gets it at a time."""
        if name := self._names.get(digest):
            yield Photo(name)
            return
        async with self._handing[digest]:
            photo = await self._found(digest)
            yield photo
            if photo.answer is not None:
                await self._learn(digest, photo)

    async def forget(self, digest: str) -> None:
        """Telegram does not know that name any more."""
        self._names.pop(digest, None)
        await self._store.write(partial(telegram_file.forget, bot=self._bot, hashes=[digest]))

    async def _found(self, digest: str) -> Photo:
        if name := self._names.get(digest):  # while we waited
            return Photo(name)
        known = await self._store.read(partial(telegram_file.of, bot=self._bot, hashes=[digest]))
        if digest in known and known[digest].file_id:
            self._names[digest] = known[digest].file_id
            return Photo(known[digest].file_id)
        file = await self._store.read(partial(form_media.content, digest=digest))
        if file is None:
            return Photo(None)
        return Photo(InputFile(file.content, filename=named("lotse", file.media_type)))

    async def _learn(self, digest: str, photo: Photo) -> None:
        sizes = photo.answer.get("photo") or [{}]
        name = sizes[-1].get("file_id", "")
        if name and name != photo.file:
            self._names[digest] = name
            files = {digest: name}
            await self._store.write(partial(telegram_file.remember, bot=self._bot, files=files))
