"""What is said depends on how sure Lotse is; nothing of it is kept but a counter."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from handlers.topics import ShowTopic
from models.action import Action
from models.asked import TABLE as ASKED
from models.asked import Outcome
from models.dialogue_shown import Shown
from models.person import TABLE as PERSON
from models.store import Store
from models.turn import Sender
from search.answer import Thresholds
from tests.databases import BOTH
from tests.handlers.asking import hears
from tests.handlers.talking import Somebody, Town

pytestmark = pytest.mark.parametrize("databases", BOTH[:1], indirect=True)
SURE, UNSURE, NOTHING = Thresholds(0, 0), Thresholds(1, 0), Thresholds(1, 1)
"""Whatever is found is an answer; none is, but topics are; nothing counts."""
COURSE = {
    "de": "Wo kann ich Deutsch lernen?",
    "ar": "أين أتعلم الألمانية؟",
    "en": "Where can I learn German?",
}


def at(town: Store, thresholds: Thresholds, language: str = "de") -> Somebody:
    place = Town(town)
    place.door.town = replace(place.door.town, thresholds=thresholds)
    return Somebody(place, Sender("web", "amal", language))


async def counted(one: Somebody) -> list[tuple[str, str, str]]:
    """Topic, language and zone of what was asked."""
    columns = (ASKED.c.topic, ASKED.c.language, ASKED.c.zone)
    return await one.town.ask(lambda s: [tuple(row) for row in s.execute(select(*columns))])


async def kept(one: Somebody) -> str:
    """What she is in the middle of, as it is stored."""
    found = await one.town.ask(lambda s: s.scalar(select(PERSON.c.dialogue)))
    return found or ""


def cards(one: Somebody) -> list[int]:
    return [card.offer for card in one.message.cards] if one.message else []


@pytest.mark.parametrize("language", COURSE)
async def test_sure_it_shows_offers_and_asks_whether_it_helped(town: Store, language: str) -> None:
    one = at(town, SURE, language)
    await one.says(f"/language {language}")
    await one.says(COURSE[language])
    assert len(cards(one)) == 3
    assert one.sees(hears(one, "feedback.helped"))
    assert await counted(one) == [("german_course", language, Outcome.HIGH)]


async def test_what_is_quoted_stands_in_the_offer_word_for_word(town: Store) -> None:
    one = at(town, SURE)
    await one.says("/language de")
    said = await one.says("Muss ich mich für den Deutschkurs mit Kinderbetreuung anmelden?")
    offer = one.town.door.catalogue.offers[cards(one)[0]]
    lines = said.split("\n")
    first = next(n for n, line in enumerate(lines) if line.startswith("Bei „"))
    assert lines[first + 1] in "\n".join(offer.texts["de"].values())


@pytest.mark.parametrize("language", COURSE)
async def test_unsure_it_asks_which_topic_is_meant(town: Store, language: str) -> None:
    one = at(town, UNSURE, language)
    await one.says(f"/language {language}")
    assert hears(one, "answer.unsure") in await one.says(COURSE[language])
    topics = [key for key in keys(one) if isinstance(key, ShowTopic)]
    assert 3 <= len(topics) <= 5
    assert topics[0] == ShowTopic(code="german_course")
    assert cards(one) == []
    assert await counted(one) == [("german_course", language, Outcome.MIDDLE)]
    said = await one.presses(hears(one, "answer.else"))
    assert hears(one, "answer.contact") in said
    assert one.sees(hears(one, "menu.person"))


async def test_a_topic_remembers_the_question_and_not_its_words(town: Store) -> None:
    one = at(town, UNSURE)
    await one.says("/language de")
    await one.presses(ShowTopic(code="german_course"))
    as_ever = cards(one)
    await one.says("Deutsch lernen, nur für Frauen, mit Kinderbetreuung")
    found = Shown.model_validate_json(await kept(one)).ranked
    assert "Frauen" not in await kept(one)
    await one.presses("Deutsch lernen")
    catalogue = one.town.door.catalogue
    fitting = [id for id in found if id in catalogue.in_topic("german_course")]
    assert cards(one) == fitting[:3] != as_ever
    again = Somebody(Town(town), one.sender)  # Lotse was started anew
    again.town.clock.later(timedelta(minutes=1))
    await again.presses(ShowTopic(code="german_course"))
    assert cards(again) == fitting[:3]
    again.town.clock.later(timedelta(days=1))
    await again.presses(ShowTopic(code="german_course"))
    assert cards(again) == as_ever


async def test_without_an_answer_there_is_a_human_being_and_it_is_counted(town: Store) -> None:
    one = at(town, NOTHING)
    await one.says("/language de")
    assert "leider nichts gefunden" in await one.says(COURSE["de"])
    assert [one.town.door.catalogue.first_contact.id] == cards(one)  # type: ignore[union-attr]
    assert await counted(one) == [("german_course", "de", Outcome.LOW)]


@pytest.mark.parametrize(
    ("language", "words", "id", "outcome"),
    [
        ("de", "Guten Tag!", "chat.hello", Outcome.TALK),
        ("ar", "مرحبا", "chat.hello", Outcome.TALK),
        ("en", "Thank you very much!", "chat.thanks", Outcome.TALK),
        ("ar", "شكرا", "chat.thanks", Outcome.TALK),
        ("de", "Tschüss", "chat.goodbye", Outcome.TALK),
        ("de", "Wie geht es dir?", "chat.small_talk", Outcome.TALK),
        ("de", "Wer bist du?", "chat.about_us", Outcome.TALK),
        ("de", "Wie wird morgen das Wetter?", "chat.outside", Outcome.OUTSIDE),
        ("en", "What is the price of Bitcoin?", "chat.outside", Outcome.OUTSIDE),
    ],
)
async def test_talk_is_answered_kindly_and_is_no_unmet_need(
    town: Store, language: str, words: str, id: str, outcome: Outcome
) -> None:
    one = at(town, SURE, language)
    await one.says(f"/language {language}")
    assert hears(one, id) in await one.says(words)
    assert cards(one) == []
    assert await counted(one) == [("", language, outcome)]


async def test_what_filters_hide_is_no_unmet_need(town: Store) -> None:
    one = at(town, Thresholds())
    await one.says("/filter")
    await one.presses("online")
    await one.presses("für Frauen")
    await one.says("Ich suche eine Wohnung")
    assert [zone for *_, zone in await counted(one)] == [Outcome.FILTERED]


def keys(one: Somebody) -> list[Action]:
    rows = one.message.keys if one.message else ()
    return [Action.unpack(key.data) for row in rows for key in row if key.data]


@pytest.mark.parametrize("thresholds", [UNSURE, NOTHING])
async def test_who_is_in_danger_is_not_asked_to_choose_a_topic(
    town: Store, thresholds: Thresholds
) -> None:
    one = at(town, thresholds)
    await one.says("/language de")
    await one.says("Hilfe, er steht mit der Axt vor meiner Tür und brüllt")
    calls, other = one.labels()[:3], one.labels()[3:]
    assert all(number in label for number, label in zip(("110", "116", "116"), calls, strict=True))
    assert other == [hears(one, "menu.person"), hears(one, "menu.topics")]
