"""The calls that show one owed message in a chat."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from aiogram.exceptions import AiogramError, TelegramBadRequest
from aiogram.types import BufferedInputFile

from bot.channels.telegram_api import TelegramApi
from bot.channels.telegram_errors import delivery_error, is_unchanged
from bot.channels.telegram_html import Part, parts
from bot.message import Attachment, Message
from models.inbox import Owed

Step = Callable[[], Awaitable[None]]
NO_PREVIEW = {"is_disabled": True}


def steps(api: TelegramApi, owed: Owed, message: Message) -> list[Step]:
    """What has to succeed, in this order. Each step raises DeliveryError."""
    chat = int(owed.address)
    shown = parts(message)
    texts = [partial(_send, api, chat, part) for part in shown]
    if owed.place and shown:
        texts[0] = partial(_replace, api, chat, shown[0], int(owed.place))
    return [*texts, *(partial(_attach, api, chat, file) for file in message.files)]


async def _send(api: TelegramApi, chat: int, part: Part) -> None:
    await _call(api, "sendMessage", chat_id=chat, **_params(part))


async def _replace(api: TelegramApi, chat: int, part: Part, place: int) -> None:
    """Change a message where it stands; send a new one where Telegram can change it no more."""
    params = {"chat_id": chat, "message_id": place, **_params(part)}
    try:
        await api.tell("editMessageText", **params)
    except TelegramBadRequest as error:
        if not is_unchanged(error):
            await _send(api, chat, part)
    except AiogramError as error:
        raise delivery_error(error) from None


async def _attach(api: TelegramApi, chat: int, file: Attachment) -> None:
    document = BufferedInputFile(b64decode(file.content), file.name)
    try:
        await api.send_document(chat, document)
    except AiogramError as error:
        raise delivery_error(error) from None


async def _call(api: TelegramApi, name: str, **params: Any) -> None:
    try:
        await api.tell(name, **params)
    except AiogramError as error:
        raise delivery_error(error) from None


def _params(part: Part) -> dict[str, Any]:
    markup = {"reply_markup": part.keyboard} if part.keyboard else {}
    return {
        "text": part.text,
        "parse_mode": "HTML",
        "link_preview_options": NO_PREVIEW,
        **markup,
    }
