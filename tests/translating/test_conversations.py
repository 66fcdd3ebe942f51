"""In a conversation the original always arrives; what a machine makes of it comes after it."""

import asyncio
from dataclasses import replace

import pytest
from sqlalchemy import func, select

from bot.libre_translate import LibreTranslate
from bot.translated_words import words_of
from bot.translating import Translating
from models import thread_message, translations
from models.news_changes import create
from models.news_text import NewsText, keep, of
from models.roles import Deed
from models.store import Store
from models.thread_actions import TakeThread
from models.translations import TRIES, WISH, Subject, Wish
from models.turn import Said, Sender
from tests.databases import BOTH
from tests.delivery.delivering import until
from tests.handlers.asking import newest, quietly
from tests.handlers.counselling import Desk
from tests.handlers.talking import Somebody
from tests.translating.machine import Machine

pytestmark = pytest.mark.parametrize("databases", BOTH[:1], indirect=True)
ASKED = "أبحث عن شقة"


@pytest.fixture
def desk(town: Store) -> Desk:
    desk = Desk(town)
    desk.town.door.town = replace(desk.town.door.town, translates=True)
    return desk


@pytest.fixture
def worker(desk: Desk, translator: LibreTranslate) -> Translating:
    words = words_of(desk.town.door)
    return Translating(desk.town.store, translator, words, desk.town.clock)


async def talking(desk: Desk) -> tuple[Somebody, Somebody]:
    """Somebody who writes Arabic, and a counsellor who has just answered in German."""
    her = await desk.counsellor("Beratung Nord")
    one = Somebody(desk.town, Sender("web", "layla", "ar"))
    for what in ("/language ar", "/person", ASKED):
        await one.says(what)
    await one.presses("إرسال")
    await her.presses(TakeThread(thread=(await newest(desk)).id))
    await her.says("Bitte kommen Sie.")
    return one, her


async def wishes(desk: Desk) -> list[Wish]:
    """All that wait, in this test's hand."""
    return await desk.town.do(lambda s: translations.claim(s, 10, desk.town.clock()))


async def waiting(desk: Desk) -> int:
    count = select(func.count()).select_from(WISH)
    return await desk.town.ask(lambda s: s.scalar(count) or 0)


async def test_both_sides_read_the_original_and_then_what_a_machine_made(
    desk: Desk, worker: Translating
) -> None:
    one, _ = await talking(desk)
    await quietly(one, Said("شكراً"))
    for wish in await wishes(desk):
        await worker.fulfil(wish)
    said, made = await desk.reads("layla")
    assert said.endswith("Bitte kommen Sie.")
    assert made == "ترجمة آلية. قد تكون فيها أخطاء:\n[ar] Bitte kommen Sie."
    original, first, second = await desk.reads("Beratung Nord")
    assert "شكراً" in original
    assert f"automatisch übersetzt. Darin können Fehler sein:\n[de] {ASKED}" in first
    assert second.endswith("[de] شكراً")
    assert await waiting(desk) == 0
    assert worker.counted()["translations_made_total"] == 3


async def test_what_a_machine_made_is_sealed_too(desk: Desk, worker: Translating) -> None:
    await talking(desk)
    for wish in await wishes(desk):
        await worker.fulfil(wish)
    stored = await desk.town.ask(
        lambda s: s.scalars(select(thread_message.MESSAGE.c.translation)).all()
    )
    assert len(stored) == 2
    assert all(one and b"Bitte" not in one and b"[de]" not in one for one in stored)


async def test_when_the_machine_is_dead_they_go_on_without_it(
    desk: Desk, worker: Translating, machine: Machine
) -> None:
    machine.stuck = True
    await talking(desk)
    (_, wish) = await wishes(desk)
    for tries in range(TRIES):
        await worker.fulfil(replace(wish, tries=tries))
    assert worker.counted() == {"translations_late_total": TRIES}
    assert len(await desk.reads("layla")) == 1
    assert await waiting(desk) == 1  # the other one


async def test_nothing_comes_of_what_was_deleted_meanwhile(
    desk: Desk, worker: Translating, machine: Machine
) -> None:
    one, _ = await talking(desk)
    found = await wishes(desk)
    await one.says("/delete")
    await one.presses("نعم")
    for wish in found:
        await worker.fulfil(wish)
    assert machine.asked == []
    assert await waiting(desk) == 0
    assert "[de]" not in "".join(await desk.reads("Beratung Nord"))


async def test_it_works_beside_the_conversation_until_it_is_stopped(
    desk: Desk, worker: Translating
) -> None:
    async with asyncio.TaskGroup() as running:
        running.create_task(worker.run())
        await talking(desk)

        async def arrived() -> bool:
            return len(await desk.reads("layla")) == 2

        await until(arrived)
        worker.stop()


async def test_news_become_a_version_that_somebody_has_to_read(
    desk: Desk, worker: Translating
) -> None:
    german = NewsText("de", "Sommerfest", "Am Markt.", "")
    now = desk.town.clock()
    draft = await desk.town.do(lambda s: create(s, Deed(now), german))
    about = (Subject.NEWS, draft.id)
    await desk.town.do(lambda s: translations.wish(s, about, "de", ("ar", "uk", "de"), now))
    ukrainian, arabic = sorted(await wishes(desk), key=lambda one: one.target, reverse=True)
    await worker.fulfil(arabic)
    hers = NewsText("uk", "Свято", "На ринку.", source_hash=german.hash)
    await desk.town.do(lambda s: keep(s, draft.id, hers))
    await worker.fulfil(ukrainian)
    texts = await desk.town.ask(lambda s: of(s, draft.id))
    made = NewsText("ar", "[ar] Sommerfest", "[ar] Am Markt.", "", True, german.hash)
    assert texts == {"de": german, "ar": made, "uk": hers}
