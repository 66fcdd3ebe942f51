"""Whoever writes in another language is asked once whether she wants the answers in it."""

import pytest
from sqlalchemy import select

from bot.catalogs import find
from handlers.switching import SwitchLanguage
from models.person import TABLE as PERSON
from models.store import Store
from models.turn import Sender
from search.languages import language_of
from tests.databases import BOTH
from tests.handlers.talking import Somebody, Town

pytestmark = pytest.mark.parametrize("databases", BOTH[:1], indirect=True)
WRITTEN = {
    "ar": "أين أتعلم اللغة الألمانية مجانا؟",
    "uk": "Де я можу вивчати німецьку мову безкоштовно?",
    "tr": "Ücretsiz Almanca kursunu nerede bulabilirim?",
}
KURDISH = "Ez dixwazim bi şev fêrî zimanê almanî bibim, kursek li ku heye?"


def word(id: str, language: str) -> str:
    return find(f"language.{id}", language)[0]


async def german(town: Store, channel: str = "web", address: str = "amal") -> Somebody:
    one = Somebody(Town(town), Sender(channel, address, "de"))
    await one.says("/language de")
    return one


@pytest.mark.parametrize("language", WRITTEN)
async def test_yes_shows_what_was_found_in_her_language(town: Store, language: str) -> None:
    one = await german(town)
    heard = await one.says(WRITTEN[language])
    assert word("switch", language) in heard
    assert {word("switch_yes", language), word("switch_no", "de")} <= set(one.labels())
    found = [card.offer for card in one.message.cards] if one.message else []
    assert found
    heard = await one.presses(word("switch_yes", language))
    assert one.message is not None
    assert one.message.lang == language
    assert [card.offer for card in one.message.cards] == found
    assert word("switch", language) not in await one.says(WRITTEN[language])


async def test_after_no_nobody_asks_again(town: Store) -> None:
    one = await german(town)
    await one.says(WRITTEN["ar"])
    assert await one.presses(word("switch_no", "de")) == word("stays", "de")
    for language, text in WRITTEN.items():
        assert word("switch", language) not in await one.says(text)
    assert one.message is not None
    assert one.message.lang == "de"


async def test_a_language_that_lotse_does_not_speak_is_named(town: Store) -> None:
    one = await german(town)
    assert "noch nicht: Kurdisch" in await one.says(KURDISH)
    assert one.sees("Sprache")
    assert "Kurdisch" not in await one.says(KURDISH)


async def test_who_never_chose_reads_it_in_english_too(town: Store) -> None:
    one = Somebody(Town(town), Sender("web", "amal", "de"))
    heard = await one.says(KURDISH)
    assert "noch nicht: Kurdisch" in heard
    assert "do not speak this language yet: Kurdish" in heard


@pytest.mark.parametrize("text", ["Jobcenter Termin", "Wo lerne ich Deutsch?", "OK", "؟"])
async def test_what_does_not_clearly_differ_asks_nothing(town: Store, text: str) -> None:
    one = await german(town)
    await one.says(text)
    assert not one.sees(word("switch_no", "de"))
    asked = await one.town.ask(lambda s: s.scalar(select(PERSON.c.asked_language)))
    assert asked is False


async def test_in_a_group_nobody_is_asked(town: Store) -> None:
    one = await german(town, "telegram", "-100815")
    assert word("switch", "ar") not in await one.says(WRITTEN["ar"])


async def test_an_emergency_comes_without_questions(town: Store) -> None:
    one = await german(town)
    call = "اتصلوا بالشرطة، زوجي يضربني الآن"
    assert language_of(call, "de").is_clear
    assert word("switch", "ar") not in await one.says(call)


async def test_a_language_that_the_town_gave_up_is_not_switched_to(town: Store) -> None:
    one = await german(town)
    await one.presses(SwitchLanguage(code="xx"))
    assert await one.town.ask(lambda s: s.scalar(select(PERSON.c.language))) == "de"
