"""Lotse's web over real HTTP on the loopback, and a browser's side of the socket."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import httpx
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from bot.channels.web import Converse, WebChannel
from bot.http import port_of, server
from bot.message import Line, Message, to_json
from models import inbox
from models.store import Store
from models.turn import Said, Turn
from tests.clock import Clock
from web.app import build
from web.site import Site

Frame = Mapping[str, Any]
LANGUAGES = ("de", "en", "ar")
PATIENCE_S = 60.0
"""A busy machine may take its time; the library would give up after 5 seconds."""


def worded(id: str, language: str) -> str:
    """Every text names itself."""
    return f"{id} [{language}]"


async def answered(question: str, language: str) -> bytes:
    """An answer that repeats the question."""
    return to_json(Message(language, "ltr", (Line(question, language),)))


async def healthy() -> object:
    """A database that answers."""
    return True


def site(**other: Any) -> Site:
    """A site with the words above; `other` replaces what a test is about."""
    usual: dict[str, Any] = {
        "words": worded,
        "answer": answered,
        "wait": lambda network: 0.0,
        "languages": LANGUAGES,
        "check": healthy,
        "counters": dict,
    }
    return Site(**{**usual, **other})


class Echo:
    """A conversation that repeats what was said, through the real inbox; it remembers its turns."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.turns: list[Turn] = []

    async def converse(self, turn: Turn) -> inbox.Owed | None:
        """As Conversation.converse: once for each turn, with the reply owed."""
        text = turn.did.text if isinstance(turn.did, Said) else repr(turn.did)
        message = to_json(Message("de", "ltr", (Line(f"{text}!", "de"),)))
        address = turn.sender.address

        def unit(session: Any) -> inbox.Owed | None:
            if not inbox.claim(session, "web", turn.id):
                return None
            return inbox.owe(session, ("web", address), message, turn.place)

        owed = await self.store.write(unit)
        self.turns.extend([turn] if owed else [])
        return owed


@dataclass
class Page:
    """A browser's side of one socket."""

    socket: ClientConnection
    seen: list[Frame] = field(default_factory=list)

    async def send(self, **frame: object) -> None:
        """Send one frame."""
        await self.socket.send(json.dumps(frame))

    async def hears(self) -> Frame:
        """The next frame."""
        frame: Frame = json.loads(await asyncio.wait_for(self.socket.recv(), PATIENCE_S))
        self.seen.append(frame)
        return frame

    async def hears_until(self, name: str) -> list[Frame]:
        """All frames up to the next one called `name`."""
        frames = [await self.hears()]
        while name not in frames[-1]:
            frames.append(await self.hears())
        return frames

    async def says(self, id: str, text: str) -> list[Frame]:
        """Say something and hear all that comes of it."""
        await self.send(id=id, say=text)
        return await self.hears_until("done")

    async def closed_with(self) -> int:
        """The code with which the server closes the socket, whatever it says before."""
        with suppress(ConnectionClosed):
            while True:
                await self.hears()
        assert self.socket.close_code is not None
        return self.socket.close_code


def browser_at(origin: str) -> httpx.AsyncClient:
    """A browser without scripts. Loading certificates, for which there is no use, takes a while."""
    return httpx.AsyncClient(base_url=origin, timeout=PATIENCE_S, verify=False, trust_env=False)


@dataclass
class Served:
    """A running web. `http` keeps cookies, as a browser does."""

    channel: WebChannel
    port: int
    http: httpx.AsyncClient

    @property
    def origin(self) -> str:
        """Where the page is."""
        return f"http://127.0.0.1:{self.port}"

    async def token(self) -> str:
        """A new browser's token."""
        async with browser_at(self.origin) as browser:
            return (await browser.post("/session")).cookies["lotse"]

    @asynccontextmanager
    async def page(
        self, token: str | None = None, *, hello: bool = True, lang: str = "de-DE", **headers: str
    ) -> AsyncIterator[Page]:
        """An open socket with `token`'s cookie, after its hello in the browser's language."""
        token = await self.token() if token is None else token
        sent = {"Origin": self.origin, "Cookie": f"lotse={token}", **headers}
        address = f"ws://127.0.0.1:{self.port}/chat"
        async with connect(address, additional_headers=sent, proxy=None) as socket:
            page = Page(socket)
            if hello:
                await page.send(hello=1, lang=lang)
            yield page


@asynccontextmanager
async def served(
    store: Store, clock: Clock, converse: Converse, **other: Any
) -> AsyncIterator[Served]:
    """The whole web application on a free port; stops as bot.main stops it."""
    channel = WebChannel(store, converse, clock, other.get("public_url", ""))
    proxies = other.pop("proxies", "")
    http = server(build(channel.routes(), site(**other)), "127.0.0.1", 0, proxies=proxies)
    async with asyncio.TaskGroup() as running:
        running.create_task(channel.run())
        serving = running.create_task(http.serve())
        await http.listening.wait()
        origin = f"http://127.0.0.1:{port_of(http)}"
        try:
            async with browser_at(origin) as browser:
                yield Served(channel, port_of(http), browser)
        finally:
            await channel.stop()
            http.should_exit = True
            await asyncio.wait([serving])  # also after a failure, or its socket would stay open


def texts(frames: list[Frame]) -> list[str]:
    """The texts of the messages among `frames`."""
    return [frame["message"]["text"][0]["text"] for frame in frames if "message" in frame]
