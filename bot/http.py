"""uvicorn inside Lotse's own loop, told to keep quiet about people."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
from collections.abc import Iterator

import uvicorn
from starlette.types import ASGIApp

FRAME_BYTES = 16 * 1024
PING_S = 20.0
GRACE_S = 10


class Server(uvicorn.Server):
    """A server that leaves the signals to whoever started it. Stop it with `should_exit = True`.

    `listening` is set when it can be reached.
    """

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.listening = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listen, and say so."""
        await super().startup(sockets)
        self.listening.set()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Signals are the composition root's."""
        yield


def server(app: ASGIApp, host: str, port: int, *, proxies: str = "") -> Server:
    """`await server(...).serve()` serves until `should_exit`; 0 is any free port.

    `proxies` names the reverse proxies whose X-Forwarded-For is believed (addresses or networks,
    with commas); without it nobody's is. No access log, and of uvicorn's own only warnings: its
    other lines name people's addresses and what they asked for.
    """
    logging.getLogger("uvicorn").setLevel(logging.WARNING)
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        log_config=None,
        log_level=logging.WARNING,
        access_log=False,
        server_header=False,
        lifespan="off",
        ws="websockets-sansio",
        ws_max_size=FRAME_BYTES,
        ws_ping_interval=PING_S,
        ws_ping_timeout=PING_S,
        ws_per_message_deflate=False,
        proxy_headers=bool(proxies),
        forwarded_allow_ips=proxies or None,
        timeout_graceful_shutdown=GRACE_S,
    )
    return Server(config)


def port_of(running: Server) -> int:
    """The port a started server listens on."""
    port = running.servers[0].sockets[0].getsockname()[1]
    return int(port)
