"""Asking a machine outside of Lotse over HTTP, and believing nothing of what comes."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from aiohttp import DummyCookieJar

from models.outside import NotAnswered, Why

PATIENCE_S = 5.0
LARGEST = 200_000
"""Bytes of an answer that are read."""


@dataclass(slots=True)
class Asking:
    """What is handed over goes to `url` and nowhere else: redirections are not followed.

    `failure` is raised where there is no answer of at most `largest` bytes in `patience` seconds.
    """

    url: str
    failure: type[NotAnswered]
    patience: float = PATIENCE_S
    largest: int = LARGEST
    key: str = field(default="", repr=False)
    _session: aiohttp.ClientSession | None = None

    async def answer(self, asked: dict[str, Any]) -> dict[str, Any]:
        """What the address answers to a POST. Raises `failure`."""
        try:
            return self._object(await self._answered(asked))
        except TimeoutError:
            raise self.failure(Why.LATE) from None
        except aiohttp.ClientError:
            raise self.failure(Why.UNREACHED) from None

    async def close(self) -> None:
        """Give the connections back."""
        if self._session is not None:
            await self._session.close()

    async def _answered(self, asked: dict[str, Any]) -> bytes:
        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        post = self._open().post(self.url, json=asked, headers=headers, allow_redirects=False)
        async with post as answer:
            if answer.status != 200:
                raise self.failure(Why.REFUSED)
            return await self._read(answer.content)

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None or self._session.closed:
            timeout = aiohttp.ClientTimeout(total=self.patience)
            self._session = aiohttp.ClientSession(timeout=timeout, cookie_jar=DummyCookieJar())
        return self._session

    async def _read(self, content: aiohttp.StreamReader) -> bytes:
        read = bytearray()
        async for part in content.iter_any():
            read += part
            if len(read) > self.largest:
                raise self.failure(Why.WRONG)
        return bytes(read)

    def _object(self, answer: bytes) -> dict[str, Any]:
        try:
            found = json.loads(answer)
        except (ValueError, RecursionError):
            raise self.failure(Why.WRONG) from None
        if not isinstance(found, dict):
            raise self.failure(Why.WRONG)
        return found
