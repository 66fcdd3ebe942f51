"""python-telegram-bot's rate limiter, with planned slots instead of bursts."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from bot.channels.pace import Pace

Json = dict[str, Any]
Answer = bool | Json | list[Json]
Leaving = Callable[[], Awaitable[None]]
FREE = frozenset({"getMe", "sendChatAction"})
"""Calls that Telegram does not count as messages."""


@dataclass(frozen=True, slots=True)
class Call:
    """What the library hands to its rate limiter."""

    callback: Callable[..., Coroutine[Any, Any, Answer]]
    args: Any
    kwargs: Json
    endpoint: str
    data: Json
    rate_limit_args: Leaving | None

    async def made(self) -> Answer:
        """Telegram's answer. Raises the library's errors."""
        return await self.callback(*self.args, **self.kwargs)


class PacedLimiter(BaseRateLimiter[Leaving]):
    """Waits for a slot, then awaits `rate_limit_args`, the caller's last word before it leaves.

    A 429 halts everybody until its time; it is raised, not tried again, for the row is the truth.
    Raises what `Pace` raises.
    """

    def __init__(self, pace: Pace) -> None:
        self._pace = pace

    async def initialize(self) -> None:
        """There is nothing to open."""

    async def shutdown(self) -> None:
        """There is nothing to close."""

    async def process_request(self, *_: Any, **request: Any) -> Answer:
        """Make the call (the library names all its parts) when it is its turn."""
        call = Call(**request)
        if call.endpoint in FREE:
            return await call.made()
        async with self._pace.turn(call.data.get("chat_id", 0)) as turn:
            if call.rate_limit_args is not None:
                await call.rate_limit_args()
            async with turn.way():
                return await self._watched(call)

    async def _watched(self, call: Call) -> Answer:
        try:
            return await call.made()
        except RetryAfter as flood:
            self._pace.halt(seconds(flood))
            raise


def seconds(flood: RetryAfter) -> float:
    """How long Telegram asks to wait: a number or a timedelta, as PTB_TIMEDELTA says."""
    wait = flood.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
