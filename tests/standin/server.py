"""The stand-in Bot API server: real HTTP on loopback in front of an `Api`."""

import asyncio
import time
from collections.abc import Callable
from typing import Any, Self

from aiohttp import web

from tests.standin.api import Api
from tests.standin.calls import Call, Calls
from tests.standin.faults import Dropped, Faults, Garbled
from tests.standin.forms import Body, read_body
from tests.standin.listener import Listener, cut, json_answer, proxy_page
from tests.standin.people import Person
from tests.standin.refusal import NOT_FOUND, UNAUTHORIZED, Refusal, broken
from tests.standin.updates import Update, UpdateQueue
from tests.standin.webhook import Webhook
from tests.standin.world import World

TOKEN = "4242:stand-in"


class StandIn:
    """`async with StandIn() as server:` serves the bot `server.token` at `server.url`.

    `calls` is everything the bot asked, `violations` what a correct bot never asks, `faults`
    scripts failures. `retry_delay` (seconds) is how soon a webhook that failed is tried again;
    `checks=False` trusts the bot, for measuring throughput.
    """

    def __init__(
        self,
        token: str = TOKEN,
        *,
        checks: bool = True,
        retry_delay: float = 1.0,
        clock: Callable[[], float] = time.time,  # noqa: TID251 -- a messenger has its own clock
    ) -> None:
        self.token = token
        self.faults = Faults(clock)
        self.people: dict[int, Person] = {}
        updates = UpdateQueue(first_id=1)
        webhook = Webhook(updates, retry_delay)
        self.world = World(_bot(token), clock, updates, webhook, checks)
        self.api = Api(self.world, self.faults)
        webhook.perform = lambda method, params: self.api.perform(
            method, Body(params, {}, typed=True)
        )
        self._listener = Listener(self.handle)
        self._delivery: asyncio.Task[None]

    async def start(self, port: int = 0) -> None:
        """Listens on 127.0.0.1; port 0 picks a free one."""
        ready = asyncio.Event()
        loop = asyncio.get_running_loop()
        self._delivery = loop.create_task(self.world.webhook.run(ready))
        await ready.wait()
        await self._listener.start(port)

    async def stop(self) -> None:
        """Ends polls, held calls and deliveries, and stops listening."""
        self.faults.clear()
        self.world.updates.close()
        self._delivery.cancel()
        await asyncio.gather(self._delivery, return_exceptions=True)
        await self._listener.stop()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    @property
    def url(self) -> str:
        """The base address that stands where `https://api.telegram.org` would."""
        return f"http://127.0.0.1:{self._listener.port}"

    @property
    def calls(self) -> Calls:
        """Every call in order, also those still in hand."""
        return self.api.calls

    @property
    def violations(self) -> list[str]:
        """What broke the Bot API's rules; a test of a correct bot ends with this empty."""
        return self.api.violations

    @property
    def unanswered(self) -> list[str]:
        """Ids of callback queries whose button still shows the client's progress bar."""
        return list(self.world.queries)

    def person(
        self, id: int | None = None, *, first_name: str = "Amal", language_code: str | None = None
    ) -> Person:
        """Someone with a Telegram client, known to the bot; the same id is the same person."""
        number = 1001 + len(self.people) if id is None else id
        if number not in self.people:
            user = {"id": number, "is_bot": False, "first_name": first_name}
            spoken = {"language_code": language_code} if language_code else {}
            self.people[number] = Person(self.world, user | spoken)
        return self.people[number]

    def push(self, update: Update) -> int:
        """Queues an update just as it is, broken or not; returns its id."""
        return self.world.push(update)

    async def until(self, holds: Callable[[], object], within: float = 5.0) -> None:
        """Waits for something to hold, looking again after every call."""
        if not await self.api.bell.until(holds, within):
            raise AssertionError(f"not within {within} s, after {len(self.calls)} calls")

    async def until_polled(self, within: float = 5.0) -> None:
        """Waits until the bot holds a long poll, so that it has started and is idle."""
        updates = self.world.updates
        if not await updates.bell.until(lambda: updates.polling and not updates.pending, within):
            raise AssertionError(f"nobody polled within {within} s")

    async def handle(self, request: web.BaseRequest) -> web.Response:
        """Answers `/bot<token>/<method>` and `/file/bot<token>/<path>`."""
        path = request.path
        if path.startswith("/file/bot"):
            token, _, rest = path.removeprefix("/file/bot").partition("/")
            return self._download(token, rest)
        token, _, method = path.removeprefix("/bot").partition("/")
        if token != self.token or not path.startswith("/bot"):
            return _refusal(UNAUTHORIZED if path.startswith("/bot") else NOT_FOUND)
        return await self._answer(method, request)

    async def _answer(self, method: str, request: web.BaseRequest) -> web.Response:
        try:
            body = await read_body(request)
        except ValueError as error:
            call = Call(method, {}, self.world.clock())
            self.calls.append(call)
            status, answer = self.api.refuse(call, broken(f"can't parse the request: {error}"))
            return json_answer(answer, status)
        try:
            status, answer = await self.api.perform(method, body)
        except Garbled:
            return proxy_page()
        except Dropped:
            return cut(request)
        return json_answer(answer, status)

    def _download(self, token: str, path: str) -> web.Response:
        file = self.world.files.download(path)
        if token != self.token or file is None:
            return _refusal(UNAUTHORIZED if token != self.token else NOT_FOUND)
        return web.Response(body=file.data, content_type="application/octet-stream")


def _refusal(error: tuple[int, str]) -> web.Response:
    return json_answer(Refusal(*error).body(), error[0])


def _bot(token: str) -> dict[str, Any]:
    number = int(token.split(":", maxsplit=1)[0])
    return {"id": number, "is_bot": True, "first_name": "Lotse", "username": "lotse_bot"}
