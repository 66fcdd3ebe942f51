"""What she asks next is about what she sees: for half an hour, and only then."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from handlers.nearer import NearTo
from jobs import retention
from models.dialogue import Contributing
from models.dialogue_shown import Shown
from models.person import TABLE as PERSON
from models.places import distance, point_of
from models.store import Store
from models.turn import Sender
from search.answer import Thresholds
from tests.databases import BOTH
from tests.handlers.asking import hears
from tests.handlers.talking import ISOLATES, Somebody, Town

pytestmark = pytest.mark.parametrize("databases", BOTH[:1], indirect=True)
COURSE = "Wo kann ich Deutsch lernen?"


@pytest.fixture
def place(town: Store) -> Town:
    """Where whatever is found is an answer."""
    found = Town(town)
    found.door.town = replace(found.door.town, thresholds=Thresholds(0.01, 0))
    return found


async def somebody(place: Town, language: str = "de", channel: str = "web") -> Somebody:
    one = Somebody(place, Sender(channel, "amal", language))
    await one.says(f"/language {language}")
    return one


def cards(one: Somebody) -> list[int]:
    return [card.offer for card in one.message.cards] if one.message else []


def kinds(one: Somebody) -> set[str]:
    """What stands on the only card."""
    assert one.message
    (card,) = one.message.cards
    return {line.kind for line in card.lines}


async def kept(one: Somebody) -> str:
    return await one.town.ask(lambda s: s.scalar(select(PERSON.c.dialogue))) or ""


@pytest.mark.parametrize(
    ("language", "course", "when"),
    [
        ("de", COURSE, "Und wann ist das offen?"),
        ("ar", "أين أتعلم الألمانية؟", "متى يفتح؟"),
        ("en", "Where can I learn German?", "And when is it open?"),
    ],
)
async def test_when_is_it_open_is_about_the_first(
    place: Town, language: str, course: str, when: str
) -> None:
    one = await somebody(place, language)
    await one.says(course)
    first = cards(one)[0]
    await one.says(when)
    assert cards(one) == [first]
    assert kinds(one) >= {"hours", "source"}
    assert not kinds(one) & {"cost", "phone", "detail", "summary"}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Was kostet das?", "cost"),
        ("Wie ist die Telefonnummer?", "phone"),
        ("Wo ist das?", "place"),
        ("Wie kann ich mich dort anmelden?", "detail"),
    ],
)
async def test_only_what_she_asks_for_is_told(place: Town, words: str, kind: str) -> None:
    one = await somebody(place)
    await one.says(COURSE)
    await one.says("das dritte")
    third = cards(one)
    await one.says(words)
    assert cards(one) == third
    assert kind in kinds(one)
    assert not kinds(one) & ({"cost", "phone", "place", "detail", "hours"} - {kind, "phone"})


async def test_the_second_one_is_shown_in_full_and_then_asked_about(place: Town) -> None:
    one = await somebody(place)
    await one.says(COURSE)
    second = cards(one)[1]
    await one.says("das zweite bitte")
    assert cards(one) == [second]
    assert "detail" in kinds(one)
    await one.says("Was kostet das?")
    assert cards(one) == [second]


async def test_where_there_is_no_third_one_she_is_asked_which(place: Town) -> None:
    one = await somebody(place)
    await one.says("/start offer_7")
    assert hears(one, "follow.which") in await one.says("das dritte")
    assert len([label for label in one.labels() if label]) == 1
    await one.presses(one.labels()[0])
    assert cards(one) == [7]


async def test_another_one_goes_on_in_the_list_to_its_end(place: Town) -> None:
    one = await somebody(place)
    await one.says(COURSE)
    seen = cards(one)
    among = Shown.model_validate_json(await kept(one)).among
    while len(seen) < len(among):
        await one.says("Gibt es noch etwas anderes?")
        assert cards(one)
        seen += cards(one)
    assert tuple(seen) == among
    assert hears(one, "follow.no_more") in await one.says("Gibt es noch etwas anderes?")


async def test_closer_sorts_by_the_way_from_her_district(place: Town) -> None:
    one = await somebody(place)
    await one.says(COURSE)
    assert hears(one, "near.which") in await one.says("näher bei mir")
    catalogue = place.door.catalogue
    number = catalogue.districts.index("Nordviertel")
    await one.presses("Nordviertel")
    point = point_of(catalogue.places, "Nordviertel")
    assert point is not None
    far = [distance(catalogue.offers[id], point) or 0.0 for id in cards(one)]
    assert far == sorted(far)
    nearest = cards(one)[0]
    await one.says("Wann ist das offen?")
    assert cards(one) == [nearest]
    place.clock.later(timedelta(minutes=31))
    assert hears(one, "near.over") in await one.presses(NearTo(number=number))


async def test_who_has_said_where_she_lives_is_not_asked_again(place: Town) -> None:
    one = await somebody(place)
    await one.says("/filter")
    await one.presses("Stadtteil")
    await one.presses("Altstadt")
    await one.says("Wo finde ich Beratung?")
    assert "Altstadt" in await one.says("näher bei mir")
    assert cards(one)


async def test_more_like_this_shows_others_of_its_topics(place: Town) -> None:
    one = await somebody(place)
    await one.says(COURSE)
    catalogue = place.door.catalogue
    first = cards(one)[0]
    await one.says("das erste")
    said = await one.presses(hears(one, "alike.button"))
    title = catalogue.offers[first].texts["de"]["title"]
    assert title in said
    assert first not in cards(one)
    about = catalogue.topics_of(first)
    assert all(set(about) & set(catalogue.topics_of(id)) for id in cards(one))


@pytest.mark.parametrize("minutes", [31, 24 * 60])
async def test_after_half_an_hour_it_is_a_question_like_any(place: Town, minutes: int) -> None:
    one = await somebody(place)
    await one.says(COURSE)
    first = cards(one)[0]
    place.clock.later(timedelta(minutes=minutes))
    await one.says("Und wann ist das offen?")
    assert cards(one) != [first]


async def test_before_anything_was_shown_it_is_one_too(place: Town) -> None:
    one = await somebody(place)
    said = await one.says("Und wann ist das offen?")
    assert hears(one, "follow.which") not in said
    assert len(cards(one)) != 1


async def test_nothing_of_it_is_kept_for_longer_and_never_her_words(place: Town) -> None:
    one = await somebody(place)
    await one.says("Ich heiße Amal und möchte Deutsch lernen")
    stored = await kept(one)
    assert Shown.model_validate_json(stored).offers == tuple(cards(one))
    assert "Amal" not in stored
    place.clock.later(timedelta(minutes=29))
    await place.do(lambda session: retention.run(session, place.clock()))
    assert await kept(one) == stored
    place.clock.later(timedelta(minutes=2))
    await place.do(lambda session: retention.run(session, place.clock()))
    assert await kept(one) == ""


async def test_what_she_is_in_the_middle_of_goes_on(place: Town) -> None:
    one = await somebody(place)
    await one.says("/idea")
    for label in ("Dieses Angebot fehlt", "Etwas anderes", "Überall"):
        await one.presses(label)
    before = await kept(one)
    await one.says(COURSE)
    assert await kept(one) == before
    assert Contributing.model_validate_json(before).district == ""


async def test_a_telegram_group_and_a_mailbox_follow_as_well(place: Town) -> None:
    for channel, address in (("telegram", "-7"), ("mail", "amal@mail.example")):
        one = Somebody(place, Sender(channel, address, "de"))
        await one.says("/language de")
        await one.says(COURSE)
        first = cards(one)[0]
        await one.says("Was kostet das?")
        assert cards(one) == [first]


async def test_titles_stand_in_her_language_where_they_are_translated(place: Town) -> None:
    one = await somebody(place, "ar")
    await one.says("أين أتعلم الألمانية؟")
    offers = [place.door.catalogue.offers[id] for id in cards(one)]
    await one.says("متى يفتح؟")
    titles = [x.words("title", ("ar", "en", "de")) for x in offers[1:]]
    assert [x.text.translate(ISOLATES) for x in titles if x] == one.labels()[:2]
