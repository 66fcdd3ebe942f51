"""Sends over Telegram what nobody asked for, with python-telegram-bot's ExtBot.

The only file but its parts (`telegram_bulk_*`) that imports `telegram`.
"""

from __future__ import annotations

import os
from dataclasses import replace
from typing import cast

from telegram.error import BadRequest, TelegramError
from telegram.ext import ExtBot

from bot.channels import DeliveryError
from bot.channels.journey import Journey
from bot.channels.pace import Pace
from bot.channels.telegram_bulk_errors import delivery_error, is_done, is_too_late, is_unknown_file
from bot.channels.telegram_bulk_limiter import Leaving, PacedLimiter
from bot.channels.telegram_bulk_pictures import NONE, Pictures
from bot.channels.telegram_bulk_request import AiohttpRequest, Taken
from bot.channels.telegram_bulk_steps import Step, in_words, todo

CONNECTIONS = 150

# Times as timedelta: what the library will do by itself and warns of until then.
os.environ.setdefault("PTB_TIMEDELTA", "1")


class TelegramBulk:
    """A `Carrier`: each part of a message is paced, announced and sent by itself.

    `pictures` knows what Telegram calls pictures that were sent before.
    """

    def __init__(
        self,
        token: str,
        url: str,
        pace: Pace,
        patience: float = 30.0,
        pictures: Pictures = NONE,
    ) -> None:
        self._request = AiohttpRequest(patience, CONNECTIONS)
        self._pictures = pictures
        self._bot = BulkBot(
            token,
            base_url=f"{url}/bot",
            base_file_url=f"{url}/file/bot",
            request=self._request,
            get_updates_request=self._request,
            rate_limiter=PacedLimiter(pace),
        )

    async def carry(self, journey: Journey) -> None:
        """Take the steps that were not taken yet. Raises DeliveryError."""
        steps = todo(journey.row)
        if not steps:
            raise DeliveryError("empty", permanent=True)
        try:
            for number, step in enumerate(steps[journey.parts :], start=journey.parts + 1):
                name = await self._taken(step, journey)
                journey.arrived(name, last=number == len(steps))
        except TelegramError as error:
            raise delivery_error(error) from None

    async def close(self) -> None:
        """Close the connections."""
        await self._request.shutdown()

    async def _taken(self, step: Step, journey: Journey) -> str:
        """What stands there now, by its name in a receipt, "" for nothing."""
        if step.picture:
            return await self._shown(step, journey)
        try:
            answer = await self._bot.make(step, int(journey.row.address), journey.leaving)
        except BadRequest as error:
            if step.else_ and is_too_late(error):
                journey.declined()
                return await self._taken(step.else_, journey)
            if not step.old or not is_done(error):
                raise
            return step.name(step.old)
        return step.name(step.old or number_of(answer))

    async def _shown(self, step: Step, journey: Journey) -> str:
        """A picture; when nobody has it any more, its words alone."""
        async with self._pictures.of(step.picture) as photo:
            if photo.file is not None:
                given = replace(step, parameters={"photo": photo.file, **step.parameters})
                photo.answer = await self._made(given, journey)
                return step.name(number_of(photo.answer))
        return await self._taken(in_words(step), journey) if step.part.text else ""

    async def _made(self, step: Step, journey: Journey) -> Taken:
        try:
            return await self._bot.make(step, int(journey.row.address), journey.leaving)
        except BadRequest as error:
            if not is_unknown_file(error):
                raise
            await self._pictures.forget(step.picture)
            raise DeliveryError("picture") from None


class BulkBot(ExtBot[Leaving]):
    """The library's bot, with calls that were drawn before.

    Its own methods would draw the same message for each person, and build objects of an answer
    of which only a number is read: a third of the processor time. All below them is the library's
    way: `_post` checks, the rate limiter decides when, the request class carries, its errors are
    typed.
    """

    async def make(self, step: Step, chat: int, leaving: Leaving) -> Taken:
        """Make a call when it is its turn. Raises the library's errors, and DeliveryError."""
        which = {"message_id": step.old} if step.old else {}
        given = {"chat_id": chat, **which, **step.parameters}
        limits = self._merge_api_rl_kwargs(None, leaving)
        return cast(Taken, await self._post(step.method, given, api_kwargs=limits))


def number_of(answer: Taken) -> int:
    """Telegram's number of the message that it took; 0 when it did not say."""
    number = answer.get("message_id", 0)
    return number if isinstance(number, int) else 0
