"""Conversations in a lane's hand: one message of a chat at a time, none before one that waits."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Container, Sequence
from datetime import datetime

from bot.lines import Lines
from models.delivery import Kind
from models.delivery_claim import Outgoing
from models.delivery_work import Result


class Talks:
    """What is said in a thread leaves in its order. When one message is put off, those behind it
    are let go: the database has put them off too (models.delivery_order), and they come with it.
    """

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._lines = Lines()
        self._waiting: dict[str, tuple[int, datetime]] = {}
        self._claimed_again: dict[int, Outgoing] = {}

    def new(self, rows: Sequence[Outgoing], in_hand: Container[int]) -> list[Outgoing]:
        """Claimed rows that are not in hand already; of the others it is noted."""
        self._claimed_again |= {row.id: row for row in rows if row.id in in_hand}
        return [row for row in rows if row.id not in in_hand]

    def once_more(self, row: Outgoing, *, let_go: bool) -> Outgoing | None:
        """It was let go, and claimed again before that was known."""
        again = self._claimed_again.pop(row.id, None)
        return again if let_go else None

    async def in_turn(self, row: Outgoing, bring: Callable[[Outgoing], Awaitable[bool]]) -> bool:
        """Bring it when it is its turn in its chat. False: it was let go, for it may not leave now.
        What belongs to no conversation need not wait.
        """
        if row.kind != Kind.HANDOFF:
            return await bring(row)
        async with self._lines.of(row.address):
            return self._is_free(row) and await bring(row)

    def _is_free(self, row: Outgoing) -> bool:
        first, until = self._waiting.get(row.address, (row.id, self._clock()))
        return row.id <= first or until <= self._clock()

    def failed(self, row: Outgoing, result: Result) -> None:
        """It is tried again later: those behind it wait as long."""
        if row.kind != Kind.HANDOFF:
            return
        self._forget_old()
        if result.not_before:
            self._waiting[row.address] = (row.id, result.not_before)

    def _forget_old(self) -> None:
        now = self._clock()
        self._waiting = {chat: one for chat, one in self._waiting.items() if one[1] > now}
