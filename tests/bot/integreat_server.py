"""A server of Integreat's content API on loopback: as it is, or slow, broken, endless."""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from aiohttp import web

SAVED = Path(__file__).parent.parent / "models" / "cases" / "integreat" / "region"
LANGUAGES = [{"code": code, "native_name": code, "dir": "ltr"} for code in ("de", "en", "ar")]
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class Server:
    """`url` is where it listens, `asked` are the paths that were asked for, `trials` those with
    the header of a trial. `instead` answers what is asked for at a path's end by another way.
    """

    url: str = ""
    asked: list[str] = field(default_factory=list)
    trials: list[str] = field(default_factory=list)
    instead: dict[str, Handler] = field(default_factory=dict)
    over: asyncio.Event = field(default_factory=asyncio.Event)

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Any request."""
        self.asked.append(request.path_qs)
        if request.headers.get("X-Integreat-Development") == "true":
            self.trials.append(request.path_qs)
        for ending, handler in self.instead.items():
            if request.path.endswith(ending):
                return await handler(request)
        return _saved(request.path)

    def times(self, ending: str) -> int:
        """How often something was asked for."""
        return sum(path.partition("?")[0].endswith(ending) for path in self.asked)

    async def stuck(self, _request: web.Request) -> web.StreamResponse:
        """Nothing comes."""
        await self.over.wait()
        return web.Response()

    async def endless(self, request: web.Request) -> web.StreamResponse:
        """It never ends."""
        answer = web.StreamResponse()
        await answer.prepare(request)
        while not self.over.is_set():
            await answer.write(b"[" * 65_536)
        return answer

    async def dripping(self, request: web.Request) -> web.StreamResponse:
        """A beginning comes, and then nothing more."""
        answer = web.StreamResponse()
        await answer.prepare(request)
        await answer.write(b"[")
        await self.over.wait()
        return answer


def _saved(path: str) -> web.Response:
    end = path.removeprefix("/api/v3/")
    if end == "mittelstadt/languages/":
        return web.json_response(LANGUAGES)
    region, _, file = end.rstrip("/").partition("/")
    found = SAVED / ("region.json" if region == "regions" else f"{file}.json")
    if region not in ("mittelstadt", "regions") or not found.is_file():
        return web.json_response({"error": "Region not found"}, status=404)
    return web.Response(body=found.read_bytes(), content_type="application/json")


async def truncated(request: web.Request) -> web.StreamResponse:
    """Less comes than was announced."""
    answer = web.StreamResponse(headers={"Content-Length": "5000"})
    await answer.prepare(request)
    await answer.write(b'[{"id": 1')
    assert request.transport is not None
    request.transport.close()
    return answer


async def half_packed(_request: web.Request) -> web.StreamResponse:
    """Packed, and cut off."""
    return _packed(gzip.compress(b"[]" + b" " * 1000)[:-4])


async def bomb(_request: web.Request) -> web.StreamResponse:
    """Small as it comes, large as it is."""
    return _packed(gzip.compress(b"[" + b" " * 50_000_000))


async def packed(request: web.Request) -> web.StreamResponse:
    """As it is, packed."""
    body = _saved(request.path).body
    assert isinstance(body, bytes)
    return _packed(gzip.compress(body))


def _packed(body: bytes) -> web.Response:
    return web.Response(body=body, headers={"Content-Encoding": "gzip"})


def status(code: int, text: str = "") -> Handler:
    """An answer with that status."""

    async def handler(_request: web.Request) -> web.StreamResponse:
        return web.Response(status=code, text=text)

    return handler


def moved(to: str) -> Handler:
    """It is said to be elsewhere."""

    async def handler(_request: web.Request) -> web.StreamResponse:
        return web.Response(status=302, headers={"Location": to})

    return handler


def once(first: Handler) -> Handler:
    """`first` at first, then as it is."""
    left = [first]

    async def handler(request: web.Request) -> web.StreamResponse:
        return await left.pop()(request) if left else _saved(request.path)

    return handler


@asynccontextmanager
async def running() -> AsyncIterator[Server]:
    """It listens until the test is over."""
    server = Server()
    app = web.Application()
    app.router.add_get("/{anything:.*}", server.answer)
    runner = web.AppRunner(app, shutdown_timeout=0)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0]
    server.url = f"http://{host}:{port}"
    try:
        yield server
    finally:
        server.over.set()
        await runner.cleanup()
