"""Two people talk through Lotse over the Bot API: one asks in Arabic, a counsellor answers."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from random import Random

import pytest

from bot.background import Stop
from bot.conversation import Conversation
from jobs import threads
from models.catalogue import Catalogue
from models.role import Role
from models.store import Store
from models.turn import Sender
from tests.channels.telegram.conftest import Start
from tests.clock import Clock
from tests.databases import BOTH
from tests.delivery.delivering import bulk, delivering
from tests.jobs.reminding import surroundings
from tests.people import account, at
from tests.standin import Button, Person, StandIn
from tests.talking import BERLIN, town_named

pytestmark = pytest.mark.parametrize("databases", BOTH[:1], indirect=True)
ASKED = "أبحث عن شقة لعائلتي"
ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069\u200e\u200f"))
SEND, END, YES, AGAIN = "asksend", "thend", "thrate", "thagain"


@pytest.fixture
def conversation(store: Store, catalogue: Catalogue) -> Conversation:
    town = replace(town_named(), channels=("telegram", "web"))
    return Conversation(store, catalogue, town, BERLIN, Random(7), "a secret")


@dataclass
class Two:
    """Who asks and who answers, with what brings a thread from one to the other."""

    amal: Person
    her: Person
    server: StandIn
    store: Store
    clock: Clock

    async def tick(self) -> None:
        """The job that offers threads, once."""
        now, around = self.clock().astimezone(BERLIN), surroundings(channels=("telegram",))
        await self.store.write(lambda session: threads.run(session, now, around))

    async def meet(self) -> None:
        """She asks, and a counsellor takes it."""
        await self.amal.says("/person")
        await self.amal.sees()
        await self.amal.says(ASKED)
        assert ASKED in (await self.amal.sees()).text
        await self.amal.presses(on(SEND))
        await self.amal.sees()
        await self.tick()
        offered = plain((await self.her.sees()).text)
        assert "Arabisch" in offered
        assert ASKED not in offered
        await self.her.presses("Übernehmen")
        taken = plain((await self.her.sees()).text)
        assert ASKED in taken
        assert "Was Sie jetzt schreiben, geht an: Person" in taken


@pytest.fixture
async def two(server: StandIn, start: Start, store: Store, clock: Clock) -> AsyncIterator[Two]:
    amal, her = server.person(language_code="ar"), server.person(language_code="de")
    with store.transaction() as session:
        at(session, Sender("telegram", str(amal.id)), None, "ar")
        counsellor = account(session, Role.COUNSELLOR, name="Frau Nord")
        at(session, Sender("telegram", str(her.id)), counsellor)
    async with start() as _, sending(store, server):
        await server.until_polled()
        yield Two(amal, her, server, store, clock)
    assert server.violations == []


@asynccontextmanager
async def sending(store: Store, server: StandIn) -> AsyncIterator[None]:
    """What is sent unasked leaves meanwhile."""
    stop = Stop()
    async with delivering(store, {"telegram": bulk(server, stop)}, stop):
        yield


def on(prefix: str) -> Callable[[Button], bool]:
    """A button by what it does, whatever it is called."""
    return lambda button: (button.data or "").startswith(prefix)


def plain(text: str) -> str:
    return text.translate(ISOLATES)


async def test_they_talk_and_neither_learns_who_the_other_is(two: Two) -> None:
    await two.meet()
    await two.her.says("Wie groß ist Ihre Familie?")
    assert "Gesendet an: Person" in plain((await two.her.sees()).text)
    reached = await two.amal.sees()
    assert "Wie groß ist Ihre Familie?" in reached.text
    assert "Nord" not in reached.text
    assert str(two.her.id) not in str(reached.raw["text"])
    await two.amal.says("نحن أربعة")
    answer = plain((await two.her.sees()).text)
    assert "(Arabisch) schreibt:" in answer
    assert "نحن أربعة" in answer
    assert str(two.amal.id) not in answer
    assert two.amal.unseen == []  # the assistant is silent
    await two.her.presses("Gespräch zeigen")
    assert "Sie sind dran" in (await two.her.sees()).text


async def test_a_counsellor_ends_it_and_who_asked_says_whether_it_helped(two: Two) -> None:
    await two.meet()
    await two.her.presses("Beenden")
    await two.her.sees()
    await two.her.presses("Ja, beenden")
    await two.her.sees()
    await two.amal.sees()
    await two.amal.presses(on(YES))
    await two.amal.sees()
    await two.amal.says("أين أتعلم الألمانية؟")
    assert "📞" in (await two.amal.sees()).text  # the assistant answers again
    assert two.her.unseen == []


async def test_what_is_written_quickly_arrives_in_its_order(two: Two) -> None:
    await two.meet()
    lines = [f"Satz {number}." for number in range(5)]
    two.server.faults.on("sendMessage", times=1, when=lambda p: lines[1] in p["text"]).fails(502)
    for line in lines:
        await two.her.says(line)
    seen = [plain(message.text) for message in await two.amal.sees(5)]
    assert [next(line for line in lines if line in text) for text in seen] == lines


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("<b>dick</b> <a href='https://evil.example'>Amt</a>", None),
        ("[Amt](https://evil.example) *fett* `x`", None),
        ("&lt;b&gt; &amp;", None),
        ("Rufen Sie \u202e0163\u2069 an", "Rufen Sie 0163 an"),
        ("https://sparkasse.de@evil.example", "https://evil.example"),
    ],
)
async def test_what_either_writes_is_text_and_looks_like_what_it_is(
    two: Two, typed: str, shown: str | None
) -> None:
    await two.meet()
    for writer, reader in ((two.amal, two.her), (two.her, two.amal)):
        await writer.says(typed)
        reached = await reader.sees()
        assert (shown or typed) in reached.text
        assert "<a " not in reached.html
        kinds = {entity["type"] for entity in reached.raw.get("entities", [])}
        assert kinds.isdisjoint({"text_link", "bold", "italic", "code"})
        await two.her.sees(len(two.her.unseen))
