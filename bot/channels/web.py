"""The web chat: a page's socket, on which no message is lost or doubled."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import datetime

from pydantic import ValidationError
from sqlalchemy.exc import OperationalError
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from bot.channels.web_door import Door, Refused
from bot.channels.web_frames import CHANNEL, Deed, Kept, turn_id, turn_of
from bot.channels.web_socket import Closed, Visit
from bot.trouble import report
from models import inbox
from models.inbox import Owed
from models.store import Store
from models.turn import Turn

log = logging.getLogger(__name__)
Converse = Callable[[Turn], Awaitable[Owed | None]]
Clock = Callable[[], datetime]

ELSEWHERE = 4409
RESTARTING = 1012
TRY_AGAIN = 1013


class WebChannel:
    """Frames are stored before they are confirmed, and messages owed until the page has them.

    One page of a browser is live: the last that said hello gets the messages, and an older one is
    told so. `public_url` is where the world finds the page, for the check of Origin.
    """

    name = CHANNEL

    def __init__(
        self, store: Store, converse: Converse, clock: Clock, public_url: str = ""
    ) -> None:
        self.store = store
        self.converse = converse
        self.clock = clock
        self.door = Door(public_url)
        self.counters: Counter[str] = Counter(web_malformed_total=0, web_limited_total=0)
        self.live: dict[str, Visit] = {}
        self._in_hand = 0
        self._idle = asyncio.Condition()
        self._stopping = asyncio.Event()

    def routes(self) -> list[WebSocketRoute]:
        """For `web.app.build`."""
        return [WebSocketRoute("/chat", self.visited)]

    async def run(self) -> None:
        """Answer what an earlier run left unanswered, then wait until `stop` and for the rest."""
        await self.finish()
        await self._stopping.wait()
        async with self._idle:
            await self._idle.wait_for(lambda: self._in_hand == 0)

    async def stop(self) -> None:
        """Let the pages go; they come back by themselves, with what was not taken."""
        self._stopping.set()
        for visit in list(self.live.values()):
            await _close(visit.socket, RESTARTING)

    async def send(self, owed: Owed) -> None:
        """Hand the message to the page if it is open; else it stays owed until it is."""
        visit = self.live.get(owed.address)
        if visit is None:
            return
        try:
            await visit.catch_up()
        except (WebSocketDisconnect, RuntimeError):  # gone between two frames: still owed
            self._forget(visit)

    def counted(self) -> Mapping[str, float]:
        """Figures for /metrics."""
        return {**self.counters, "web_open_pages": len(self.live)}

    async def visited(self, socket: WebSocket) -> None:
        """The endpoint of /chat: lives as long as the socket."""
        try:
            visit = await self.door.let_in(self, socket)
        except Refused:
            return
        try:
            await visit.listen()
        except Closed as closed:
            await _close(socket, closed.code)
        except (WebSocketDisconnect, RuntimeError):  # gone while it was written to
            pass
        except Exception as error:  # noqa: BLE001  the page tries again
            report(log, "a frame was not handled", error)
            await _close(socket, TRY_AGAIN)
        finally:
            self.door.let_out(visit)
            self._forget(visit)

    async def meet(self, visit: Visit) -> None:
        """The page said hello: it is the live one now and gets what it missed."""
        older = self.live.get(visit.address)
        self.live[visit.address] = visit
        if older is not None and older is not visit:
            await _close(older.socket, ELSEWHERE)
        await self.finish(visit.address)
        await visit.catch_up()

    def wait(self, visit: Visit) -> float:
        """Seconds until this page may do something again; 0.0 is now."""
        if self._stopping.is_set():
            raise Closed(RESTARTING)
        return self.door.wait(visit, self.clock().timestamp())

    async def take_in(self, visit: Visit, deed: Deed) -> Turn:
        """Store a deed before it is confirmed to the page."""
        kept = Kept(address=visit.address, hint=visit.hint, at=self.clock(), deed=deed)
        one = (turn_id(visit.address, deed.id), kept.model_dump_json().encode())
        day = kept.at.date()
        await self.store.write(lambda session: inbox.take_in(session, CHANNEL, day, [one]))
        return turn_of(kept)

    async def answer(self, turn: Turn) -> bool:
        """Handle a stored turn once; its reply goes to the live page. False: it never can be.

        A turn on which even the apology fails is put aside, so that it does not stand in the way
        of the next. Raises OperationalError while the database is out of order.
        """
        async with self._busy():
            try:
                owed = await self.converse(turn)
            except OperationalError:
                raise
            except Exception as error:  # noqa: BLE001  whatever it was, the chat goes on
                report(log, "a turn was put aside", error)
                await self._put_aside(turn.id)
                return False
            if owed is not None:
                await self.send(owed)
            return True

    async def finish(self, address: str = "") -> None:
        """Answer what lies in the inbox, of one browser or of all."""
        waiting = await self.store.read(lambda session: inbox.waiting(session, CHANNEL))
        kept = [found for id, raw in waiting if (found := await self._kept(id, raw))]
        mine = [found for found in kept if address in ("", found.address)]
        for found in sorted(mine, key=lambda found: (found.at, found.deed.id)):
            await self.answer(turn_of(found))

    async def owed(self, address: str) -> list[Owed]:
        """All that this browser has not seen."""
        return await self.store.read(lambda session: inbox.owed(session, CHANNEL, address))

    async def strike_off(self, address: str, until: int) -> None:
        """This browser has all messages up to `until`."""
        await self.store.write(lambda s: inbox.strike_off_until(s, CHANNEL, address, until))

    async def _kept(self, id: str, raw: bytes) -> Kept | None:
        try:
            return Kept.model_validate_json(raw)
        except ValidationError:
            await self._put_aside(id)
            return None

    @asynccontextmanager
    async def _busy(self) -> AsyncIterator[None]:
        """One more turn is in hand meanwhile."""
        self._in_hand += 1
        try:
            yield
        finally:
            self._in_hand -= 1
            async with self._idle:
                self._idle.notify_all()

    async def _put_aside(self, id: str) -> None:
        await self.store.write(lambda session: inbox.quarantine(session, CHANNEL, id))

    def _forget(self, visit: Visit) -> None:
        if self.live.get(visit.address) is visit:
            del self.live[visit.address]


async def _close(socket: WebSocket, code: int) -> None:
    try:
        await socket.close(code)
    except (RuntimeError, WebSocketDisconnect):  # it was quicker
        return
