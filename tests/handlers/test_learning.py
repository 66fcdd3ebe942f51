"""Words that Lotse does not know: told by what people do next, and kept nowhere else."""

import json
from base64 import b64decode
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from handlers.topics import ShowTopic
from jobs import retention
from models import accepted_terms
from models.accepted_terms import Candidate
from models.answering import Answering
from models.candidate_terms import TABLE, State
from models.catalogue import build, is_current
from models.dialogue_shown import Shown
from models.person import TABLE as PERSON
from models.store import Store
from models.tables import METADATA
from search.answer import Thresholds
from tests.databases import BOTH
from tests.handlers.asking import hears
from tests.handlers.talking import Somebody, Town

pytestmark = pytest.mark.parametrize("databases", BOTH[:1], indirect=True)
SURE, UNSURE, NOTHING = Thresholds(0.000001, 0), Thresholds(1, 0), Thresholds(1, 1)
STRANGE = "Wo ist hier ein Grmpfl, bitte?"
COURSE = "Wo kann ich Deutsch lernen?"
TOPIC = ShowTopic(code="german_course")


@pytest.fixture
def place(town: Store) -> Town:
    found = Town(town)
    found.door.secret = "geheim"
    return found


def thresholds(place: Town, now: Thresholds) -> None:
    place.door.town = replace(place.door.town, thresholds=now)


async def people(place: Town, count: int = 3) -> list[Somebody]:
    return [await place.somebody(f"amal{number}") for number in range(count)]


async def candidates(place: Town) -> list[Candidate]:
    return await place.ask(accepted_terms.waiting)


async def everything(place: Town) -> str:
    """All that is in the database, but for what is owed to people: it holds no question."""
    tables = list(METADATA.sorted_tables)
    return await place.ask(lambda s: repr([s.execute(select(x)).all() for x in tables]))


async def chosen(one: Somebody) -> None:
    thresholds(one.town, UNSURE)
    await one.says(STRANGE)
    await one.presses(TOPIC)


async def test_a_topic_chosen_after_words_that_nobody_knew_tells_what_they_mean(
    place: Town,
) -> None:
    one, two, three = await people(place)
    for each in (one, one, two):
        await chosen(each)
    assert await candidates(place) == []
    assert "grmpfl" not in (await everything(place)).casefold()
    await chosen(three)
    (found,) = await candidates(place)
    assert (found.term, found.language, found.concept) == ("grmpfl", "de", "german_course")
    assert (found.people, found.clicked) == (3, 3)


async def test_words_of_a_question_wait_sealed_and_only_until_something_else_is_shown(
    place: Town,
) -> None:
    one = await place.somebody("amal")
    thresholds(place, UNSURE)
    await one.says(STRANGE)
    assert Shown.model_validate_json(await kept(place)).unknown
    assert "grmpfl" not in (await everything(place)).casefold()
    await one.presses(TOPIC)
    assert Shown.model_validate_json(await kept(place)).unknown == ""
    await one.says(STRANGE)
    place.clock.later(timedelta(minutes=31))
    await place.do(lambda session: retention.run(session, place.clock()))
    assert "unknown" not in await kept(place)


async def kept(place: Town) -> str:
    return await place.ask(lambda s: s.scalar(select(PERSON.c.dialogue))) or ""


async def test_a_topic_chosen_later_or_for_nothing_tells_nothing(place: Town) -> None:
    one = await place.somebody("amal")
    thresholds(place, UNSURE)
    await one.says(STRANGE)
    place.clock.later(timedelta(minutes=31))
    await one.presses(TOPIC)
    await one.says(COURSE)
    await one.presses(TOPIC)
    assert await place.ask(lambda s: s.execute(select(TABLE)).all()) == []


async def test_an_answer_that_did_not_help_is_a_sign_too(place: Town) -> None:
    thresholds(place, SURE)
    for one in await people(place):
        await one.says(f"{COURSE} Grmpfl")
        await one.presses(hears(one, "feedback.no"))
    (found,) = await candidates(place)
    assert (found.term, found.unhelpful, found.clicked) == ("grmpfl", 3, 0)


async def test_an_answer_that_helped_is_none(place: Town) -> None:
    thresholds(place, SURE)
    one = await place.somebody("amal")
    await one.says(f"{COURSE} Grmpfl")
    await one.presses(hears(one, "feedback.helped"))
    assert await place.ask(lambda s: s.execute(select(TABLE)).all()) == []


@pytest.mark.parametrize(("minutes", "people_heard"), [(5, 3), (11, 0)])
async def test_the_same_in_words_that_are_known_tells_what_the_others_meant(
    place: Town, minutes: int, people_heard: int
) -> None:
    for one in await people(place):
        thresholds(place, NOTHING)
        await one.says(STRANGE)
        place.clock.later(timedelta(minutes=minutes))
        thresholds(place, SURE)
        await one.says(COURSE)
    found = {x.concept: x.rephrased for x in await candidates(place)}
    assert found.get("german_course", 0) == people_heard


async def test_where_the_town_does_not_want_it_nothing_is_noticed(place: Town) -> None:
    place.door.town = replace(place.door.town, learns_terms=False)
    one = await place.somebody("amal")
    await chosen(one)
    assert await place.ask(lambda s: s.execute(select(TABLE)).all()) == []
    await one.says(STRANGE)
    assert '"unknown":""' in await kept(place)


async def test_what_a_person_accepts_is_understood_from_then_on(place: Town) -> None:
    for one in await people(place):
        await chosen(one)
    (found,) = await candidates(place)
    now = place.door.catalogue
    today = place.clock().date()
    assert await place.ask(lambda s: is_current(s, now, today))
    await place.do(lambda s: accepted_terms.accept(s, found.id, "german_course", State.DRAFT))
    assert not await place.ask(lambda s: is_current(s, now, today))
    answering: Answering = now.answering
    taught = await place.do(lambda s: build(s, answering, today, now))
    assert "german_course" not in now.search.ask(STRANGE, "de").reading.concepts
    assert taught.search.ask(STRANGE, "de").topics[0] == "german_course"


async def test_a_public_question_of_nobody_is_not_learned_from(place: Town) -> None:
    await place.door.answer(STRANGE, "de", place.clock())
    assert await place.ask(lambda s: s.execute(select(TABLE)).all()) == []


async def test_she_can_see_which_words_wait(place: Town) -> None:
    one = await place.somebody("amal")
    thresholds(place, NOTHING)
    await one.says(STRANGE)
    await one.says("/mydata")
    assert one.message
    (file,) = one.message.files
    assert json.loads(b64decode(file.content))["dialogue"]["unknown"] == ["grmpfl"]
