"""Asking a machine that translates over HTTP, and believing nothing of what comes."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from aiohttp import DummyCookieJar

from models.plain_words import plain
from models.translator import NotTranslated, Why

PATIENCE_S = 5.0
LARGEST = 200_000
"""Bytes of an answer that are read."""
SWOLLEN, AND_A_BIT = 6, 200
"""A translation with so many times the letters of its text, and some more, is none."""


@dataclass(slots=True)
class Asking:
    """What is handed over goes to `url` and nowhere else: redirections are not followed."""

    url: str
    patience: float = PATIENCE_S
    headers: dict[str, str] = field(default_factory=dict, repr=False)
    _session: aiohttp.ClientSession | None = None

    async def answer(self, asked: dict[str, Any]) -> dict[str, Any]:
        """What the address answers to a POST. Raises NotTranslated."""
        try:
            return _object(await self._answered(asked))
        except TimeoutError:
            raise NotTranslated(Why.LATE) from None
        except aiohttp.ClientError:
            raise NotTranslated(Why.UNREACHED) from None

    async def close(self) -> None:
        """Give the connections back."""
        if self._session is not None:
            await self._session.close()

    async def _answered(self, asked: dict[str, Any]) -> bytes:
        post = self._open().post(self.url, json=asked, headers=self.headers, allow_redirects=False)
        async with post as answer:
            if answer.status != 200:
                raise NotTranslated(Why.REFUSED)
            return await _read(answer.content)

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None or self._session.closed:
            timeout = aiohttp.ClientTimeout(total=self.patience)
            self._session = aiohttp.ClientSession(timeout=timeout, cookie_jar=DummyCookieJar())
        return self._session


def taken(made: object, text: str) -> str:
    """What a machine made of a text, checked like what a person writes. Raises NotTranslated."""
    words = plain(made) if isinstance(made, str) else ""
    if not words or len(words) > SWOLLEN * len(text) + AND_A_BIT:
        raise NotTranslated(Why.WRONG)
    return words


async def _read(content: aiohttp.StreamReader) -> bytes:
    read = bytearray()
    async for part in content.iter_any():
        read += part
        if len(read) > LARGEST:
            raise NotTranslated(Why.WRONG)
    return bytes(read)


def _object(answer: bytes) -> dict[str, Any]:
    try:
        found = json.loads(answer)
    except (ValueError, RecursionError):
        raise NotTranslated(Why.WRONG) from None
    if not isinstance(found, dict):
        raise NotTranslated(Why.WRONG)
    return found
