"""Asking an address for JSON, and believing nothing of what comes."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from aiohttp import DummyCookieJar

from models.ranker import NotRanked, Why

LARGEST = 16_000_000
"""Bytes of an answer that are read: 64 vectors of 4,096 numbers, spelt out."""
PATIENCE_S = 20.0


@dataclass(slots=True)
class Asking:
    """One address. What is handed over goes there and nowhere else: no redirection is followed."""

    url: str
    key: str = field(default="", repr=False)
    _session: aiohttp.ClientSession | None = None

    async def answer(self, asked: dict[str, Any]) -> dict[str, Any]:
        """What the address answers to a POST. Raises NotRanked."""
        try:
            return _object(await self._answered(asked))
        except TimeoutError:
            raise NotRanked(Why.LATE) from None
        except aiohttp.ClientError:
            raise NotRanked(Why.UNREACHED) from None

    async def close(self) -> None:
        """Give the connections back."""
        if self._session is not None:
            await self._session.close()

    async def _answered(self, asked: dict[str, Any]) -> bytes:
        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        post = self._open().post(self.url, json=asked, headers=headers, allow_redirects=False)
        async with post as answer:
            if answer.status != 200:
                raise NotRanked(Why.REFUSED)
            return await _read(answer.content)

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None or self._session.closed:
            timeout = aiohttp.ClientTimeout(total=PATIENCE_S)
            self._session = aiohttp.ClientSession(timeout=timeout, cookie_jar=DummyCookieJar())
        return self._session


async def _read(content: aiohttp.StreamReader) -> bytes:
    read = bytearray()
    async for part in content.iter_any():
        read += part
        if len(read) > LARGEST:
            raise NotRanked(Why.WRONG)
    return bytes(read)


def _object(answer: bytes) -> dict[str, Any]:
    try:
        found = json.loads(answer)
    except (ValueError, RecursionError):
        raise NotRanked(Why.WRONG) from None
    if not isinstance(found, dict):
        raise NotRanked(Why.WRONG)
    return found


def number(value: object) -> float:
    """A finite number of an answer. Raises NotRanked for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise NotRanked(Why.WRONG)
    if not -1e9 < value < 1e9:  # also what is no number (nan)
        raise NotRanked(Why.WRONG)
    return float(value)
