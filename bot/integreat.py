"""A region of Integreat, fetched from the content API v3 into a folder that can be imported."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from urllib.parse import quote

from bot.fetching import Fetcher, Limits, NotThere, Unfetched
from models.imports.integreat.saved import FARSI, KINDS, PERSIAN, REGION, our_code
from models.imports.problems import Unexpected
from models.translation import GERMAN

API = "/api/v3"
AT_ONCE = 3
TRIAL = {"X-Integreat-Development": "true"}
"""Asks Integreat's server not to count a request in the town's statistics."""

_CODE = re.compile(r"[A-Za-z0-9-]{2,20}")
_QUERY = {"events": "?combine_recurring=True"}

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be fetched: the service's address, the region as its addresses name it, and codes
    of languages (German comes too; none named: all).
    """

    address: str
    region: str
    languages: tuple[str, ...] = ()
    trial: bool = False


def save_region(
    asked: Asked, folder: Path, progress: Progress, limits: Limits | None = None
) -> None:
    """Fetch everything into `folder` as `<language>/{pages,locations,events}.json`.

    Raises Unfetched when any of it does not come: half a region must not be imported, as what is
    missing from an import becomes inactive.
    """
    asyncio.run(fetch_region(asked, folder, progress, limits or Limits()))


async def fetch_region(asked: Asked, folder: Path, progress: Progress, limits: Limits) -> None:
    """The same for who runs a loop already."""
    async with Fetcher(asked.address, limits, TRIAL if asked.trial else {}) as fetcher:
        await _Region(asked, folder, fetcher).save(progress)


class _Region:
    def __init__(self, asked: Asked, folder: Path, fetcher: Fetcher) -> None:
        self._asked = asked
        self._folder = folder
        self._fetcher = fetcher
        self._base = f"{_api(asked.address)}/{quote(asked.region, safe='')}"
        self._few = asyncio.Semaphore(AT_ONCE)

    async def save(self, progress: Progress) -> None:
        """Fetch all there is, a few files at once."""
        codes = await self._languages()
        await self._describe()
        wanted = [(code, kind) for code in codes for kind in KINDS]
        done = count(1)
        try:
            await self._save_all(wanted, lambda: progress(next(done), len(wanted)))
        except* Unfetched as errors:
            raise _first(errors) from None

    async def _save_all(self, wanted: list[tuple[str, str]], then: Callable[[], None]) -> None:
        async with asyncio.TaskGroup() as group:
            for code, kind in wanted:
                group.create_task(self._save(code, kind, then))

    async def _languages(self) -> list[str]:
        """The codes of the region's languages that are asked for, as Integreat calls them."""
        url = f"{self._base}/languages/"
        codes = list(_codes(await self._fetcher.get(url), url))
        wanted = {GERMAN, *self._asked.languages}
        chosen = [x for x in codes if not self._asked.languages or _ours(x) in wanted]
        if GERMAN not in chosen:
            raise Unfetched(f"{url}: the region has nothing in German")
        return chosen

    async def _describe(self) -> None:
        """The region's name; older servers cannot say it of a single one."""
        address = f"{_api(self._asked.address)}/regions/{quote(self._asked.region, safe='')}/"
        try:
            (self._folder / REGION).write_bytes(await self._fetcher.get(address))
        except NotThere:
            return

    async def _save(self, code: str, kind: str, then: Callable[[], None]) -> None:
        async with self._few:
            url = f"{self._base}/{code}/{kind}/{_QUERY.get(kind, '')}"
            body = await self._fetcher.get(url)
        folder = self._folder / code
        folder.mkdir(exist_ok=True)
        (folder / f"{kind}.json").write_bytes(body)
        then()


def _api(address: str) -> str:
    """The address of the API, whether it was written out or not."""
    return f"{address.partition(API)[0].rstrip('/')}{API}"


def _codes(body: bytes, url: str) -> Iterator[str]:
    """Codes of languages; they become names of folders, so nothing else may stand there."""
    try:
        languages = json.loads(body)
    except (ValueError, RecursionError):
        raise Unfetched(f"{url}: the answer is damaged or no JSON") from None
    if not isinstance(languages, list):
        raise Unfetched(f"{url}: the answer is no list of languages")
    for language in languages:
        code = language.get("code") if isinstance(language, dict) else None
        if isinstance(code, str) and _CODE.fullmatch(code):
            yield code


def _ours(code: str) -> str:
    """What we call a language: who asks for Persian gets the one of Iran under either code."""
    if code == FARSI:
        return PERSIAN
    try:
        return our_code(code)
    except Unexpected:
        return ""


def _first(errors: BaseExceptionGroup[Unfetched]) -> Unfetched:
    """One of several reasons is enough."""
    error = errors.exceptions[0]
    return _first(error) if isinstance(error, BaseExceptionGroup) else error
