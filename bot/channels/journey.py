"""One row on its way, and what those who carry rows have to be able to do."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol, TypeVar, runtime_checkable

from bot.channels import Busy
from models.base import Session
from models.delivery import Kind, State
from models.delivery_claim import Outgoing
from models.delivery_receipt import AWAY
from models.delivery_work import Result

R = TypeVar("R")
AT_ONCE = 30
LONGEST = 64


class Log(Protocol):
    """Where journeys are written down."""

    async def leave(self, id: int) -> bool:
        """Record that a row leaves now. False: it is not ours any more."""

    def record(self, result: Result) -> None:
        """Record what became of a row, soon."""

    async def settle(
        self, id: int, unit: Callable[[Session], R], result: Callable[[R], Result]
    ) -> R:
        """Run `unit` and record the result that follows from it in one transaction."""


@dataclass(slots=True)
class Journey:
    """`parts` of the row's message have arrived, and the channel calls them `names`; `on_the_way`
    while one may be arriving.
    """

    row: Outgoing
    log: Log
    parts: int = 0
    on_the_way: bool = False
    settled: bool = False
    names: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.parts = self.row.parts_sent

    async def leaving(self) -> None:
        """Call it just before the message (or its next part) leaves, after all waiting.

        After it returned a crash leaves open whether it arrived. Raises Busy when another worker
        has taken the row over meanwhile.
        """
        if not await self.log.leave(self.row.id):
            self.settled = True
            raise Busy
        self.on_the_way = True

    def arrived(self, name: str = "", *, last: bool = True) -> None:
        """It did, and is called that now. While the next part waits, nothing is in doubt."""
        self.on_the_way = False
        self.parts += 1
        self.names += [name] if name else []
        if not last:
            self.log.record(Result(self.row.id, State.QUEUED, self.parts))

    def declined(self) -> None:
        """It did not, and another attempt follows at once."""
        self.on_the_way = False
        self.log.record(Result(self.row.id, State.QUEUED, self.parts))

    async def settle(self, unit: Callable[[Session], R], name: Callable[[R], str]) -> R:
        """Deliver by `unit`, in the transaction that says so: nothing can come between."""
        self.settled = True
        return await self.log.settle(self.row.id, unit, lambda came: self.result(name(came)))

    def result(self, name: str = "") -> Result:
        """It arrived. Where, is remembered of news, and of what replaced them when that changed.

        Of what began to arrive before a crash not all is known: it cannot be corrected.
        """
        place = ",".join([*self.names, *([name] if name else [])])
        known = self.row.kind == Kind.NEWS and not self.row.parts_sent and len(place) <= LONGEST
        new = place if not self.row.edits else _changed(place, self.row.edits)
        return Result(self.row.id, State.SENT, max(self.parts, 1), place=new if known else "")


def _changed(place: str, edits: str) -> str:
    """Where it stands now if that is elsewhere, "-" if nowhere, "" if it is where it was."""
    return "" if place == edits.removeprefix(AWAY) else place or AWAY


class Sender(Protocol):
    """The simple way to be a channel for what is sent unasked."""

    async def deliver(self, row: Outgoing) -> int:
        """Hand over a message; how many parts it took. Raises DeliveryError."""


@runtime_checkable
class Carrier(Protocol):
    """A channel that paces itself, or knows better when a message leaves and arrives."""

    async def carry(self, journey: Journey) -> None:
        """Bring the row's message where it belongs. Raises DeliveryError."""

    async def close(self) -> None:
        """No more rows come."""


class Plain:
    """A `Sender` as a `Carrier`: said to leave when it is its turn among a few at once."""

    def __init__(self, sender: Sender, at_once: int = AT_ONCE) -> None:
        self._sender = sender
        self._slots = asyncio.Semaphore(at_once)

    async def carry(self, journey: Journey) -> None:
        """Announce, hand over."""
        async with self._slots:
            await journey.leaving()
            journey.parts = await self._sender.deliver(journey.row)
            journey.on_the_way = False

    async def close(self) -> None:
        """There is nothing to close."""
