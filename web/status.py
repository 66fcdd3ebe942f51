"""For those who watch over Lotse: /health and /metrics."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

log = logging.getLogger(__name__)
PATIENCE_S = 5.0
PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8"

Check = Callable[[], Awaitable[object]]
Counters = Callable[[], Mapping[str, float]]


def routes(check: Check, counters: Counters) -> list[Route]:
    """`check` reads from the database and raises when it cannot; `counters` name → figure."""

    async def health(_: Request) -> Response:
        try:
            await asyncio.wait_for(check(), PATIENCE_S)
        except Exception:  # whatever it was, Lotse is not well
            log.exception("health check failed")
            return JSONResponse({"status": "error"}, 503)
        return JSONResponse({"status": "ok"})

    async def metrics(_: Request) -> Response:
        return PlainTextResponse(exposition(counters()), media_type=PROMETHEUS)

    return [Route("/health", health), Route("/metrics", metrics)]


def exposition(counters: Mapping[str, float]) -> str:
    """Prometheus' text format 0.0.4: `{"turns_total": 3}` becomes `lotse_turns_total 3`."""
    lines = []
    for name, figure in sorted(counters.items()):
        kind = "counter" if name.endswith("_total") else "gauge"
        lines += [f"# TYPE lotse_{name} {kind}", f"lotse_{name} {figure:g}"]
    return "\n".join(lines) + "\n"
