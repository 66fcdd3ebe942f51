"""When a human being is offered, and a question that is not sent yet."""

import pytest

from handlers.person_buttons import EndThread, SendQuestion
from models.store import Store
from models.thread_message import Side
from models.turn import Sender
from tests.databases import BOTH
from tests.handlers.asking import FLAT, asker, hears, newest, number_of_threads
from tests.handlers.counselling import Desk
from tests.handlers.talking import Somebody, Town

pytestmark = pytest.mark.parametrize("databases", BOTH[:1], indirect=True)
NOTHING = "Xylophonquastenflosser brzlmpf"
COURSE = {"de": "Wo kann ich Deutsch lernen?", "ar": "أين أتعلم الألمانية؟"}


@pytest.fixture
def desk(town: Store) -> Desk:
    return Desk(town)


async def test_a_question_that_was_typed_waits_until_it_is_sent(desk: Desk) -> None:
    await desk.counsellor("Beratung Nord")
    one = await asker(desk)
    await one.says("/person")
    await one.says(FLAT)
    await one.presses("Stadtteil ändern")
    await one.presses("Altstadt")
    await one.says("/topics")
    assert "Angebote" in await one.says("Wo kann ich Deutsch lernen?")
    assert await number_of_threads(desk) == 0
    card = await one.presses("Mit einem Menschen sprechen")
    assert FLAT in card
    assert "Stadtteil: Altstadt" in card
    await one.says("/help")
    await one.presses(SendQuestion())
    assert await desk.said((await newest(desk)).id, Side.ASKER) == [FLAT]
    await one.presses(EndThread(thread=(await newest(desk)).id, sure=True))
    assert "Was möchten Sie fragen?" in await one.says("/person")


async def test_a_question_that_was_cancelled_is_forgotten(desk: Desk) -> None:
    await desk.counsellor("Beratung Nord")
    one = await asker(desk)
    await one.says("/person")
    await one.says(FLAT)
    await one.says("/topics")
    await one.says("/cancel")
    assert FLAT not in await one.says("/person")


@pytest.mark.parametrize("language", ["de", "ar"])
async def test_a_second_question_that_fails_offers_a_human_being(desk: Desk, language: str) -> None:
    one = await asker(desk, language=language)
    twice, person = hears(one, "talk.offer"), hears(one, "menu.person")
    assert twice not in await one.says(NOTHING)
    assert one.sees(person)
    assert twice in await one.says(NOTHING)
    assert one.key("").label == person
    await one.says(COURSE[language])
    assert one.sees(person)
    assert twice not in await one.says(NOTHING)
    await one.says("/topics")
    assert twice not in await one.says(NOTHING)


async def test_where_filters_hide_everything_there_is_still_somebody_to_talk_to(
    town: Store,
) -> None:
    one = Somebody(Town(town), Sender("web", "amal", "de"))
    await one.says("/filter")
    await one.presses("online")
    await one.presses("für Frauen")
    assert "Mit Ihren Filtern" in await one.says("Ich suche eine Wohnung")
    assert one.sees(hears(one, "menu.person"))


async def test_a_failed_question_does_not_take_the_word_about_news_away(town: Store) -> None:
    one = Somebody(Town(town), Sender("web", "amal", "de"))
    await one.says("/start")
    await one.presses("Deutsch")
    await one.says(NOTHING)
    hint = hears(one, "menu.subscribe")
    await one.says("/topics")
    await one.says(NOTHING)
    await one.says(COURSE["de"])
    assert one.sees(hint)
    await one.says(COURSE["de"])
    assert not one.sees(hint)
