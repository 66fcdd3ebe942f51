"""Pictures of a survey in the web chat, and files that come in over HTTP."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import httpx
import pytest
from sqlalchemy import select

from bot.channels.web import WebChannel
from bot.http import port_of, server
from bot.media import media_of
from models.form_media import MEDIA
from models.store import Store
from surveys.media.checking import LARGEST
from tests import media
from tests.channels.web.serving import PATIENCE_S, Frame, Page, Served, site
from tests.clock import Clock
from tests.picturing import opened, unfinished
from tests.talking import conversation_in
from web.app import build


@asynccontextmanager
async def whole(store: Store, clock: Clock) -> AsyncIterator[Served]:
    """The web application with the real conversation behind it."""
    conversation = conversation_in(store, clock)
    channel = WebChannel(store, conversation.converse, clock)
    routes = [*channel.routes(), *media_of(store, channel, conversation)]
    http = server(build(routes, site()), "127.0.0.1", 0)
    async with asyncio.TaskGroup() as running:
        running.create_task(channel.run())
        running.create_task(http.serve())
        await http.listening.wait()
        origin = f"http://127.0.0.1:{port_of(http)}"
        async with httpx.AsyncClient(base_url=origin, timeout=PATIENCE_S) as browser:
            yield Served(channel, port_of(http), browser)
        await channel.stop()
        http.should_exit = True


@pytest.fixture
async def lotse(store: Store, clock: Clock) -> AsyncIterator[Served]:
    await store.write(opened)
    async with whole(store, clock) as running:
        yield running


@dataclass
class Browser:
    """A browser with a page open and its cookie."""

    served: Served
    page: Page
    token: str
    did: int = 0
    last: Frame | None = None

    async def does(self, **frame: object) -> Frame:
        """Say or press something; the message that comes of it."""
        self.did += 1
        await self.page.send(id=f"f{self.did}", **frame)
        return self._message(await self.page.hears_until("done"))

    async def presses(self, label: str) -> Frame:
        """A button of the last message."""
        assert self.last is not None
        shown = self.last["message"]
        rows = [*shown.get("keys", ()), *(shown.get("field") or {}).get("keys", ())]
        (key,) = [key for row in rows for key in row if label == key["label"]][:1]
        return await self.does(press=key["data"], on=str(self.last["seq"]))

    async def uploads(self, content: bytes, **headers: str) -> httpx.Response:
        """The file that the last message asks for."""
        assert self.last is not None
        question = self.last["message"]["upload"]["question"]
        return await self.posts(question, content, **headers)

    async def posts(self, question: str, content: bytes, **headers: str) -> httpx.Response:
        """As the page posts a file."""
        sent = {"Origin": self.served.origin, "Cookie": f"lotse={self.token}", **headers}
        return await self.served.http.post(f"/upload/{question}", content=content, headers=sent)

    async def hears(self) -> Frame:
        """What came of an upload."""
        return self._message([await self.page.hears()])

    def _message(self, frames: list[Frame]) -> Frame:
        (self.last,) = [frame for frame in frames if "message" in frame]
        return self.last


@pytest.fixture
async def amal(lotse: Served) -> AsyncIterator[Browser]:
    """At the first question."""
    token = await lotse.token()
    async with lotse.page(token) as page:
        one = Browser(lotse, page, token)
        await one.does(say="/language de")
        await one.does(say="/survey orte23")
        await one.presses("Einverstanden, beginnen")
        yield one


async def kept(store: Store) -> list[bytes]:
    return await store.read(unfinished)


def said(frame: Frame) -> str:
    return "\n".join(line["text"] for line in frame["message"]["text"])


async def test_pictures_are_named_by_their_hash_and_fetched_once(
    lotse: Served, amal: Browser
) -> None:
    assert amal.last is not None
    shown = amal.last["message"]["media"]
    assert [(one["kind"], one.get("choice", 0)) for one in shown] == [
        ("image", 0),
        ("audio", 0),
        ("image", 1),
        ("image", 2),
    ]
    assert shown[2]["name"] == "Im Park"
    found = await lotse.http.get(f"/media/{shown[0]['hash']}")
    assert found.content.startswith(b"\xff\xd8")
    headers = found.headers
    assert headers["content-type"] == "image/jpeg"
    assert headers["cache-control"] == "public, max-age=31536000, immutable"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert "set-cookie" not in headers


async def test_a_player_gets_the_part_that_it_asks_for(
    lotse: Served, amal: Browser, store: Store
) -> None:
    assert amal.last is not None
    address = f"/media/{amal.last['message']['media'][1]['hash']}"
    whole = media.voice()
    for asked, first, last in (
        ("bytes=0-3", 0, 3),
        ("bytes=4-", 4, len(whole) - 1),
        (f"bytes=10-{10**9}", 10, len(whole) - 1),
    ):
        part = await lotse.http.get(address, headers={"Range": asked})
        assert part.status_code == 206
        assert part.content == whole[first : last + 1]
        assert part.headers["content-range"] == f"bytes {first}-{last}/{len(whole)}"
    beyond = await lotse.http.get(address, headers={"Range": f"bytes={len(whole)}-"})
    assert beyond.status_code == 416


@pytest.mark.parametrize("digest", ["0" * 64, "x", "..%2Fsecret", "%00", "A" * 64])
async def test_nothing_else_is_there(lotse: Served, digest: str) -> None:
    assert (await lotse.http.get(f"/media/{digest}")).status_code == 404


async def test_no_picture_of_a_form_can_act(store: Store, lotse: Served) -> None:
    kinds = await store.read(lambda s: set(s.scalars(select(MEDIA.c.media_type)).all()))
    assert kinds == {"image/jpeg", "audio/ogg"}


async def test_a_photo_answers_and_the_next_question_comes(amal: Browser, store: Store) -> None:
    asked = await amal.presses("2")
    assert asked["message"]["upload"]["kind"] == "image"
    assert asked["message"]["upload"]["label"] == "Foto auswählen oder aufnehmen"
    assert (await amal.uploads(media.photo())).status_code == 204
    assert "Erzählen Sie davon." in said(await amal.hears())
    (photo,) = await kept(store)
    assert media.MAKER.encode() not in photo
    assert (await amal.uploads(media.voice())).status_code == 204
    after = await amal.hears()
    assert "Was noch?" in said(after)
    assert "upload" not in after["message"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (media.SVG, "Art von Datei"),
        (media.voice(), "Art von Datei"),
        (media.photo() + bytes(LARGEST["image"]), "zu groß"),
    ],
    ids=["svg", "voice", "large"],
)
async def test_what_does_not_fit_is_refused_in_the_chat(
    amal: Browser, store: Store, content: bytes, words: str
) -> None:
    await amal.presses("2")
    assert (await amal.uploads(content)).status_code == 204
    assert words in said(await amal.hears())
    assert await kept(store) == []


async def test_only_the_question_that_asks_takes_a_file(amal: Browser, store: Store) -> None:
    assert (await amal.posts("00000000", media.photo())).status_code == 409
    asked = await amal.presses("2")
    question = asked["message"]["upload"]["question"]
    assert (await amal.posts("00000000", media.photo())).status_code == 409
    assert (await amal.posts(question, media.photo())).status_code == 204
    await amal.hears()
    assert (await amal.posts(question, media.drawing())).status_code == 409
    assert len(await kept(store)) == 1


async def test_nobody_else_can_answer_for_her(amal: Browser, lotse: Served, store: Store) -> None:
    await amal.presses("2")
    elsewhere = await amal.uploads(media.photo(), Origin="https://evil.example")
    assert elsewhere.status_code == 403
    assert (await amal.uploads(media.photo(), Cookie="lotse=x")).status_code == 403
    stranger = await lotse.token()
    assert (await amal.uploads(media.photo(), Cookie=f"lotse={stranger}")).status_code == 409
    assert await kept(store) == []
