"""POST /upload/QUESTION: a file as the answer to the question that asks for one."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.web import WebChannel
from bot.channels.web_door import hint_of, network_of
from bot.channels.web_frames import CHANNEL
from bot.receiving import Receiving, most, too_large
from models.medium import Received, Upload
from models.turn import Sender, Sent, Turn
from web.session import address_of, token_of

Wanted = Callable[[Sender, datetime], Awaitable[Upload | None]]
AT_ONCE = 4
PATIENCE_S = 120.0
READ_ON = 4
"""So many times the limit is read and thrown away, so that the page hears the answer."""


class Uploads:
    """Same origin and a session, as for the socket. Nothing is read that nobody asked for, and the
    answer comes over the socket, like every answer.
    """

    def __init__(self, web: WebChannel, wanted: Wanted) -> None:
        self._web = web
        self._wanted = wanted
        self._receiving = Receiving()
        self._slots = asyncio.Semaphore(AT_ONCE)

    def routes(self) -> list[Route]:
        """For `web.app.build`."""
        return [Route("/upload/{question:str}", self.sent, methods=["POST"])]

    async def sent(self, request: Request) -> Response:
        """204 when it was handled, also when it was refused: the chat says why."""
        sender = self._sender(request)
        wanted = await self._wanted(sender, self._web.clock())
        if wanted is None or wanted.question != request.path_params["question"]:
            raise HTTPException(409)
        async with self._slots:
            received = await self._received(request, wanted)
        turn = Turn(sender, Sent("file", received=received), self._web.clock())
        if not await self._web.answer(turn):
            raise HTTPException(500)
        return Response(status_code=204)

    def _sender(self, request: Request) -> Sender:
        token = token_of(request)
        if not token or not self._web.door.is_ours(request):
            raise HTTPException(403)
        address, now = address_of(token), self._web.clock().timestamp()
        if self._web.door.wait_of(address, network_of(request), now):
            raise HTTPException(429)
        return Sender(CHANNEL, address, hint_of(request))

    async def _received(self, request: Request, wanted: Upload) -> Received:
        try:
            async with asyncio.timeout(PATIENCE_S):
                content = await _read(request, most(wanted))
        except (TimeoutError, ClientDisconnect):
            raise HTTPException(408) from None
        if content is None:
            return too_large(wanted)
        return await self._receiving.taken(wanted, content)


async def _read(request: Request, limit: int) -> bytes | None:
    """The body; None when it is larger than the limit: then nothing of it is kept."""
    content, length = bytearray(), 0
    async for part in request.stream():
        length += len(part)
        if length <= limit:
            content += part
        else:
            content.clear()
        if length > READ_ON * limit:
            break
    return bytes(content) if length <= limit else None
