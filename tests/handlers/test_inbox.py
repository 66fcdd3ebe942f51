"""Counsellors take, answer, note, pass on, put aside, close and take up again."""

from datetime import timedelta

import pytest

from models import canned, counselling
from models.base import Session
from models.role import Role
from models.store import Store
from models.thread import ThreadState
from models.thread_changes import Question
from models.thread_message import Side
from tests.databases import BOTH
from tests.handlers.counselling import Desk
from tests.handlers.talking import Somebody

pytestmark = pytest.mark.parametrize("databases", BOTH[:1], indirect=True)
ASKED = "أبحث عن شقة"
PERSON = "Person {} (Arabisch und Altstadt)"


@pytest.fixture
def desk(town: Store) -> Desk:
    return Desk(town)


async def test_a_counsellor_takes_answers_and_ends_a_conversation(desk: Desk) -> None:
    number = await desk.asks("amal", ASKED)
    her = await desk.counsellor("Beratung Nord")
    listed = await her.says("/inbox")
    assert "noch niemand übernommen" in listed
    card = await her.presses(PERSON.format(number))
    assert "Thema: Wohnung suchen" in card
    assert ASKED in card
    assert "amal" not in card
    assert "Sie haben das Gespräch übernommen" in await her.presses("Übernehmen")
    assert f"Gesendet an: {PERSON.format(number)}" in await her.says("Guten Tag, ja!")
    (reached,) = await desk.reads("amal")
    assert "Guten Tag, ja!" in reached
    assert "Nord" not in reached
    assert (await desk.thread(number)).waiting_since is None
    await her.presses("Beenden")
    assert "ist beendet" in await her.presses("Ja, beenden")
    assert (await desk.thread(number)).state is ThreadState.CLOSED
    assert len(await desk.reads("amal")) == 2
    assert await desk.audited() == [
        "thread.begun",
        "thread.taken",
        "thread.answered",
        "thread.closed",
    ]


async def test_lists_say_whose_turn_it_is_and_how_long_somebody_waits(desk: Desk) -> None:
    first = await desk.asks("amal", ASKED)
    desk.town.clock.later(timedelta(hours=3))
    second = await desk.asks("omar", ASKED)
    her = await desk.counsellor("Beratung")
    await her.says("/inbox")
    rows = her.labels()
    assert rows[0].startswith(f"Wartet (3 Std.) · Person {first}")
    assert rows[1].startswith(f"Wartet (0 Min.) · Person {second}")
    await her.presses(f"Person {second}")
    await her.presses("Übernehmen")
    await her.says("/inbox")
    assert her.sees("Sie sind dran (0 Min.)")
    assert her.sees("Warten (1)")
    await her.presses("Person")
    await her.presses("Antworten")
    await her.says("Ja.")
    await her.says("/inbox")
    assert her.sees("Person ist dran (0 Min.)")


async def test_a_long_list_is_narrowed_by_topic_and_language(desk: Desk) -> None:
    for number in range(10):
        await desk.asks(f"amal{number}", ASKED)
    await desk.asks("olena", "Де лікар?", Question("doctor", "uk"))
    her = await desk.counsellor("Beratung")
    await her.says("/inbox")
    assert not her.sees("Ukrainisch")
    await her.presses("Nach Sprache")
    assert her.sees("Arabisch (10)")
    assert "Nur: Ukrainisch" in await her.presses("Ukrainisch (1)")
    assert her.sees("Person 11 (Ukrainisch)")
    await her.presses("Alle zeigen")
    await her.presses("Weitere")
    assert her.sees("Ukrainisch")
    await her.presses("Nach Thema")
    await her.presses("Wohnung suchen (10)")
    assert not her.sees("Ukrainisch")


async def test_a_note_is_for_colleagues_only(desk: Desk) -> None:
    number = await desk.asks("amal", ASKED)
    her, lead = await desk.counsellor("Beratung"), await desk.counsellor("Leitung", Role.MANAGER)
    await her.says("/inbox")
    await her.presses("Person")
    await her.presses("Notiz")
    assert "Die Notiz ist gespeichert" in await her.says("Braucht einen Dolmetscher")
    assert await desk.reads("amal") == []
    await lead.says("/inbox")
    card = await lead.presses("Person")
    assert "Notiz von Beratung" in card
    assert "Braucht einen Dolmetscher" in card
    assert await desk.said(number, Side.NOTE) == ["Braucht einen Dolmetscher"]
    assert (await desk.thread(number)).waiting_since is not None


async def test_passed_on_it_is_the_colleagues_alone(desk: Desk) -> None:
    number = await desk.asks("amal", ASKED)
    her, other = await desk.counsellor("Beratung Nord"), await desk.counsellor("Beratung Süd")
    await taken(her)
    await her.presses("Weitergeben")
    assert "Jetzt zuständig: Beratung Süd" in await her.presses("Beratung Süd")
    assert (await desk.thread(number)).account_id is None
    await her.says("/inbox")
    await other.says("/inbox")
    await other.presses(f"Person {number}")
    await other.presses("Übernehmen")
    await other.says("Ich bin jetzt für Sie da.")
    (reached,) = await desk.reads("amal")
    assert "Ich bin jetzt für Sie da." in reached


async def test_put_aside_until_tomorrow_it_comes_back_when_somebody_writes(desk: Desk) -> None:
    number = await desk.asks("amal", ASKED)
    her = await desk.counsellor("Beratung")
    await taken(her)
    await her.presses("Zurückstellen")
    assert "zurückgestellt bis 24. November 2026, 09:00" in await her.presses("Bis morgen")
    assert (await desk.thread(number)).state is ThreadState.SNOOZED
    await her.says("/inbox")
    await her.presses("Zurückgestellt (1)")
    assert "zurückgestellt bis" in await her.presses(f"Person {number}")
    await her.presses("Nicht mehr zurückstellen")
    assert (await desk.thread(number)).state is ThreadState.TAKEN
    await her.presses("Zurückstellen")
    await her.presses("Anderer Tag")
    assert "Bis zu welchem Tag" in await her.says("irgendwann")
    assert "zurückgestellt bis 3. Dezember 2026" in await her.says("3.12.")
    await desk.writes(number, "مرحبا")
    assert (await desk.thread(number)).state is ThreadState.TAKEN


async def test_what_was_ended_goes_on_and_the_person_hears_of_it(desk: Desk) -> None:
    number = await desk.asks("amal", ASKED)
    her = await desk.counsellor("Beratung")
    await taken(her)
    await her.presses("Beenden")
    await her.presses("Ja, beenden")
    assert "Das Gespräch geht weiter" in await her.presses("Wieder öffnen")
    assert (await desk.thread(number)).state is ThreadState.TAKEN
    assert len(await desk.reads("amal")) == 2


def ready(session: Session) -> None:
    """A canned answer in two languages."""
    row = {"id": 901, "code": "probe", "topic": "housing", "active": True}
    session.execute(canned.CANNED.insert().values(**row))
    for language, title, text in (
        ("de", "Probe", "Bitte kommen Sie am Montag."),
        ("ar", "موعد", "تعالوا يوم الاثنين."),
    ):
        values = {"canned_id": 901, "language": language, "title": title, "text": text}
        session.execute(canned.TEXT.insert().values(**values))


async def test_a_ready_answer_is_looked_at_and_leaves_in_the_askers_language(desk: Desk) -> None:
    await desk.town.do(ready)
    number = await desk.asks("amal", ASKED)
    her = await desk.counsellor("Beratung")
    await taken(her)
    await her.presses("Textbausteine")
    preview = await her.presses("Probe")
    assert "تعالوا يوم الاثنين." in preview
    assert "Bitte kommen Sie am Montag." in preview
    assert await desk.reads("amal") == []
    await her.presses("Senden")
    (reached,) = await desk.reaches("amal")
    assert ("تعالوا يوم الاثنين.", "ar") in [(line.text, line.lang) for line in reached.text]
    assert await desk.said(number) == ["تعالوا يوم الاثنين."]


async def test_she_says_what_she_counsels_about_and_when_not(desk: Desk) -> None:
    her = await desk.counsellor("Beratung")
    await her.says("/inbox")
    assert "Sie beraten zu: alle Themen" in await her.presses("Wozu und wann ich berate")
    await her.presses("Wohnen & Mobilität")
    assert "Sie beraten zu: Wohnen & Mobilität" in await her.presses("Arabisch")
    assert "keine neuen Gespräche bis heute, 11:30" in await her.presses("1 Stunde nicht")
    every = await desk.town.ask(counselling.everyone)
    (one,) = [x for x in every if x.account.name == "Beratung"]
    assert one.answers("housing", "ar")
    assert not one.answers("doctor", "ar")
    assert not one.answers("housing", "uk")
    assert not one.is_available(desk.town.clock())
    assert "Sie bekommen neue Gespräche" in await her.presses("Ich bin wieder da")
    assert "alle Themen" in await her.presses("alle Themen")
    assert "alle Sprachen" in await her.presses("alle Sprachen")


async def test_she_answers_in_arabic_too(desk: Desk) -> None:
    await desk.asks("olena", "Де лікар?", Question("doctor", "uk"))
    her = await desk.counsellor("مستشارة")
    await her.says("/language ar")
    await her.says("/inbox")
    await her.presses("الأوكرانية")
    assert "تولّيتم" in await her.presses("أتولّاها")
    assert "أُرسلت إلى" in await her.says("مرحبا")
    (reached,) = await desk.reaches("olena")
    assert reached.lang == "uk"
    assert ("مرحبا", "ar") in [(line.text, line.lang) for line in reached.text]


async def taken(her: Somebody) -> None:
    """She takes the first that waits."""
    await her.says("/inbox")
    await her.presses("Person")
    await her.presses("Übernehmen")
