"""Sends over Telegram what nobody asked for, with python-telegram-bot's ExtBot.

The only file but its parts (`telegram_bulk_*`) that imports `telegram`.
"""

from __future__ import annotations

import os
from base64 import b64decode
from collections.abc import Awaitable, Callable
from functools import lru_cache, partial
from typing import Any

from telegram import InlineKeyboardMarkup, LinkPreviewOptions
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.channels import DeliveryError
from bot.channels.journey import Journey
from bot.channels.pace import Pace
from bot.channels.telegram_bulk_errors import delivery_error
from bot.channels.telegram_bulk_limiter import Leaving, PacedLimiter
from bot.channels.telegram_bulk_request import AiohttpRequest
from bot.channels.telegram_html import Part, parts
from bot.message import Attachment, from_json

CONNECTIONS = 150
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
Step = Callable[[ExtBot[Leaving], int, Leaving], Awaitable[object]]

# Times as timedelta: what the library will do by itself and warns of until then.
os.environ.setdefault("PTB_TIMEDELTA", "1")


class TelegramBulk:
    """A `Carrier`: each part of a message is paced, announced and sent by itself."""

    def __init__(self, token: str, url: str, pace: Pace, patience: float = 30.0) -> None:
        self._request = AiohttpRequest(patience, CONNECTIONS)
        self._bot: ExtBot[Leaving] = ExtBot(
            token,
            base_url=f"{url}/bot",
            base_file_url=f"{url}/file/bot",
            request=self._request,
            get_updates_request=self._request,
            rate_limiter=PacedLimiter(pace),
        )

    async def carry(self, journey: Journey) -> None:
        """Send the parts that have not arrived yet. Raises DeliveryError."""
        todo = steps(journey.row.message)
        if not todo:
            raise DeliveryError("empty", permanent=True)
        chat = int(journey.row.address)
        try:
            for step in todo[journey.parts :]:
                await step(self._bot, chat, journey.leaving)
                journey.arrived(last=step is todo[-1])
        except TelegramError as error:
            raise delivery_error(error) from None

    async def close(self) -> None:
        """Close the connections."""
        await self._request.shutdown()


@lru_cache(maxsize=64)
def steps(message: bytes) -> tuple[Step, ...]:
    """The calls that show a message, in order. The same news for everybody are drawn once."""
    drawn = from_json(message)
    texts = [partial(_text, part=part, markup=_markup(part)) for part in parts(drawn)]
    return (*texts, *(partial(_file, file=file) for file in drawn.files))


def _markup(part: Part) -> InlineKeyboardMarkup | None:
    return InlineKeyboardMarkup.de_json(part.keyboard, None) if part.keyboard else None


async def _text(
    bot: ExtBot[Leaving],
    chat: int,
    leaving: Leaving,
    *,
    part: Part,
    markup: InlineKeyboardMarkup | None,
) -> Any:
    return await bot.send_message(
        chat,
        part.text,
        parse_mode="HTML",
        link_preview_options=NO_PREVIEW,
        reply_markup=markup,
        rate_limit_args=leaving,
    )


async def _file(bot: ExtBot[Leaving], chat: int, leaving: Leaving, *, file: Attachment) -> Any:
    content = b64decode(file.content)
    return await bot.send_document(chat, content, filename=file.name, rate_limit_args=leaving)
