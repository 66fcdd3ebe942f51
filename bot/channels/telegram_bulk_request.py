"""python-telegram-bot over aiohttp: its own httpx takes 7 to 11 times the processor time."""

from __future__ import annotations

import json
from typing import Any

import aiohttp
from aiohttp import BytesPayload, DummyCookieJar
from telegram.error import NetworkError, TelegramError
from telegram.request import BaseRequest, RequestData

CONNECT_S = 10.0
DRAWN = "drawn"
"""The parameter that stands for all but the chat, as `drawn` made it."""
JSON = "application/json"
SUCCESS = (b'{"ok":true', b'{"ok": true')
# Letters as they are: escaped, Cyrillic and Arabic are three times as long.
encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def drawn(parameters: dict[str, Any]) -> bytes:
    """Parameters as the rest of a JSON object: the same for everybody who gets the message."""
    return encode(parameters).encode(errors="replace")[1:]


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
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections),
                timeout=aiohttp.ClientTimeout(total=self._patience, sock_connect=CONNECT_S),
                cookie_jar=DummyCookieJar(),
            )

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
            async with self._session.request(method, url, data=_body(request_data)) as response:
                return response.status, await response.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NotReached(type(error).__name__) from None
        except (TimeoutError, aiohttp.ClientError, OSError) as error:
            raise NoAnswer(type(error).__name__) from None

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """As the library's, but what cannot be read is not logged, and a success is one even when
        the rest of it cannot be read.
        """
        try:
            parsed = json.loads(payload)
        except ValueError:
            parsed = {"ok": True} if payload.startswith(SUCCESS) else None
        if not isinstance(parsed, dict):
            raise TelegramError("no JSON")
        if parsed.get("ok"):
            parsed["result"] = Taken(_object_of(parsed.get("result")))
        return parsed


class Taken(dict[str, Any]):
    """What Telegram took: the library may log it, but not what it says."""

    def __repr__(self) -> str:
        return "taken"


def _object_of(result: object) -> dict[str, Any]:
    return result if isinstance(result, dict) else {}


def _body(data: RequestData | None) -> BytesPayload | aiohttp.FormData | None:
    if data is None:
        return None
    if data.contains_files:
        return _form(data)
    given: dict[str, Any] = data.parameters
    rest = given.pop(DRAWN, b"}")
    return BytesPayload(_object(given, rest), content_type=JSON)


def _object(given: dict[str, Any], rest: bytes) -> bytes:
    """JSON of what is given, and the rest of the object."""
    begun = encode(given)[:-1].encode(errors="replace")
    return begun + (b"," if given and rest != b"}" else b"") + rest


def _form(data: RequestData) -> aiohttp.FormData:
    form = aiohttp.FormData(data.json_parameters, quote_fields=False)
    for field, (name, content, kind) in data.multipart_data.items():
        form.add_field(field, content, filename=name, content_type=kind)
    return form
