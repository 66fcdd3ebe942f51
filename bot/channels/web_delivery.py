"""What is sent unasked to a browser: owed like an answer, until the page has it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial

from bot.channels.journey import Journey
from bot.channels.web_frames import CHANNEL
from models.delivery_receipt import AWAY
from models.inbox import Owed, owe


class WebDelivery:
    """A `Carrier`. To deliver is to owe, in one transaction; `send` wakes the page if it is open.

    With several processes the page may be open at another: then it gets the message when it next
    comes back. What replaces an earlier message stands in its place; nothing is taken away without
    saying so.
    """

    def __init__(self, send: Callable[[Owed], Awaitable[None]]) -> None:
        self._send = send

    async def carry(self, journey: Journey) -> None:
        """Owe the message."""
        row = journey.row
        place = row.edits.removeprefix(AWAY)
        owing = partial(owe, to=(CHANNEL, row.address), message=row.message, place=place)
        await self._send(await journey.settle(owing, lambda owed: str(owed.id)))

    async def close(self) -> None:
        """There is nothing to close."""
