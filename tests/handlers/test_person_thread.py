"""In a conversation with a counsellor: Lotse is silent, and nothing stays when it is over."""

import json
from base64 import b64decode
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from handlers.person_buttons import EndThread
from models import thread
from models.medium import Received
from models.store import Store
from models.thread import ThreadState
from models.thread_actions import ReopenThread
from models.thread_message import MESSAGE, Side
from models.turn import Said, Sent
from surveys.media.checking import answered
from surveys.slip import SlipKind
from tests import media
from tests.databases import BOTH
from tests.handlers.asking import FLAT, asked, hears, in_hand, newest, quietly
from tests.handlers.counselling import Desk

pytestmark = pytest.mark.parametrize("databases", BOTH[:1], indirect=True)
IN_BOTH = pytest.mark.parametrize("language", ["de", "ar"])
NAMES = {"de": "Deutsch", "ar": "Arabisch"}


@pytest.fixture
def desk(town: Store) -> Desk:
    return Desk(town)


@IN_BOTH
async def test_they_talk_and_lotse_is_silent_until_it_is_over(desk: Desk, language: str) -> None:
    one, her = await in_hand(desk, language)
    await her.says("Guten Tag! Wann passt es Ihnen?")
    (reached,) = await desk.reads("amal")
    assert reached == f"{hears(one, 'relay.from_counsellor')}\nGuten Tag! Wann passt es Ihnen?"
    await quietly(one, Said("Am Montag"))
    last = (await desk.reads("Beratung Nord"))[-1]
    assert last == f"Person {(await newest(desk)).id} ({NAMES[language]}) schreibt:\nAm Montag"
    await one.presses(EndThread(thread=(await newest(desk)).id, sure=False))
    assert hears(one, "talk.ended") in await one.presses(hears(one, "talk.end_yes"))
    assert one.sees(hears(one, "talk.again"))
    assert "hat das Gespräch beendet" in (await desk.reads("Beratung Nord"))[-1]
    assert hears(one, "talk.helped_thanks") in await one.presses(hears(one, "talk.helped_partly"))
    assert (await newest(desk)).helped == "partly"
    await one.says("Wo finde ich einen Deutschkurs?")
    assert len(await desk.said((await newest(desk)).id, Side.ASKER)) == 2


@IN_BOTH
async def test_commands_buttons_and_other_dialogues_leave_the_conversation_alone(
    desk: Desk, language: str
) -> None:
    one, _ = await in_hand(desk, language)
    await one.says("/topics")
    await one.says("/idea")
    await one.says("/cancel")
    await quietly(one, Said("Sind Sie noch da?"))
    assert hears(one, "talk.status_taken") in await one.says("/person")
    assert len(await desk.said((await newest(desk)).id, Side.ASKER)) == 2


@IN_BOTH
async def test_one_question_to_lotse_and_the_next_words_go_to_the_counsellor(
    desk: Desk, language: str
) -> None:
    one, _ = await in_hand(desk, language)
    await one.says("/person")
    assert hears(one, "talk.ask_lotse_now") in await one.presses(hears(one, "talk.ask_lotse"))
    assert hears(one, "talk.back") in await one.says("Wo kann ich Deutsch lernen?")
    await quietly(one, Said("Danke"))
    assert await desk.said((await newest(desk)).id, Side.ASKER) == [FLAT, "Danke"]


@IN_BOTH
async def test_files_are_refused_kindly_unless_the_town_takes_them(
    desk: Desk, language: str
) -> None:
    one, _ = await in_hand(desk, language)
    assert await desk.town.door.wanted(one.sender, desk.town.clock()) is None
    assert hears(one, "talk.file_refused") in await one.does(Sent("photo", reference="x"))
    desk.town.door.town = replace(desk.town.door.town, handoff_files=True)
    wanted = await desk.town.door.wanted(one.sender, desk.town.clock())
    assert wanted is not None
    picture = answered(media.photo(), wanted.kind)
    received = Received(wanted.question, picture)
    assert hears(one, "talk.file_sent") in await one.does(Sent("photo", received=received))
    (attachment,) = (await desk.reaches("Beratung Nord"))[-1].files
    assert b64decode(attachment.content) == picture.content
    assert attachment.media_type == "image/jpeg"
    large = Received(wanted.question, why=SlipKind.TOO_LARGE)
    assert hears(one, "talk.file_too_large") in await one.does(Sent("video", received=large))
    lost = Sent("file", received=Received(wanted.question))
    assert hears(one, "talk.file_lost") in await one.does(lost)
    assert hears(one, "talk.file_refused") in await one.does(Sent("place", point="50.9 11.6"))
    stored = await desk.town.ask(lambda s: s.scalars(select(MESSAGE.c.file)).all())
    assert stored == ["", "image"]


@IN_BOTH
async def test_a_file_waits_for_somebody_to_get_it(desk: Desk, language: str) -> None:
    await desk.counsellor("Beratung Nord")
    desk.town.door.town = replace(desk.town.door.town, handoff_files=True)
    one = await asked(desk, language=language)
    assert await desk.town.door.wanted(one.sender, desk.town.clock()) is None
    assert hears(one, "talk.file_waiting") in await one.does(Sent("photo", reference="x"))


@IN_BOTH
async def test_within_a_week_it_goes_on_with_who_knows_it(desk: Desk, language: str) -> None:
    one, _ = await in_hand(desk, language)
    first = await newest(desk)
    await one.presses(EndThread(thread=first.id, sure=True))
    desk.town.clock.later(timedelta(days=6))
    assert hears(one, "talk.again_done") in await one.presses(hears(one, "talk.again"))
    assert (await newest(desk)).account_id == first.account_id
    assert (await newest(desk)).state is ThreadState.TAKEN
    await one.presses(EndThread(thread=first.id, sure=True))
    desk.town.clock.later(timedelta(days=8))
    assert hears(one, "talk.again_late") in await one.presses(ReopenThread(thread=first.id))
    assert (await newest(desk)).state is ThreadState.CLOSED


@IN_BOTH
async def test_stopping_ends_it_and_the_counsellor_hears_of_it(desk: Desk, language: str) -> None:
    one, her = await in_hand(desk, language)
    await her.says("Guten Tag!")
    assert hears(one, "stop.thread") in await one.says("/stop")
    assert (await newest(desk)).state is ThreadState.CLOSED
    assert await desk.reads("amal") == []
    assert "hat das Gespräch beendet" in (await desk.reads("Beratung Nord"))[-1]


@IN_BOTH
async def test_she_gets_all_that_was_said_and_deletes_it_on_both_sides(
    desk: Desk, language: str
) -> None:
    one, her = await in_hand(desk, language)
    await her.says("Guten Tag!")
    await quietly(one, Said("Hallo"))
    number = (await newest(desk)).id
    shown = await one.says("/mydata")
    assert f"{hears(one, 'mydata.thread')} {number} " in shown
    assert one.message is not None
    (talk,) = json.loads(b64decode(one.message.files[0].content))["conversations"]
    assert [said["text"] for said in talk["messages"]] == [FLAT, "Guten Tag!", "Hallo"]
    assert "account" not in json.dumps(talk)
    await one.says("/delete")
    await one.presses(one.labels()[0])
    assert await desk.town.ask(lambda s: thread.find(s, number)) is None
    assert await desk.town.ask(lambda s: s.scalar(select(func.count()).select_from(MESSAGE))) == 0
    (told,) = await desk.reads("Beratung Nord")
    assert "gelöscht" in told
    assert "Hallo" not in told
