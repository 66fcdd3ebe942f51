"""What a card warns of, in a list and in full, and where it leads."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.message import Key
from handlers.offers import MoreOffers
from models.offer import Cost, Offer
from models.store import Store
from models.turn import Command, Sender
from tests.handlers.talking import ISOLATES, Somebody, Town
from tests.web.offer_site import HALL, MAKER

COURSE = Offer(
    1,
    "kurs",
    MAKER,
    {"de": {"title": "Deutschkurs am Abend"}, "ar": {"title": "دورة لغة ألمانية"}},
    places=(HALL, replace(HALL, name="Bahnhof"), replace(HALL, name="Bücherei")),
)


@pytest.fixture
def town(sqlite_town: Store) -> Town:
    """What databases do differently is tested elsewhere."""
    return Town(sqlite_town)


async def reader(town: Town, offer: Offer, language: str = "de", channel: str = "web") -> Somebody:
    """Somebody in front of a town that has this offer and no other."""
    town.door.catalogue = replace(town.door.catalogue, offers={1: offer})
    one = Somebody(town, Sender(channel, "7", language))
    await one.does(Command("language", language))
    return one


async def listed(one: Somebody) -> str:
    """The card among what was found."""
    await one.presses(MoreOffers(at=0, ids="1"))
    return card(one)


async def opened(one: Somebody) -> str:
    """The whole card."""
    await one.says("/start offer_1")
    return card(one)


def card(one: Somebody) -> str:
    """What stands on the card of the last message."""
    assert one.message
    (shown,) = one.message.cards
    return "\n".join(line.text for line in shown.lines).translate(ISOLATES)


def links(one: Somebody) -> list[Key]:
    """The buttons that open an address."""
    rows = one.message.keys if one.message else ()
    return [key for row in rows for key in row if key.href]


async def test_all_places_are_named_in_full_and_counted_in_a_list(town: Town) -> None:
    one = await reader(town, COURSE)
    short, full = await listed(one), await opened(one)
    assert "Haus am Markt" in short
    assert "Und noch an 2 Orten" in short
    assert "Bahnhof" not in short
    assert "Bahnhof, Markt 1" in full
    assert "Bücherei, Markt 1" in full
    assert "Und noch an" not in full


async def test_that_it_is_over_soon_is_said_in_lists_too(town: Town) -> None:
    today = town.clock().date()
    late = replace(COURSE, valid_until=today + timedelta(days=31))
    one = await reader(town, late)
    assert "Gültig bis" in await opened(one)
    assert "Gültig bis" not in await listed(one)
    town.clock.later(timedelta(days=1))
    assert "Gültig bis" in await listed(one)


async def test_an_old_translation_and_a_machine_s_are_named_to_who_reads_them(town: Town) -> None:
    old = replace(COURSE, outdated=("title::ar",), machine_translated=("ar",))
    arabic = await listed(await reader(town, old, "ar"))
    assert "النص الألماني أحدث من هذه الترجمة" in arabic
    assert "هذه الترجمة قام بها حاسوب" in arabic
    assert "neuer" not in await listed(await reader(town, old))


async def test_what_the_town_warns_of_stands_on_every_card(town: Town) -> None:
    texts = {**COURSE.texts, "de": {**COURSE.texts["de"], "alert": "Heute in Raum 12."}}
    one = await reader(town, replace(COURSE, texts=texts, temporarily_closed=True))
    for words in (await listed(one), await opened(one)):
        assert "Heute in Raum 12." in words
        assert "Vorübergehend geschlossen" in words


async def test_prices_are_told_where_nobody_told_them_in_words(town: Town) -> None:
    one = await reader(town, replace(COURSE, costs=(Cost(3.5), Cost(12.0), Cost(0.0))))
    assert "0\xa0€ bis 12\xa0€" in await listed(one)
    one = await reader(town, replace(COURSE, costs=(Cost(3.5),)))
    assert "3,50\xa0€" in await listed(one)
    one = await reader(town, replace(COURSE, costs=(Cost(3.5), Cost(3.5, currency="USD"))))
    assert "3,50" not in await listed(one)


@pytest.mark.parametrize(
    ("channel", "public", "address"),
    [
        ("web", "", "http://127.0.0.1:8080/offers/1?lang=de"),
        ("terminal", "", "http://127.0.0.1:8080/offers/1?lang=de"),
        ("telegram", "", None),
        ("telegram", "https://l.example", "https://l.example/offers/1?lang=de"),
    ],
)
async def test_a_full_card_leads_to_its_page_where_that_can_be_opened(
    town: Town, channel: str, public: str, address: str | None
) -> None:
    known = public or "http://127.0.0.1:8080"
    town.door.town = replace(town.door.town, public_url=public, address=known)
    one = await reader(town, COURSE, channel=channel)
    await one.says("/start offer_1")
    assert [key.href for key in links(one)] == ([address] if address else [])
