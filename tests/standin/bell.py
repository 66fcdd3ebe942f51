"""Waiting for something to become true, without polling."""

import asyncio
from collections.abc import Callable


class Bell:
    """Wakes everyone who waits. Ringing costs nothing while nobody does."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def ring(self) -> None:
        """Lets those who wait look again."""
        for future in self._waiting:
            if not future.done():
                future.set_result(None)
        self._waiting.clear()

    async def until(self, holds: Callable[[], object], within: float | None = None) -> bool:
        """Returns True as soon as `holds()` is, False after `within` seconds."""
        try:
            async with asyncio.timeout(within):
                await self._held(holds)
        except TimeoutError:
            return bool(holds())
        return True

    async def _held(self, holds: Callable[[], object]) -> None:
        while not holds():
            await self._rung()

    async def _rung(self) -> None:
        future = asyncio.get_running_loop().create_future()
        self._waiting.add(future)
        try:
            await future
        finally:
            self._waiting.discard(future)
