"""A server that translates as LibreTranslate does: POST /translate (docs.libretranslate.com)."""

from __future__ import annotations

import json
from typing import Any

import aiohttp
from aiohttp import DummyCookieJar

from models.plain_words import plain
from models.translator import LONGEST, NotTranslated, Why

PATIENCE_S = 5.0
LARGEST = 200_000
"""Bytes of an answer that are read."""
SWOLLEN, AND_A_BIT = 6, 200
"""A translation with so many times the letters of its text, and some more, is none."""


class LibreTranslate:
    """What is handed over goes to `url` and nowhere else: redirections are not followed."""

    def __init__(self, url: str, key: str = "", patience: float = PATIENCE_S) -> None:
        self._url = f"{url.rstrip('/')}/translate"
        self._key = key
        self._patience = patience
        self._session: aiohttp.ClientSession | None = None

    async def translate(self, text: str, source: str, target: str) -> str:
        """As models.translator.Translator says."""
        if len(text) > LONGEST:
            raise NotTranslated(Why.TOO_LONG)
        asked = {"q": text, "source": source, "target": target, "format": "text"}
        if self._key:
            asked["api_key"] = self._key
        try:
            answer = await self._answered(asked)
        except TimeoutError:
            raise NotTranslated(Why.LATE) from None
        except aiohttp.ClientError:
            raise NotTranslated(Why.UNREACHED) from None
        return _taken(answer, len(text))

    async def close(self) -> None:
        """Give the connections back."""
        if self._session is not None:
            await self._session.close()

    async def _answered(self, asked: dict[str, str]) -> bytes:
        post = self._open().post(self._url, json=asked, allow_redirects=False)
        async with post as answer:
            if answer.status != 200:
                raise NotTranslated(Why.REFUSED)
            return await _read(answer.content)

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None or self._session.closed:
            timeout = aiohttp.ClientTimeout(total=self._patience)
            self._session = aiohttp.ClientSession(timeout=timeout, cookie_jar=DummyCookieJar())
        return self._session


async def _read(content: aiohttp.StreamReader) -> bytes:
    read = bytearray()
    async for part in content.iter_any():
        read += part
        if len(read) > LARGEST:
            raise NotTranslated(Why.WRONG)
    return bytes(read)


def _taken(answer: bytes, letters: int) -> str:
    """What a machine says is checked like what a person does."""
    try:
        found: Any = json.loads(answer)
    except (ValueError, RecursionError):
        raise NotTranslated(Why.WRONG) from None
    made = found.get("translatedText") if isinstance(found, dict) else None
    words = plain(made) if isinstance(made, str) else ""
    if not words or len(words) > SWOLLEN * letters + AND_A_BIT:
        raise NotTranslated(Why.WRONG)
    return words
