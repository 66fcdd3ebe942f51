"""Whoever needs a human being: what she is told, and how her question goes out."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from handlers.person_buttons import EndThread, RateThread, SendQuestion
from models.language import direction
from models.store import Store
from models.thread_actions import ReopenThread, TakeThread
from models.thread_message import Side
from models.translations import WISH
from models.turn import Said, Sender
from tests.databases import BOTH
from tests.handlers.asking import (
    FLAT,
    asker,
    day,
    hears,
    in_hand,
    newest,
    number_of_threads,
    quietly,
)
from tests.handlers.counselling import Desk
from tests.handlers.talking import Somebody

pytestmark = pytest.mark.parametrize("databases", BOTH[:1], indirect=True)
IN_ARABIC = "أبحث عن شقة"
FIVE_DAYS = timedelta(days=5)
MONDAY, TUESDAY = date(2026, 11, 30), date(2026, 12, 1)


@pytest.fixture
def desk(town: Store) -> Desk:
    return Desk(town)


async def test_before_she_asks_she_knows_who_reads_it_when_and_how_long(desk: Desk) -> None:
    await desk.counsellor("Beratung Nord")
    card = await (await asker(desk)).says("/person")
    assert "einem Menschen von der Beratung" in card
    assert "Die Beratung ist jetzt da, bis 12:00" in card
    assert "Montag–Donnerstag: 09:00–12:00 und 13:00–16:00\nFreitag: 09:00–12:00" in card
    assert "Die Beratung spricht: Deutsch" in card
    assert "Nicht für Notfälle. Bei Gefahr rufen Sie 112 an" in card
    assert "90 Tage danach" in card
    assert "Was möchten Sie fragen?" in card


async def test_a_question_goes_out_as_it_was_shown(desk: Desk) -> None:
    await desk.counsellor("Beratung Nord")
    one = await asker(desk)
    await one.says("/person")
    card = await one.says(FLAT)
    assert FLAT in card
    assert "Thema: Wohnung suchen" in card
    assert "Sprache: Deutsch" in card
    assert "Stadtteil: nicht gesagt" in card
    await one.presses("Thema ändern")
    assert "Thema: Arbeit" in await one.presses("Arbeit")
    await one.presses("Sprache ändern")
    assert "Sprache: Ukrainisch" in await one.presses("Ukrainisch")
    await one.presses("Stadtteil ändern")
    assert "Stadtteil: Altstadt" in await one.presses("Altstadt")
    await one.presses("Text ändern")
    assert "Und meine Arbeit?" in await one.says("Und meine\u202e Arbeit?")
    assert await number_of_threads(desk) == 0
    said = await one.presses("Abschicken")
    assert "Die Antwort kommt hier" in said
    assert "im selben Browser" in said
    assert "voraussichtlich bis Dienstag, 24. November 2026, 13:30" in said
    stored = await newest(desk)
    assert (stored.language, stored.district, stored.outside) == ("uk", "Altstadt", False)
    assert await desk.said(stored.id, Side.ASKER) == ["Und meine Arbeit?"]


async def test_in_arabic_it_is_the_same_from_the_right_to_the_left(desk: Desk) -> None:
    her = await desk.counsellor("Beratung Nord")
    one = await asker(desk, "layla", "ar")
    card = await one.says("/person")
    assert "الاستشارة" in card
    assert one.message is not None
    assert one.message.dir == "rtl"
    assert "اللغة: العربية" in await one.says(IN_ARABIC)
    assert "الجواب" in await one.presses("إرسال")
    await her.presses(TakeThread(thread=(await newest(desk)).id))
    await her.says("Bitte kommen Sie vorbei.")
    (message,) = await desk.reaches("layla")
    assert (message.lang, message.dir) == ("ar", "rtl")
    assert [line.lang for line in message.text] == ["ar", "de"]
    await quietly(one, Said("شكراً جزيلاً"))
    told = (await desk.reaches("Beratung Nord"))[-1]
    assert [line.lang for line in told.text] == ["de", "ar"]
    await one.presses(EndThread(thread=(await newest(desk)).id, sure=True))
    assert "شكراً" in await one.presses("نعم")
    assert (await newest(desk)).helped == "yes"


@pytest.mark.parametrize("language", ["de", "ar"])
async def test_outside_office_hours_she_hears_when_somebody_will_answer(
    desk: Desk, language: str
) -> None:
    await desk.counsellor("Beratung Nord")
    desk.town.clock.later(FIVE_DAYS)  # Saturday
    one = await asker(desk, language=language)
    card = await one.says("/person")
    assert hears(one, "talk.shut") in card
    assert day(MONDAY, language) in card
    await one.says(FLAT)
    assert day(TUESDAY, language) in await one.presses(hears(one, "talk.send"))
    assert (await newest(desk)).outside
    assert hears(one, "talk.added") in await one.says("Es eilt nicht.")
    assert one.message is not None
    assert one.message.dir == direction(language)


@pytest.mark.parametrize("language", ["de", "ar"])
async def test_where_nobody_answers_she_is_sent_to_somebody_outside(
    desk: Desk, language: str
) -> None:
    one = await asker(desk, language=language)
    assert hears(one, "talk.nobody") in await one.says("/person")
    assert one.message is not None
    assert one.message.cards
    await desk.counsellor("Beratung Nord")
    elsewhere = Somebody(desk.town, Sender("terminal", "amal", "de"))
    assert "nicht antworten" in await elsewhere.says("/person")
    group = Somebody(desk.town, Sender("telegram", "-100", "de"))
    assert "Alle würden mitlesen" in await group.says("/person")
    assert await number_of_threads(desk) == 0


@pytest.mark.parametrize(
    ("language", "words"), [("de", "Mein Mann schlägt mich"), ("ar", "زوجي بيضربني")]
)
async def test_in_an_emergency_the_numbers_come_first_and_the_words_arrive(
    desk: Desk, language: str, words: str
) -> None:
    her = await desk.counsellor("Beratung Nord")
    one = await asker(desk, language=language)
    await one.says("/person")
    said = await one.says(words)
    assert said.index("110") < said.index(words)
    assert one.sees(hears(one, "talk.send"))
    await one.presses(SendQuestion())
    await her.presses(TakeThread(thread=(await newest(desk)).id))
    assert "116 016" in await one.says(words)
    assert words in (await desk.reads("Beratung Nord"))[-1]


async def test_nobody_presses_buttons_of_somebody_elses_conversation(desk: Desk) -> None:
    await in_hand(desk)
    theirs = await newest(desk)
    stranger = await asker(desk, "omar")
    for action in (
        EndThread(thread=theirs.id, sure=True),
        RateThread(thread=theirs.id, helped="no"),
        ReopenThread(thread=theirs.id),
    ):
        assert "Was möchten Sie fragen?" in await stranger.presses(action)
    assert await newest(desk) == theirs


async def test_words_are_wished_in_the_language_of_the_other_side(desk: Desk) -> None:
    desk.town.door.town = replace(desk.town.door.town, translates=True)
    her = await desk.counsellor("Beratung Nord")
    one = await asker(desk, "layla", "ar")
    assert "برنامج" in await one.says("/person")
    await one.says(IN_ARABIC)
    await one.presses("إرسال")
    await her.presses(TakeThread(thread=(await newest(desk)).id))
    await her.says("Bitte kommen Sie vorbei.")
    columns = (WISH.c.subject, WISH.c.source, WISH.c.target)
    wished = await desk.town.ask(lambda s: s.execute(select(*columns).order_by(WISH.c.id)).all())
    assert [tuple(one) for one in wished] == [("thread", "ar", "de"), ("thread", "de", "ar")]
