"""A server with models, on loopback: it embeds and reranks by shared words, or goes wrong."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

WORDS = ("deutsch", "wohnung", "arzt", "kind", "schule")


@dataclass
class Model:
    """`url` is where it listens; `asked` what it was asked. `answers` is said in place of the
    truth; with `stuck` nothing is said at all.
    """

    url: str = ""
    answers: web.Response | None = None
    stuck: bool = False
    over: asyncio.Event = field(default_factory=asyncio.Event)
    asked: list[dict[str, Any]] = field(default_factory=list)

    async def embeddings(self, request: web.Request) -> web.Response:
        """POST /v1/embeddings: how often each of a few words stands there."""
        asked = await self._taken(request)
        data = [{"index": n, "embedding": _vector(x)} for n, x in enumerate(asked["input"])]
        return self.answers or web.json_response({"data": data})

    async def rerank(self, request: web.Request) -> web.Response:
        """POST /v1/rerank: how many words of the question a document shares."""
        asked = await self._taken(request)
        query = _vector(asked["query"])
        results = [
            {"index": n, "relevance_score": sum(map(min, query, _vector(x)))}
            for n, x in enumerate(asked["documents"])
        ]
        return self.answers or web.json_response({"results": results})

    async def _taken(self, request: web.Request) -> dict[str, Any]:
        asked: dict[str, Any] = await request.json()
        self.asked.append(asked)
        if self.stuck:
            await self.over.wait()
        return asked


def _vector(text: str) -> list[float]:
    return [float(text.lower().count(word)) for word in WORDS] + [0.1]


@asynccontextmanager
async def running() -> AsyncIterator[Model]:
    """It listens until the test is over."""
    model = Model()
    app = web.Application(client_max_size=1 << 24)
    app.router.add_post("/v1/embeddings", model.embeddings)
    app.router.add_post("/v1/rerank", model.rerank)
    runner = web.AppRunner(app, shutdown_timeout=0)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0]
    model.url = f"http://{host}:{port}"
    yield model
    model.over.set()
    await runner.cleanup()
