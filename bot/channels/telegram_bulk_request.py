"""python-telegram-bot over aiohttp: its own httpx takes 7 to 11 times the processor time."""

from __future__ import annotations

import json
from typing import Any

import aiohttp
from telegram.error import NetworkError, TelegramError
from telegram.request import BaseRequest, RequestData

CONNECT_S = 10.0
SENT = ("message_id", "date", "chat")
JSON = {"Content-Type": "application/json"}


class NotReached(NetworkError):
    """There was no connection: the call certainly did not arrive."""


class NoAnswer(NetworkError):
    """The call left, and the connection ended or the time was over before its answer came."""


class AiohttpRequest(BaseRequest):
    """Kept-alive connections. No error says where it went: the address holds the token.

    `patience` is how many seconds a call may take in all.
    """

    def __init__(self, patience: float, connections: int) -> None:
        self._patience = patience
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds a call may take."""
        return self._patience

    async def initialize(self) -> None:
        """Open nothing yet: connections come with the first calls."""
        if self._session is None or self._session.closed:
            connector = aiohttp.TCPConnector(limit=self._connections)
            timeout = aiohttp.ClientTimeout(total=self._patience, sock_connect=CONNECT_S)
            self._session = aiohttp.ClientSession(connector=connector, timeout=timeout)

    async def shutdown(self) -> None:
        """Close all connections."""
        if self._session is not None:
            await self._session.close()

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        """Status and body. Raises NotReached or NoAnswer. Timeouts of a single call are ours."""
        await self.initialize()
        assert self._session is not None  # noqa: S101  for the type checker
        try:
            async with self._session.request(method, url, **_body(request_data)) as response:
                return response.status, await response.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NotReached(type(error).__name__) from None
        except (TimeoutError, aiohttp.ClientError, OSError) as error:
            raise NoAnswer(type(error).__name__) from None

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """As the library's, but what cannot be read is not logged, and of a message that was
        sent only the fact is kept: the library would build objects of all that is in it.
        """
        try:
            parsed = json.loads(payload)
        except ValueError:
            parsed = None
        if not isinstance(parsed, dict):
            raise TelegramError("no JSON")
        result = parsed.get("result")
        if isinstance(result, dict) and "message_id" in result:
            parsed["result"] = {name: result[name] for name in SENT if name in result}
        return parsed


def _body(data: RequestData | None) -> dict[str, Any]:
    if data is None:
        return {}
    if not data.contains_files:
        return {"data": json.dumps(data.parameters).encode(), "headers": JSON}
    form = aiohttp.FormData(data.json_parameters, quote_fields=False)
    for field, (name, content, kind) in data.multipart_data.items():
        form.add_field(field, content, filename=name, content_type=kind)
    return {"data": form}
