"""When a message may leave: evenly spaced, and never more in any second than a messenger allows."""

from __future__ import annotations

import asyncio
import math
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass

from bot.background import Stop
from bot.channels import Busy, DeliveryError
from bot.channels.flood import Flood
from bot.channels.pace_chats import PATIENCE_S, Chats
from bot.channels.pace_permits import Permits

FEWEST, MOST = 8, 150
IN_FLIGHT_S = 0.3
CATCH_UP_S = 0.25
TALKING_S = 10.0
SHARE = 0.2
SHORT_S = 0.1
SLOW_S = 0.02
"""With that much between two messages none is in a hurry after a standstill: few are in doubt."""
CLUMP_S = 0.005
CLOSER, CLOSER_S = 0.2, 0.002
"""Those that were written down together leave one by one, at most so much closer than planned."""
TICK_S = 1e-6  # less than that need not move the loop's clock
LONGEST_LEAD_S = 0.2
WEIGHT = 0.05


class Pace:
    """Plans departures, `rate` a second at most; times are the loop's, in seconds.

    A turn begins with a slot: one message after the other, so that nobody herds after a halt. Its
    `way` is the time on the wire, for which it needs a permit: they keep the cap, whatever the
    delays. What is done between slot and way (`lead`, as long as it took of late) is begun so much
    before the permit is free.

    `answered` counts the replies that another part of the program has sent. They wait for nobody,
    so what is sent unasked gives way to each, and while people talk it leaves a fifth of the rate
    to them. `flood` is shared with it: a halt of one is a halt of both.
    """

    def __init__(
        self,
        rate: float,
        stop: Stop,
        answered: Callable[[], float] = lambda: 0,
        flood: Flood | None = None,
    ) -> None:
        self._gap = 1 / rate
        self._clump = CLUMP_S if self._gap < CLUMP_S else 0.0  # timers are not finer
        self._between = self._gap - min(self._gap * CLOSER, CLOSER_S)
        self._behind = CATCH_UP_S if self._gap < SLOW_S else CLOSER_S
        self._stop = stop
        self._chats = Chats()
        self._permits = Permits(rate)
        self._answers = Answers(answered)
        self._room = asyncio.Semaphore(in_flight(rate))
        self._order = asyncio.Lock()
        self._door = asyncio.Lock()
        self._next = 0.0
        self._apart = 0.0
        self._flood = flood or Flood()
        self._preparing = 0
        self._lead = 0.0

    @asynccontextmanager
    async def turn(self, chat: int | str) -> AsyncIterator[Turn]:
        """From this message's slot until it is answered. Raises Busy and, halted, DeliveryError."""
        async with self._chats.turn(chat, self.sleep):
            await self._slot()
            async with self._prepared() as turn, self._room:
                yield turn

    @asynccontextmanager
    async def _prepared(self) -> AsyncIterator[Turn]:
        """Counts those that had their slot and have not left."""
        turn = Turn(self, asyncio.get_running_loop().time())
        self._preparing += 1
        try:
            yield turn
        finally:
            self._preparing -= not turn.left

    @asynccontextmanager
    async def way(self, turn: Turn) -> AsyncIterator[None]:
        """The way of a message that had its slot. Raises as `turn`."""
        time = asyncio.get_running_loop().time
        self._lead += (min(time() - turn.since, LONGEST_LEAD_S) - self._lead) * WEIGHT
        async with self._door:
            left = await self._permitted(time)
            self._preparing -= 1
            turn.left = True
        try:
            yield
        finally:
            self._permits.give_back(left, time())

    async def _permitted(self, time: Callable[[], float]) -> float:
        """Take a permit when there is one, and not on the heels of the one before."""
        while (wait := max(self._permits.wait(now := time()), self._apart - now)) > 0:
            await self.sleep(wait)
        if now < self._flood.until:
            raise DeliveryError("flood", retry_after=self._flood.until - now)
        self._permits.take()
        self._apart = max(self._apart, now - self._clump) + self._between
        return now

    def halt(self, seconds: float) -> None:
        """Nobody leaves for so long from now on."""
        self._flood.wait_for(seconds)

    async def _slot(self) -> None:
        """Wait for the next slot. One waits for it, all others for their turn to wait."""
        loop = asyncio.get_running_loop()
        async with self._order:
            while (wait := self._until_slot(loop.time())) > 0:
                await self.sleep(max(wait, self._clump))
            now = loop.time()
            self._give_way(now)
            gap = self._gap / (1 - SHARE) if self._answers.talking(now) else self._gap
            self._next = max(self._next, now - self._behind) + gap

    def _until_slot(self, now: float) -> float:
        """Not long before there will be a permit: what is done in between leaves doubts."""
        free = max(self._next, self._flood.until)
        return max(free - now, self._permits.wait(now, self._preparing) - self._lead)

    def _give_way(self, now: float) -> None:
        """Answers that left meanwhile used the same allowance."""
        new = self._answers.new(now)
        self._permits.use(new, now)
        self._next += new * self._gap

    async def sleep(self, seconds: float) -> None:
        """Wait. Raises Busy when asked to stop, and DeliveryError when it would take long."""
        if seconds > PATIENCE_S:
            raise DeliveryError("flood", retry_after=seconds)
        short = seconds < SHORT_S
        await (asyncio.sleep(max(seconds, TICK_S)) if short else self._stop.sleep(seconds))
        if self._stop.asked:
            raise Busy


@dataclass(slots=True)
class Turn:
    """A message that had its slot at a time (of the loop)."""

    pace: Pace
    since: float
    left: bool = False

    def way(self) -> AbstractAsyncContextManager[None]:
        """Its way, when all is done that has to be done before. Raises as `Pace.turn`."""
        return self.pace.way(self)


class Answers:
    """Replies that left beside what is sent unasked."""

    def __init__(self, count: Callable[[], float]) -> None:
        self._count = count
        self._seen = count()
        self._last = -math.inf

    def new(self, now: float) -> int:
        """How many since the last call."""
        count = self._count()
        new, self._seen = int(count - self._seen), count
        if new:
            self._last = now
        return new

    def talking(self, now: float) -> bool:
        """Whether somebody was answered lately."""
        return now - self._last < TALKING_S


def in_flight(rate: float) -> int:
    """How many may be under way at once: what leaves in a third of a second, within bounds.

    So many at most are in doubt after a crash. Never more than permits: who waits gets one.
    """
    wide = min(max(rate * IN_FLIGHT_S, FEWEST), MOST)
    return max(1, math.floor(min(rate, wide)))
