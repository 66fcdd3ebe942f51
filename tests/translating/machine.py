"""A server that translates, on loopback: right, slow, wrong or refusing, as a test wants it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web


def said(words: str) -> web.Response:
    """An answer as LibreTranslate gives it."""
    return web.json_response({"translatedText": words})


@dataclass
class Machine:
    """`url` is where it listens; `asked` what it was asked. It answers "[ar] Hallo" for "Hallo",
    or as `answers` says (once, or each time where it makes one), or with `stuck` nothing at all.
    """

    url: str = ""
    answers: web.Response | Callable[[], web.Response] | None = None
    stuck: bool = False
    over: asyncio.Event = field(default_factory=asyncio.Event)
    asked: list[dict[str, Any]] = field(default_factory=list)

    async def translate(self, request: web.Request) -> web.Response:
        """POST /translate."""
        asked = await request.json()
        self.asked.append(asked)
        if self.stuck:
            await self.over.wait()
        return self._instead() or said(f"[{asked['target']}] {asked['q']}")

    async def complete(self, request: web.Request) -> web.Response:
        """POST /v1/chat/completions: the last message with its own brackets."""
        asked = await request.json()
        self.asked.append(asked | {"headers": dict(request.headers)})
        if self.stuck:
            await self.over.wait()
        return self._instead() or wrote(f"[chat] {asked['messages'][-1]['content']}")

    def _instead(self) -> web.Response | None:
        return self.answers() if callable(self.answers) else self.answers


def wrote(words: str, finish: str = "stop") -> web.Response:
    """An answer as chat completions give it."""
    message = {"role": "assistant", "content": words}
    return web.json_response({"choices": [{"message": message, "finish_reason": finish}]})


@asynccontextmanager
async def running() -> AsyncIterator[Machine]:
    """It listens until the test is over."""
    machine = Machine()
    app = web.Application()
    app.router.add_post("/translate", machine.translate)
    app.router.add_post("/v1/chat/completions", machine.complete)
    runner = web.AppRunner(app, shutdown_timeout=0)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0]
    machine.url = f"http://{host}:{port}"
    yield machine
    machine.over.set()
    await runner.cleanup()
