"""Pictures, sound and film before the question that they belong to.

A picture that cannot be sent holds nothing up: the question comes all the same.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from functools import partial

from aiogram.exceptions import AiogramError, TelegramBadRequest, TelegramForbiddenError
from aiogram.types import BufferedInputFile, InputMediaPhoto, MediaUnion
from aiogram.types import Message as Sent

from bot.channels.telegram_api import TelegramApi
from bot.channels.telegram_limits import clean, clip
from bot.message import Message
from bot.message_media import Shown
from models import form_media, telegram_file
from models.inbox import Owed
from models.store import Store
from models.telegram_file import Known
from surveys.media.checking import named

log = logging.getLogger(__name__)
ALBUM = 10
CAPTION = 1024
METHODS = {
    "audio/ogg": "voice",
    "audio/mpeg": "audio",
    "audio/mp4": "audio",
    "video/mp4": "video",
}
"""What Telegram plays in the chat; other kinds come as files to be opened."""


class Showing:
    """What was handed over to Telegram once has a name there, by which it is sent again."""

    def __init__(self, api: TelegramApi, store: Store) -> None:
        self._api = api
        self._store = store
        self._bot = str(api.id)

    async def show(self, owed: Owed, message: Message) -> None:
        """All of it, in order; not again where a message is only changed in its place."""
        if owed.place or not message.media:
            return
        for group in _groups(message.media):
            try:
                await self._send(int(owed.address), group)
            except TelegramForbiddenError:
                return  # the question will tell
            except AiogramError as error:
                log.info("a picture was not sent", extra={"error": type(error).__name__})

    async def _send(self, chat: int, group: Sequence[Shown]) -> None:
        hashes = [shown.hash for shown in group]
        known = await self._store.read(partial(telegram_file.of, bot=self._bot, hashes=hashes))
        try:
            await self._handed_over(chat, group, known)
        except TelegramBadRequest:
            if not any(one.file_id for one in known.values()):
                raise
            # Telegram has forgotten a name, or the token is another bot's now: once more, anew.
            anew = {digest: Known(one.media_type) for digest, one in known.items()}
            await self._handed_over(chat, group, anew)

    async def _handed_over(
        self, chat: int, group: Sequence[Shown], known: dict[str, Known]
    ) -> None:
        there = [shown for shown in group if shown.hash in known]
        if len(there) > 1:
            sent = await self._album(chat, there, known)
        else:
            sent = [await self._one(chat, one, known) for one in there]
        ids = {one.hash: _file_id(came) for one, came in zip(there, sent, strict=True)}
        new = {digest: id for digest, id in ids.items() if id != known[digest].file_id}
        if new:
            await self._store.write(partial(telegram_file.remember, bot=self._bot, files=new))

    async def _album(
        self, chat: int, group: Sequence[Shown], known: dict[str, Known]
    ) -> list[Sent]:
        album: list[MediaUnion] = []
        for one in group:
            file = await self._file(one, known)
            album.append(InputMediaPhoto(media=file, caption=_caption(one)))
        return await self._api.send_media_group(chat, album)

    async def _one(self, chat: int, shown: Shown, known: dict[str, Known]) -> Sent:
        file, caption = await self._file(shown, known), _caption(shown)
        match "photo" if shown.kind == "image" else METHODS.get(known[shown.hash].media_type):
            case "photo":
                return await self._api.send_photo(chat, file, caption=caption)
            case "voice":
                return await self._api.send_voice(chat, file, caption=caption)
            case "audio":
                return await self._api.send_audio(chat, file, caption=caption)
            case "video":
                return await self._api.send_video(chat, file, caption=caption)
        return await self._api.send_document(chat, file, caption=caption)

    async def _file(self, shown: Shown, known: dict[str, Known]) -> BufferedInputFile | str:
        """By Telegram's name, or with its bytes where it has none yet."""
        there = known[shown.hash]
        if there.file_id:
            return there.file_id
        file = await self._store.read(partial(form_media.content, digest=shown.hash))
        return BufferedInputFile(file.content if file else b"", named("lotse", there.media_type))


def _groups(media: Sequence[Shown]) -> Iterator[Sequence[Shown]]:
    """Pictures of choices in albums; everything else by itself."""
    pictures = [one for one in media if one.choice and one.kind == "image"]
    yield from ((one,) for one in media if not one.choice)
    yield from (pictures[at : at + ALBUM] for at in range(0, len(pictures), ALBUM))
    yield from ((one,) for one in media if one.choice and one.kind != "image")


def _caption(shown: Shown) -> str | None:
    """The number on the button, and what the choice says."""
    said = clip(clean(f"{shown.choice}. {shown.name}"), CAPTION)
    return said if shown.choice else None


def _file_id(message: Sent) -> str:
    """Telegram's name for what was sent."""
    if message.photo:
        return message.photo[-1].file_id
    file = message.voice or message.audio or message.video or message.document
    return file.file_id if file else ""
