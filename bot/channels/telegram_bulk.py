"""Sends over Telegram what nobody asked for, with python-telegram-bot's ExtBot.

The only file but its parts (`telegram_bulk_*`) that imports `telegram`.
"""

from __future__ import annotations

import os
from base64 import b64decode
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from telegram import InputFile
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.channels import DeliveryError
from bot.channels.journey import Journey
from bot.channels.pace import Pace
from bot.channels.telegram_bulk_errors import delivery_error
from bot.channels.telegram_bulk_limiter import Leaving, PacedLimiter
from bot.channels.telegram_bulk_request import DRAWN, AiohttpRequest, drawn
from bot.channels.telegram_html import Part, parts
from bot.message import Attachment, from_json

CONNECTIONS = 150
NO_PREVIEW = {"is_disabled": True}

# Times as timedelta: what the library will do by itself and warns of until then.
os.environ.setdefault("PTB_TIMEDELTA", "1")


class TelegramBulk:
    """A `Carrier`: each part of a message is paced, announced and sent by itself."""

    def __init__(self, token: str, url: str, pace: Pace, patience: float = 30.0) -> None:
        self._request = AiohttpRequest(patience, CONNECTIONS)
        self._bot = BulkBot(
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
                await self._bot.make(step, chat, journey.leaving)
                journey.arrived(last=step is todo[-1])
        except TelegramError as error:
            raise delivery_error(error) from None

    async def close(self) -> None:
        """Close the connections."""
        await self._request.shutdown()


@dataclass(frozen=True, slots=True)
class Step:
    """A call and its parameters, all but the chat."""

    method: str
    parameters: dict[str, Any]


class BulkBot(ExtBot[Leaving]):
    """The library's bot, with calls that were drawn before.

    Its own methods would draw the same message for each person, and build objects of an answer
    that nobody reads: a third of the processor time. All below them is the library's way: `_post`
    checks, the rate limiter decides when, the request class carries, its errors are typed.
    """

    async def make(self, step: Step, chat: int, leaving: Leaving) -> None:
        """Make a call when it is its turn. Raises the library's errors, and DeliveryError."""
        given = {"chat_id": chat, **step.parameters}
        limits = self._merge_api_rl_kwargs(None, leaving)
        await self._post(step.method, given, api_kwargs=limits)


@lru_cache(maxsize=64)
def steps(message: bytes) -> tuple[Step, ...]:
    """The calls that show a message, in order. The same news for everybody are drawn once."""
    whole = from_json(message)
    return (*map(_text, parts(whole)), *map(_file, whole.files))


def _text(part: Part) -> Step:
    shown = {"text": part.text, "parse_mode": "HTML", "link_preview_options": NO_PREVIEW}
    keys = {"reply_markup": part.keyboard} if part.keyboard else {}
    return Step("sendMessage", {DRAWN: drawn(shown | keys)})


def _file(file: Attachment) -> Step:
    content = InputFile(b64decode(file.content), filename=file.name)
    return Step("sendDocument", {"document": content})
