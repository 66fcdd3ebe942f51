"""What stands at an address on the web, fetched within limits: somebody else runs that server."""

from __future__ import annotations

import asyncio
import json
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import Self
from urllib.parse import urljoin, urlsplit

import aiohttp
from aiohttp import ClientResponse, ClientTimeout, DummyCookieJar, TCPConnector
from aiohttp.abc import AbstractResolver
from aiohttp.resolver import ThreadedResolver

from bot.public_networks import Inward, PublicResolver, check_host, is_loopback
from models.imports.problems import shown

MEGABYTE = 1 << 20
_MOVED = frozenset((301, 302, 303, 307, 308))
_OK, _GONE, _BROKEN = 200, 404, 500
_GZIP = 31  # window bits with which zlib reads gzip
_LONGEST_REASON = 64 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """How long, how much and how often. Seconds; `silent` is between two parts of an answer."""

    connect: float = 10
    silent: float = 30
    total: float = 180
    largest: int = 100 * MEGABYTE
    redirects: int = 3
    tries: int = 3
    pause: float = 2


class Unfetched(Exception):
    """It did not come; the text says why."""


class NotThere(Unfetched):
    """The server says that there is nothing."""


class _Again(Exception):
    """It may come when it is asked for again; the text says why it did not."""


class Fetcher:
    """Fetches from the server of `address` and from where it redirects on the public internet.

    An address on this machine itself may be fetched when `address` is one, as in a trial.
    """

    def __init__(
        self,
        address: str,
        limits: Limits,
        headers: Mapping[str, str],
        resolver: AbstractResolver | None = None,
    ) -> None:
        self._limits = limits
        self._headers = {"User-Agent": "Lotse", **headers, "Accept-Encoding": "gzip"}
        self._loopback = is_loopback(address)
        self._resolver = resolver
        self._session: aiohttp.ClientSession

    async def __aenter__(self) -> Self:
        limits, loopback = self._limits, self._loopback
        resolver = PublicResolver(self._resolver or ThreadedResolver(), loopback=loopback)
        self._session = aiohttp.ClientSession(
            connector=TCPConnector(resolver=resolver, limit_per_host=limits.tries),
            timeout=ClientTimeout(
                limits.total, sock_connect=limits.connect, sock_read=limits.silent
            ),
            cookie_jar=DummyCookieJar(),
            headers=self._headers,
            auto_decompress=False,
        )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._session.close()

    async def get(self, url: str) -> bytes:
        """What is there. A server in trouble, or a late one, is asked again. Raises Unfetched."""
        for number in range(1, self._limits.tries + 1):
            try:
                return await self._following(url)
            except _Again as error:
                reason = str(error)
            if number < self._limits.tries:
                await asyncio.sleep(self._limits.pause * number)
        raise Unfetched(f"{url}: {reason}")

    async def _following(self, url: str) -> bytes:
        """What is there, or where the server says that it has moved to."""
        found: bytes | str = url
        with _told(url):
            for _ in range(self._limits.redirects + 1):
                found = found if isinstance(found, bytes) else await self._asked(found, url)
        if isinstance(found, bytes):
            return found
        raise Unfetched(f"{url}: redirected too often")

    async def _asked(self, at: str, url: str) -> bytes | str:
        """What is at an address, or where it has moved to, of what `url` was the beginning."""
        self._check(at)
        async with self._session.get(at, allow_redirects=False) as answer:
            if answer.status in _MOVED:
                return urljoin(at, answer.headers.get("Location", ""))
            return await self._taken(answer, url)

    def _check(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise Unfetched(f"{shown(url)}: only http and https are fetched")
        check_host(parts.hostname, loopback=self._loopback)

    async def _taken(self, answer: ClientResponse, url: str) -> bytes:
        if answer.status >= _BROKEN:
            raise _Again(f"the server is in trouble ({answer.status})")
        if answer.status == _OK:
            return await _read(answer, self._limits.largest, url)
        kind = NotThere if answer.status == _GONE else Unfetched
        said = _reason(await _read(answer, _LONGEST_REASON, url))
        raise kind(f"{url}: the server says {answer.status}{said}")


@contextmanager
def _told(url: str) -> Iterator[None]:
    """Whatever goes wrong on the way, as what people are told of it."""
    try:
        yield
    except Inward:
        raise Unfetched(f"{url}: it leads into a network that is not public") from None
    except TimeoutError:
        raise _Again("no answer in time") from None
    except (aiohttp.ClientPayloadError, zlib.error):
        raise Unfetched(f"{url}: the answer broke off, or is damaged") from None
    except (aiohttp.ClientError, OSError, ValueError) as error:
        raise Unfetched(f"{url}: cannot be reached ({type(error).__name__})") from None


async def _read(answer: ClientResponse, largest: int, url: str) -> bytes:
    """The body, unpacked. Both what arrives and what it becomes are counted as they come."""
    packing, body, came = _packing(answer, url), bytearray(), 0
    async for part in answer.content.iter_any():
        came += len(part)
        body += packing.decompress(part, largest + 1 - len(body)) if packing else part
        if max(came, len(body)) > largest:
            raise Unfetched(f"{url}: larger than {largest // MEGABYTE or 1} MB")
    if packing and not packing.eof:
        raise Unfetched(f"{url}: the answer broke off, or is damaged")
    return bytes(body)


def _packing(answer: ClientResponse, url: str) -> zlib._Decompress | None:
    match answer.headers.get("Content-Encoding", "").strip().lower():
        case "" | "identity":
            return None
        case "gzip" | "x-gzip":
            return zlib.decompressobj(_GZIP)
        case other:
            raise Unfetched(f"{url}: packed in a way that was not asked for ({shown(other)})")


def _reason(body: bytes) -> str:
    """What a server's JSON says of an error."""
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        return ""
    error = said.get("error") if isinstance(said, dict) else None
    return f", “{shown(error)}”" if isinstance(error, str) else ""
