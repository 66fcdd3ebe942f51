"""The pace within one chat: in order, a second apart after a short burst, three in a group."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from bot.channels import Busy

PRIVATE_S = 1.0
GROUP_S = 3.0  # https://core.telegram.org/bots/faq: 20 messages a minute
BURST = 5
"""Messages that a private chat gets one right after the other, so that people can talk: the same
page allows short bursts.
"""
PATIENCE_S = 5.0
SWEEP = 1024
Sleep = Callable[[float], Awaitable[None]]


@dataclass(slots=True)
class _Chat:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    inside: int = 0
    free_at: float = 0.0
    paid_until: float = 0.0

    async def free(self, now: float, sleep: Sleep) -> None:
        """Returns when the gap after the one before is over."""
        if self.free_at > now:
            await sleep(self.free_at - now)

    def leave(self, now: float, gap: float, burst: int) -> None:
        """One has left: each takes a gap, and so many gaps less one may be owed (GCRA)."""
        self.paid_until = max(self.paid_until, now) + gap
        self.free_at = self.paid_until - (burst - 1) * gap


class Chats:
    """Keeps a chat's messages apart, from the answer to one until the next leaves.

    Only chats that were written to lately are remembered: idle ones are swept out whenever the
    list has doubled.
    """

    def __init__(self) -> None:
        self._chats: dict[int | str, _Chat] = {}
        self._sweep_at = SWEEP

    def __len__(self) -> int:
        """How many chats are remembered."""
        return len(self._chats)

    @asynccontextmanager
    async def turn(self, id: int | str, sleep: Sleep) -> AsyncIterator[None]:
        """First come, first served. Raises Busy when one's turn would be long in coming."""
        time = asyncio.get_running_loop().time
        chat, (gap, burst) = self._chat(id, time()), gap_of(id)
        wait = max(chat.paid_until - time(), 0.0) + (chat.inside + 1 - burst) * gap
        if wait > PATIENCE_S:
            raise Busy(wait)
        chat.inside += 1
        try:
            async with chat.lock:
                await chat.free(time(), sleep)
                yield
        finally:
            chat.inside -= 1
            chat.leave(time(), gap, burst)

    def _chat(self, id: int | str, now: float) -> _Chat:
        if len(self._chats) >= self._sweep_at:
            kept = {k: c for k, c in self._chats.items() if c.inside or c.paid_until > now}
            self._chats = kept
            self._sweep_at = max(SWEEP, 2 * len(kept))
        return self._chats.setdefault(id, _Chat())


def gap_of(id: int | str) -> tuple[float, int]:
    """Seconds between two messages, and how many may be closer. Groups and channels have negative
    numbers, or a name.
    """
    return (GROUP_S, 1) if isinstance(id, str) or id < 0 else (PRIVATE_S, BURST)
