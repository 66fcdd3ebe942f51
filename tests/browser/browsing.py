"""A person with a real browser (Debian's Chromium) in front of a running Lotse."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import pytest
from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Page

from bot.channels.web import WebChannel
from bot.conversation import Conversation
from bot.http import Server, port_of, server
from bot.media import media_of
from bot.newspaper import newspaper_of
from bot.offer_pages import offer_pages_of
from bot.pages import site_of
from bot.settings import Settings
from models.catalogue import Catalogue
from models.inbox import Owed
from models.store import Store
from models.turn import Turn
from tests.clock import Clock
from tests.databases import BOTH
from tests.talking import BERLIN, town_named
from web.app import build

CHROMIUM = next(
    filter(Path.exists, map(Path, ("/usr/bin/chromium-headless-shell", "/usr/bin/chromium"))), None
)
"""The one without windows, else the usual one; None: there is no browser."""
QUIETLY = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
)
Between = Callable[[WebChannel], Awaitable[None]]
ON_SQLITE = pytest.mark.parametrize("databases", BOTH[:1], indirect=True)
"""For what a page looks like: conversations, returns and files are tried on both databases."""
PHONE = {"width": 360, "height": 740}


@dataclass
class Town:
    """A running Lotse. `answers` are the replies in the order in which they were decided."""

    channel: WebChannel
    http: Server
    clock: Clock
    answers: "asyncio.Queue[Owed | None]"

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"http://127.0.0.1:{port_of(self.http)}/"


@dataclass
class Place:
    """Where Lotse runs: a database, the offers in it, and a time. `port` 0 is any."""

    store: Store
    catalogue: Catalogue
    clock: Clock
    port: int = 0


@asynccontextmanager
async def town_at(place: Place, between: Between | None = None) -> AsyncIterator[Town]:
    """Lotse with its pages, put together as in bot.main; `between` happens after every commit,
    before the reply leaves.
    """
    store, clock = place.store, place.clock
    conversation = Conversation(store, place.catalogue, town_named(), BERLIN, Random(0))
    answers: asyncio.Queue[Owed | None] = asyncio.Queue()

    async def answer(turn: Turn) -> Owed | None:
        owed = await conversation.converse(turn)
        if between:
            await between(web)
        answers.put_nowait(owed)
        return owed

    web = WebChannel(store, answer, clock)
    site = site_of(Settings(_env_file=None), conversation, web, [web])
    routes = [*web.routes(), *media_of(store, web, conversation)]
    routes += [*newspaper_of(conversation, clock), *offer_pages_of(conversation, clock)]
    http = server(build(routes, site), "127.0.0.1", place.port)
    async with asyncio.TaskGroup() as running:
        running.create_task(web.run())
        serving = running.create_task(http.serve())
        await http.listening.wait()
        try:
            yield Town(web, http, clock, answers)
        finally:
            await web.stop()
            http.should_exit = True
            await asyncio.wait([serving])  # also after a failure, or its socket would stay open


@dataclass
class Reader:
    """Somebody at the page. `complaints` are errors and CSP violations of the browser."""

    page: Page
    town: Town
    complaints: list[str] = field(default_factory=list)
    seen: str = ""

    async def opens(self, path: str = "") -> None:
        """Open the page and read its first message."""
        await self.page.goto(self.town.address + path)
        await self.reads()

    async def says(self, text: str) -> None:
        """Type and press Enter."""
        await self.page.locator("#input").fill(text)
        await self.page.locator("#input").press("Enter")
        await self.reads()

    async def presses(self, label: str) -> None:
        """Click the newest button with this label."""
        await self.page.locator(".lotse button.key", has_text=label).last.click()
        await self.reads()

    async def reads(self) -> None:
        """Wait for the next reply and read it, with everything that is folded away."""
        owed = await asyncio.wait_for(self.town.answers.get(), 60)
        if owed is not None:
            message = self.page.locator(f'#log [data-seq="{owed.id}"]').last
            await message.wait_for(state="attached")
            self.seen = await message.text_content() or ""

    def sees(self) -> str:
        """The last reply."""
        return self.seen

    def hears_console(self, line: ConsoleMessage) -> None:
        """Errors only; a broken connection is reported by the browser, not by us."""
        if line.type in {"error", "warning"} and "ERR_" not in line.text:
            self.complaints.append(line.text)


@asynccontextmanager
async def reader(browser: Browser, town: Town, **options: Any) -> AsyncIterator[Reader]:
    """A fresh browser profile with one tab. Fails when the browser complained of anything."""
    usual: dict[str, Any] = {"locale": "de-DE", "viewport": PHONE, "reduced_motion": "reduce"}
    context: BrowserContext = await browser.new_context(**{**usual, **options})
    context.set_default_timeout(60_000)
    person = Reader(await context.new_page(), town)
    person.page.on("console", person.hears_console)
    person.page.on("pageerror", lambda error: person.complaints.append(str(error)))
    try:
        yield person
        assert person.complaints == []
    finally:
        await context.close()
