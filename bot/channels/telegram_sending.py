"""Hands owed messages over to Telegram: in order for each chat, as often as it takes."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

from bot.background import delays
from bot.channels import DeliveryError, Gone
from bot.channels.telegram_drafts import Step, steps
from bot.channels.telegram_media import Showing
from bot.channels.telegram_struck import StruckOff
from bot.channels.telegram_tools import Tools
from bot.lines import Lines
from bot.message import Message, message_of
from models.inbox import Owed
from models.store import Store

log = logging.getLogger(__name__)
AT_ONCE = 50


class Sending:
    """A message is tried until Telegram takes it or refuses it for good; then it is struck off.

    A chat whose message waits for a new try holds up nobody but itself. When asked to stop, what
    could not be sent at the first try stays owed for the next start.
    """

    def __init__(
        self,
        tools: Tools,
        store: Store,
        struck: StruckOff,
        gone: Callable[[str], Awaitable[None]],
    ) -> None:
        self._tools = tools
        self._struck = struck
        self._gone = gone
        self._showing = Showing(tools.api, store)
        self._lines = Lines()
        self._slots = asyncio.Semaphore(AT_ONCE)
        self._flood = tools.flood

    def put(self, owed: Owed) -> None:
        """Send in the background, after what the chat was owed before."""
        self._tools.background.start(self.deliver(owed))

    async def deliver(self, owed: Owed) -> None:
        """Send, after what the chat was owed before; then strike off."""
        async with self._lines.of(owed.address):
            message = message_of(owed)
            await self._show(owed, message)
            try:
                done = await self._all(steps(self._tools.api, owed, message))
            except DeliveryError as error:
                done = await self._refused(owed, error)
            if done:
                self._struck.add(owed.id)

    async def once(self, owed: Owed) -> None:
        """Try once, without striking off. Raises DeliveryError."""
        message = message_of(owed)
        await self._showing.show(owed, message)
        for step in steps(self._tools.api, owed, message):
            await step()

    async def _show(self, owed: Owed, message: Message) -> None:
        """Pictures come first, and are tried once."""
        if message.media:
            await self._flood.over(self._tools.stop)
            async with self._slots:
                await self._showing.show(owed, message)

    async def _all(self, todo: list[Step]) -> bool:
        """Each step until it succeeds; False when stopped before. Raises permanent errors."""
        for step in todo:
            if not await self._persist(step):
                return False
        self._tools.counters.sent += len(todo)
        return True

    async def _persist(self, step: Step) -> bool:
        timing = self._tools.timing
        for delay in delays(timing.first_delay, timing.longest_delay):
            await self._flood.over(self._tools.stop)
            error = await self._try(step)
            if error is None:
                return True
            await self._wait(error, delay)
            if self._tools.stop.asked:
                break
        return False

    async def _try(self, step: Step) -> DeliveryError | None:
        """The passing failure, if it was one. Raises a permanent one."""
        try:
            async with self._slots:
                await step()
        except DeliveryError as error:
            if error.permanent:
                raise
            return error
        return None

    async def _wait(self, error: DeliveryError, delay: float) -> None:
        self._tools.counters.retried += 1
        if error.retry_after is None:
            await self._tools.stop.sleep(delay)
        else:
            self._flood.wait_for(error.retry_after)

    async def _refused(self, owed: Owed, error: DeliveryError) -> bool:
        self._tools.counters.refused += 1
        log.info("message refused", extra={"owed": owed.id, "reason": str(error)})
        if isinstance(error, Gone):
            await self._gone(owed.address)
        return True
