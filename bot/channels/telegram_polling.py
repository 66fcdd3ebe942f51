"""Asks Telegram for updates, and confirms them only when they are stored."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

from aiogram.exceptions import AiogramError, TelegramConflictError, TelegramRetryAfter
from sqlalchemy.exc import OperationalError

from bot.background import delays
from bot.channels.telegram_handling import Handling
from bot.channels.telegram_inbox import Inbox
from bot.channels.telegram_limits import ALLOWED_UPDATES, BATCH
from bot.channels.telegram_tools import Tools
from bot.channels.telegram_turns import update_id
from bot.trouble import report

log = logging.getLogger(__name__)
GRACE = 15.0  # seconds beyond the long poll before the network counts as broken


class Polling:
    """One long poll after the other until asked to stop."""

    def __init__(self, tools: Tools, inbox: Inbox, handling: Handling) -> None:
        self._tools = tools
        self._inbox = inbox
        self._handling = handling
        self._offset: int | None = None
        self._delays = self._fresh_delays()

    async def run(self) -> None:
        """Takes nothing new while too much is in hand."""
        while not self._tools.stop.asked:
            await self._tools.stop.unless(self._tools.background.room())
            raws = await self._tools.stop.unless(self._ask())
            if raws:
                await self._take(raws)

    async def _ask(self) -> list[Any]:
        """The next updates; none after a failure, when it has waited its time."""
        poll = self._tools.timing.poll
        offset = {} if self._offset is None else {"offset": self._offset}
        try:
            raws = await self._tools.api.call(
                "getUpdates",
                patience=poll + GRACE,
                timeout=poll,
                limit=BATCH,
                allowed_updates=ALLOWED_UPDATES,
                **offset,
            )
        except AiogramError as error:
            await self._failed(error)
            return []
        self._delays = self._fresh_delays()
        return raws if isinstance(raws, list) else []

    async def _take(self, raws: list[Any]) -> None:
        taken = self._inbox.take(raws)
        for each in taken.incoming:
            self._handling.later(each)
        try:
            await taken.stored
        except OperationalError as error:
            report(log, "the database is out of order", error)
            await self._tools.stop.sleep(next(self._delays))
        else:
            await self._confirm(raws)

    async def _confirm(self, raws: list[Any]) -> None:
        """The next call's offset confirms what is stored by now."""
        ids = [int(id) for raw in raws if (id := update_id(raw))]
        if ids:
            self._offset = max(ids) + 1
        else:  # nothing to confirm by: the same would come at once again
            await self._tools.stop.sleep(next(self._delays))

    async def _failed(self, error: AiogramError) -> None:
        self._tools.counters.failed_polls += 1
        delay = next(self._delays)
        if isinstance(error, TelegramRetryAfter):
            delay = float(error.retry_after)
        log.warning("%s; next try in %.0f s", _in_words(error), delay)
        await self._tools.stop.sleep(delay)

    def _fresh_delays(self) -> Iterator[float]:
        return delays(self._tools.timing.first_delay, self._tools.timing.longest_delay)


def _in_words(error: AiogramError) -> str:
    match error:
        case TelegramConflictError():
            return "Another program receives this bot's updates, or a webhook is set"
        case TelegramRetryAfter():
            return "Telegram asks to poll less often"
    return f"Telegram gives no updates ({type(error).__name__})"
