"""Scripted failures: `server.faults.on("sendMessage", times=2).fails(500)`."""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.standin.calls import Call
from tests.standin.refusal import BLOCKED, UNAUTHORIZED, Refusal, flooded

When = Callable[[dict[str, Any]], bool]

DESCRIPTIONS = {
    400: "Bad Request: refused by the test",
    401: UNAUTHORIZED[1],
    403: BLOCKED[1],
    404: "Not Found",
    409: "Conflict: refused by the test",
    500: "Internal Server Error",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
}


class Dropped(Exception):
    """The connection ends without an answer."""


class Garbled(Exception):
    """The answer is no JSON."""


class Gate:
    """Holds calls until the test lets them go on."""

    def __init__(self) -> None:
        self.reached = asyncio.Event()
        self._open = asyncio.Event()

    def release(self) -> None:
        """Lets the held calls go on, and later ones pass."""
        self._open.set()

    async def hold(self) -> None:
        """Says that a call is here and waits."""
        self.reached.set()
        await self._open.wait()


@dataclass
class Plan:
    """Which calls a failure hits: `left` is how many more, None means for ever."""

    method: str
    left: int | None
    when: When | None
    error: Exception | None = None
    gate: Gate | None = None
    after: bool = False

    def hits(self, call: Call) -> bool:
        """Whether this call is meant."""
        named = self.method in ("*", call.method)
        due = self.left is None or self.left > 0
        return named and due and (self.when is None or self.when(call.params))

    def fails(self, code: int, description: str | None = None) -> None:
        """Answers with an error code, by default in the server's usual words."""
        self.error = Refusal(code, description or DESCRIPTIONS[code])

    def floods(self, retry_after: int) -> None:
        """Answers 429 and asks for so many seconds of patience."""
        self.error = flooded(retry_after)

    def drops(self, *, after: bool = False) -> None:
        """Cuts the connection, before the call takes effect or just after."""
        self.error, self.after = Dropped(), after

    def garbles(self) -> None:
        """Answers a proxy's page instead of JSON."""
        self.error = Garbled()

    def holds(self) -> Gate:
        """Keeps the calls waiting at a gate before they take effect."""
        self.gate = Gate()
        return self.gate


class Faults:
    """All plans; the oldest that hits a call is used, once for each of its times."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._plans: list[Plan] = []
        self._per_second: int | None = None
        self._sent: deque[float] = deque()

    def on(self, method: str, *, times: int | None = 1, when: When | None = None) -> Plan:
        """A plan for the next calls of a method ("*" for any) whose parameters fit `when`."""
        plan = Plan(method, times, when)
        self._plans.append(plan)
        return plan

    def flood(self, per_second: int | None) -> None:
        """Answers 429 to more sends than that in any second; None ends it."""
        self._per_second = per_second
        self._sent.clear()

    def clear(self) -> None:
        """Forgets every plan and opens every gate."""
        for plan in self._plans:
            if plan.gate:
                plan.gate.release()
        self._plans.clear()
        self.flood(None)

    def pick(self, call: Call) -> Plan | None:
        """The plan that hits this call; raises a 429 when it is one too many."""
        if self._per_second is not None:
            self._count(call)
        if not self._plans:
            return None
        plan = next((plan for plan in self._plans if plan.hits(call)), None)
        if plan and plan.left is not None:
            plan.left -= 1
        return plan

    def _count(self, call: Call) -> None:
        if not call.method.startswith("send") or call.method == "sendChatAction":
            return
        now = self._clock()
        while self._sent and self._sent[0] <= now - 1:
            self._sent.popleft()
        if self._per_second is not None and len(self._sent) >= self._per_second:
            raise flooded(1)
        self._sent.append(now)
