"""Delivery to a webhook: in order for each chat, several chats at once, until it is taken."""

import asyncio
import json
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout

from tests.standin.bell import Bell
from tests.standin.updates import Update, UpdateQueue

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
# What a webhook's answer may not ask for in its `method` field.
NOT_IN_ANSWERS = ("get", "setWebhook", "deleteWebhook", "close", "logOut")

Lane = deque[tuple[int, Update]]


@dataclass(frozen=True, slots=True)
class Target:
    """Where updates go, with how many requests at once."""

    url: str
    secret: str = ""
    connections: int = 40


@dataclass
class _Delivery:
    """One target's lanes: each holds the updates of one chat that wait for their turn."""

    target: Target
    gate: asyncio.Semaphore
    lanes: dict[object, Lane] = field(default_factory=dict)


class Webhook:
    """Posts updates to the target and confirms them when it answers with a 2xx."""

    def __init__(self, updates: UpdateQueue, retry_delay: float) -> None:
        self.retry_delay = retry_delay
        self.last_error: str | None = None
        self.perform: Callable[[str, dict[str, Any]], Awaitable[object]]
        self._updates = updates
        self._delivery: _Delivery | None = None
        self._changed = Bell()
        self._session: ClientSession
        self._tasks: asyncio.TaskGroup

    async def run(self, ready: asyncio.Event) -> None:
        """Delivers until it is cancelled."""
        session = ClientSession(timeout=ClientTimeout(60))
        async with session, asyncio.TaskGroup() as self._tasks:
            self._session = session
            ready.set()
            await asyncio.get_running_loop().create_future()

    @property
    def target(self) -> Target | None:
        """Where updates go now, or None."""
        return self._delivery.target if self._delivery else None

    def point(self, target: Target | None) -> None:
        """Delivers to a new target, what is pending first, or stops delivering."""
        self._delivery = None
        self.last_error = None
        self._updates.webhook = target is not None
        self._updates.bell.ring()
        self._changed.ring()
        if target:
            self._delivery = _Delivery(target, asyncio.Semaphore(target.connections))
            for number, update in self._updates.pending.items():
                self.offer(number, update)

    def offer(self, number: int, update: Update) -> None:
        """Puts an update into its lane, if there is a target."""
        delivery = self._delivery
        if delivery is None:
            return
        key = _lane_of(update)
        if key in delivery.lanes:
            delivery.lanes[key].append((number, update))
        else:
            delivery.lanes[key] = deque([(number, update)])
            self._tasks.create_task(self._drain(delivery, key))

    async def _drain(self, delivery: _Delivery, key: object) -> None:
        lane = delivery.lanes[key]
        while lane and self._delivery is delivery:
            number, update = lane[0]
            async with delivery.gate:
                taken = await self._post(delivery.target, update)
            if taken:
                lane.popleft()
                self._updates.pending.pop(number, None)
            else:
                await self._changed.until(lambda: self._delivery is not delivery, self.retry_delay)
        del delivery.lanes[key]

    async def _post(self, target: Target, update: Update) -> bool:
        headers = {SECRET_HEADER: target.secret} if target.secret else {}
        try:
            async with self._session.post(target.url, json=update, headers=headers) as response:
                body = await response.read()
        except (ClientError, TimeoutError, OSError) as error:
            self.last_error = f"Connection failed: {type(error).__name__}"
            return False
        if not response.ok:
            self.last_error = f"Wrong response from the webhook: {response.status}"
            return False
        await self._answered(body)
        return True

    async def _answered(self, body: bytes) -> None:
        """Carries out the one method that a webhook's answer may ask for."""
        try:
            asked = json.loads(body)
        except ValueError:
            return
        method = asked.pop("method", "") if isinstance(asked, dict) else ""
        if method and not method.startswith(NOT_IN_ANSWERS):
            await self.perform(method, asked)


def _lane_of(update: Update) -> object:
    """Messages queue by chat, callback queries by person, anything else alone."""
    for kind, held in update.items():
        if not isinstance(held, dict):
            continue
        whose = held.get("from") if kind == "callback_query" else held.get("chat")
        if isinstance(whose, dict) and isinstance(whose.get("id"), int):
            return (kind == "callback_query", whose["id"])
    return update.get("update_id")
