"""One channel's queue: claims what is due, sends it, records what became of it."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from bot.background import Background, Stop
from bot.channels import Busy, DeliveryError, Gone, Moved, Unsure
from bot.channels.journey import Carrier, Journey
from bot.delivery_ledger import Ledger
from bot.delivery_outcome import Options, Trouble, result_of
from bot.delivery_talks import Talks
from bot.trouble import report
from models.delivery import State
from models.delivery_channel import after_crash, held, hold, move, next_due
from models.delivery_claim import Claim, Outgoing, claim
from models.leader import Lead
from models.store import Store

log = logging.getLogger(__name__)
IN_HAND = 400
AT_LEAST = 200
"""Rows are claimed so many at a time, when there is room for them."""
SOON_S = 0.01
COUNTED = {
    State.QUEUED: "delivery_retried_total",
    State.UNKNOWN: "delivery_doubtful_total",
    State.FAILED: "delivery_failed_total",
    State.GONE: "delivery_gone_total",
}


@dataclass(frozen=True, slots=True)
class Tools:
    """What all lanes share."""

    store: Store
    clock: Callable[[], datetime]
    stop: Stop
    ledger: Ledger
    options: Options
    counters: Counter[str]


class Lane:
    """Works while it leads among all processes, from `wake` to `wake` and when rows are due."""

    def __init__(self, name: str, carrier: Carrier, lead: Lead, tools: Tools) -> None:
        self.name = name
        self._carrier = carrier
        self._lead = lead
        self._tools = tools
        self._woken = asyncio.Event()
        self._background = Background(IN_HAND - AT_LEAST + 1)
        self._in_hand: set[int] = set()
        self._talks = Talks(tools.clock)
        self._trouble = Trouble()
        self._leads = False
        self._held_until: datetime | None = None

    def wake(self) -> None:
        """Look for rows now."""
        self._woken.set()

    async def run(self) -> None:
        """Deliver until asked to stop; what has left is waited for, and its end written."""
        try:
            async with self._background:
                await self._deliver()
        finally:
            await self._carrier.close()
            await self._tools.ledger.written()
            await asyncio.to_thread(self._lead.resign)

    async def _deliver(self) -> None:
        while not self._tools.stop.asked:
            await self._turn()

    async def _turn(self) -> None:
        self._woken.clear()
        try:
            found = await self._claimed() if await self._is_leader() else []
            wait = 0.0 if found else await self._until_next()
        except Exception as error:  # noqa: BLE001  the database is in trouble: later
            report(log, "no deliveries claimed", error)
            found, wait = [], self._tools.options.look_again
        for row in found:
            self._start(row)
        await (self._tools.stop.unless(self._background.room()) if found else self._idle(wait))

    def _start(self, row: Outgoing) -> None:
        self._in_hand.add(row.id)
        self._background.start(self._carry(row))

    async def _is_leader(self) -> bool:
        """Whether this process leads, having found out what the one before left behind."""
        if not await asyncio.to_thread(self._lead.held):
            self._leads = False
        elif not self._leads:
            await self._take_over()
            self._leads = True
        return self._leads

    async def _take_over(self) -> None:
        store, now = self._tools.store, self._tools.clock()
        mine = frozenset(self._in_hand)
        left = partial(after_crash, channel=self.name, now=now, but=mine)
        self._tools.counters["delivery_doubtful_total"] += await store.write(left)
        self._held_until = await store.read(partial(held, channel=self.name))

    async def _claimed(self) -> list[Outgoing]:
        now = self._tools.clock()
        if self._held_until is not None and now < self._held_until:
            return []
        until = now + self._tools.options.lease
        room = IN_HAND - len(self._in_hand)
        wanted = Claim(self.name, self._tools.ledger.worker, room, until)
        rows = await self._tools.store.write(partial(claim, wanted=wanted, now=now))
        return self._talks.new(rows, self._in_hand)

    async def _until_next(self) -> float:
        """Seconds until there may be something to do."""
        longest = self._tools.options.look_again
        if not self._leads:
            return longest
        now = self._tools.clock()
        due = await self._tools.store.read(partial(next_due, channel=self.name, now=now))
        if due is None:
            return longest
        due = max(due, self._held_until or due)
        return min(longest, max(SOON_S, (due - now).total_seconds()))

    async def _idle(self, seconds: float) -> None:
        """Until woken, or for so long."""
        try:
            async with asyncio.timeout(seconds) as over:
                await self._tools.stop.unless(self._woken.wait())
        except TimeoutError:
            if not over.expired():
                raise

    async def _carry(self, row: Outgoing) -> None:
        try:
            went = await self._talks.in_turn(row, self._bring)
        finally:
            self._in_hand.discard(row.id)
        if again := self._talks.once_more(row, let_go=not went):
            self._start(again)

    async def _bring(self, row: Outgoing) -> bool:
        """False: it was not this worker's any more, and did not leave."""
        journey = Journey(row, self._tools.ledger)
        try:
            await self._carrier.carry(journey)
        except DeliveryError as error:
            await self._failed(journey, error)
            return not (journey.settled and isinstance(error, Busy))
        except Exception as error:  # noqa: BLE001  a bug must not hold up the others
            report(log, "a delivery failed", error, delivery=row.id)
            kind = type(error).__name__[:32]
            bug = Unsure(kind) if journey.on_the_way else DeliveryError(kind, permanent=True)
            await self._failed(journey, bug)
        else:
            self._arrived(journey)
        return True

    def _arrived(self, journey: Journey) -> None:
        self._trouble.pause(None)
        self._tools.counters["delivery_sent_total"] += 1
        if not journey.settled:
            self._tools.ledger.record(journey.result())

    async def _failed(self, journey: Journey, error: DeliveryError) -> None:
        row, now, store = journey.row, self._tools.clock(), self._tools.store
        if journey.settled:
            return
        result = result_of(journey, error, now, self._tools.options)
        self._tools.counters[COUNTED[result.state]] += 1
        self._tools.ledger.record(result)
        self._talks.failed(row, result)
        if pause := self._trouble.pause(error):
            await self._hold(now + timedelta(seconds=pause))
        if isinstance(error, Gone):
            await self._tools.options.gone(self.name, row.address)
        if isinstance(error, Moved):
            there = partial(move, channel=self.name, old=row.address, new=error.address)
            await store.write(there)

    async def _hold(self, until: datetime) -> None:
        """Everybody waits. Asked for many times at once, it is written once."""
        if self._held_until is not None and until <= self._held_until + timedelta(seconds=1):
            return
        self._held_until = until
        await self._tools.store.write(partial(hold, channel=self.name, until=until))
