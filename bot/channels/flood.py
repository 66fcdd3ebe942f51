"""A messenger asked to wait: then nobody sends, neither answers nor what is sent unasked."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from bot.background import Stop


@dataclass(slots=True)
class Flood:
    """One for all that send with the same token. `until` is the loop's time, in seconds."""

    until: float = 0.0

    def wait_for(self, seconds: float) -> None:
        """Nobody sends for so long from now on."""
        self.until = max(self.until, asyncio.get_running_loop().time() + seconds)

    async def over(self, stop: Stop) -> None:
        """Returns when sending is allowed, or when asked to stop."""
        loop = asyncio.get_running_loop()
        while (left := self.until - loop.time()) > 0 and not stop.asked:
            await stop.sleep(left)
