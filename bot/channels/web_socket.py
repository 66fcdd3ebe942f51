"""One open page: its frames in, its messages out, in order."""

from __future__ import annotations

import asyncio
import json
from collections import Counter, deque
from dataclasses import dataclass, field
from typing import Protocol

from starlette.websockets import WebSocket

from bot.channels.web_frames import Deed, Hello, MalformedFrame, Seen, parse
from models.inbox import Owed
from models.turn import Turn
from web.session import address_of

PATIENCE = 100


class House(Protocol):
    """What a visit needs of the channel."""

    counters: Counter[str]

    async def meet(self, visit: Visit) -> None:
        """The page said hello."""

    def wait(self, visit: Visit) -> float:
        """Seconds until this page may do something again. Raises Closed."""

    async def take_in(self, visit: Visit, deed: Deed) -> Turn:
        """Store a deed."""

    async def answer(self, turn: Turn) -> bool:
        """Handle a stored deed. False when it never can be."""

    async def owed(self, address: str) -> list[Owed]:
        """What this browser has not seen."""

    async def strike_off(self, address: str, until: int) -> None:
        """This browser has all up to there."""


class Closed(Exception):
    """This page is to be let go, with a close code (RFC 6455, 7.4)."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


@dataclass(eq=False, slots=True)
class Visit:
    """A browser's socket from its hello on.

    Messages go out under a lock and always as "all that are owed and not sent here yet", so that
    whatever happens at once, their order stays that of their ids.
    """

    house: House
    socket: WebSocket
    address: str
    network: str
    hint: str = ""
    sent: int = 0
    unseen: deque[int] = field(default_factory=deque)
    refused: int = 0
    greeted: bool = False
    order: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def listen(self) -> None:
        """Take frame after frame until the browser goes. Raises Closed."""
        while (event := await self.socket.receive())["type"] == "websocket.receive":
            frame = event.get("text")
            await self.take(frame if frame is not None else event.get("bytes", b""))

    async def take(self, raw: str | bytes) -> None:
        """One frame. Wrong or too many are answered kindly, and at last no more."""
        try:
            match parse(raw):
                case Seen(seen=id):
                    await self.strike_off(id)
                case Hello(lang=lang):
                    await self.greet(lang)
                case deed:
                    await self.do(deed)
        except MalformedFrame:
            self.house.counters["web_malformed_total"] += 1
            await self.refuse({"error": "malformed"})

    async def greet(self, lang: str) -> None:
        """The hello, once. Raises MalformedFrame the second time."""
        if self.greeted:
            raise MalformedFrame
        self.greeted, self.hint = True, lang or self.hint
        await self.house.meet(self)

    async def do(self, deed: Deed) -> None:
        """Store the deed, say so, answer it, and hand out what came of it.

        Who never says that she saw a message is no page of ours, and would pile them up.
        """
        if len(self.unseen) > PATIENCE:
            raise Closed(1008)
        wait = self.house.wait(self)
        if wait:
            self.house.counters["web_limited_total"] += 1
            await self.refuse({"wait": round(wait, 2), "id": deed.id})
            return
        self.refused = 0
        turn = await self.house.take_in(self, deed)
        await self.write({"taken": deed.id})
        answered = await self.house.answer(turn)
        await self.write({"done": deed.id} if answered else {"error": "failed", "id": deed.id})

    async def refuse(self, answer: dict[str, object]) -> None:
        """Answer, but lose patience with who never listens."""
        self.refused += 1
        if self.refused > PATIENCE:
            raise Closed(1008)
        await self.write(answer)

    async def strike_off(self, id: int) -> None:
        """Messages up to `id` have arrived; nobody can claim that of those not sent here."""
        until = 0
        while self.unseen and self.unseen[0] <= id:
            until = self.unseen.popleft()
        if until:
            await self.house.strike_off(self.address, until)

    async def catch_up(self) -> None:
        """Send all that is owed and was not sent here, oldest first."""
        async with self.order:
            all_owed = await self.house.owed(self.address)
            for owed in (owed for owed in all_owed if owed.id > self.sent):
                await self.socket.send_text(message_frame(owed))
                self.sent = owed.id
                self.unseen.append(owed.id)

    async def write(self, answer: dict[str, object]) -> None:
        """Send one small frame."""
        await self.socket.send_text(json.dumps(answer))


def message_frame(owed: Owed) -> str:
    """`mark` tells apart two messages of one number, after the database was replaced."""
    head = {"seq": owed.id, "mark": address_of(owed.message.hex())[:8], "replaces": owed.place}
    return f'{json.dumps(head)[:-1]}, "message": {owed.message.decode()}}}'
