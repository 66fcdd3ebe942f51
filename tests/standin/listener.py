"""HTTP on loopback, as bare as aiohttp offers it."""

import asyncio
import json
from typing import Any

from aiohttp import web
from aiohttp.web_protocol import _RequestHandler

REQUEST_AT_MOST = 64 * 1024 * 1024  # bytes
encode = json.JSONEncoder(ensure_ascii=False).encode
PROXY_PAGE = b"<html><head><title>502 Bad Gateway</title></head></html>"


class Listener:
    """A server without routes or middlewares; `handler` sees every request."""

    def __init__(self, handler: _RequestHandler) -> None:
        self._handler = handler
        self._runner: web.ServerRunner
        self.port = 0

    async def start(self, port: int) -> None:
        """Listens on 127.0.0.1; port 0 picks a free one."""
        loop = asyncio.get_running_loop()

        def request(*parts: Any) -> web.BaseRequest:
            message, payload, protocol, writer, task = parts
            return web.BaseRequest(
                message, payload, protocol, writer, task, loop, client_max_size=REQUEST_AT_MOST
            )

        server = web.Server(self._handler, request_factory=request, access_log=None)
        self._runner = web.ServerRunner(server, shutdown_timeout=1.0)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port)
        await site.start()
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """Stops listening; requests in hand get a second."""
        await self._runner.cleanup()


def json_answer(body: Any, status: int = 200) -> web.Response:
    """A JSON response."""
    data = encode(body).encode("utf-8", "surrogatepass")
    return web.Response(body=data, status=status, content_type="application/json")


def proxy_page() -> web.Response:
    """What a proxy answers when the server behind it is gone."""
    return web.Response(body=PROXY_PAGE, status=502, content_type="text/html")


def cut(request: web.BaseRequest) -> web.Response:
    """Ends the connection; the returned response reaches nobody."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
