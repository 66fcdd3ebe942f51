"""An offer's page: for everybody, in every language, and never more than the town said."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from html.parser import HTMLParser

import httpx
import pytest
from hypothesis import HealthCheck, given, settings

from analysis.hours.schedule import Schedule
from handlers import qr
from models.catalogue import Catalogue
from models.exports.schema_org.offer import Reading, described
from models.offer import Contact, Cost, Offer, Organization, Phone, Place
from models.store import Store
from tests.models.offer_strategies import catalogues
from tests.talking import BERLIN
from tests.web.offer_site import COURSE, HALL, HOME, course, data_in, mornings, served

EVIL = '</script><script>alert("1")</script>&'
Open = Callable[..., httpx.AsyncClient]


@pytest.fixture
def web(catalogue: Catalogue, sqlite_store: Store) -> Open:
    """A browser in front of the pages of some offers."""
    return lambda *offers: served(catalogue, offers, sqlite_store)


async def page(web: httpx.AsyncClient, language: str = "de", id: int = 7) -> str:
    answer = await web.get(f"/offers/{id}?lang={language}")
    assert answer.status_code == 200
    return answer.text


async def test_a_reader_gets_her_language_and_the_german_words_are_marked(web: Open) -> None:
    html = await page(web(course()), "ar")
    assert '<html lang="ar" dir="rtl">' in html
    assert f'<h1 lang="ar" dir="rtl">{COURSE.texts["ar"]["title"]}</h1>' in html
    assert '<bdi lang="de" dir="ltr">Haus am Markt</bdi>' in html
    assert COURSE.texts["de"]["title"] not in html


async def test_where_a_language_is_missing_the_page_says_so(web: Open) -> None:
    html = await page(web(course()), "en")
    assert '<html lang="en" dir="ltr">' in html
    assert '<h1 lang="de" dir="ltr">Deutschkurs am Abend</h1>' in html
    assert "only available in this language: German" in html
    assert "only available" not in await page(web(course()), "de")
    half = {**COURSE.texts, "en": {"title": "German in the evening"}}
    assert "only available in this language: German" in await page(web(course(texts=half)), "en")


async def test_a_language_that_only_the_offer_has_can_be_read_too(web: Open) -> None:
    texts = {**COURSE.texts, "so": {"title": "Koorso Jarmal"}}
    html = await page(web(course(texts=texts)), "so")
    assert '<h1 lang="so" dir="ltr">Koorso Jarmal</h1>' in html
    assert '<html lang="de" dir="ltr">' in html
    assert f'hreflang="so" href="{HOME}/offers/7?lang=so"' in html


async def test_it_is_found_in_every_language_of_the_town(web: Open) -> None:
    html = await page(web(course()), "en")
    for language in ("de", "en", "ar"):
        link = f'<link rel="alternate" hreflang="{language}" href="{HOME}/offers/7?lang={language}"'
        assert link in html
    assert f'hreflang="x-default" href="{HOME}/offers/7"' in html
    assert '<a href="/offers/7?lang=ar" lang="ar" hreflang="ar">العربية</a>' in html


async def test_the_browser_s_language_counts_where_the_address_names_none(web: Open) -> None:
    answer = await web(course()).get("/offers/7", headers={"accept-language": "ar,de;q=0.5"})
    assert '<html lang="ar"' in answer.text
    assert answer.headers["vary"] == "Accept-Language"


async def test_the_german_text_is_newer_and_a_machine_translated_it(web: Open) -> None:
    offer = course(outdated=("title::ar",), machine_translated=("ar",))
    arabic, german = await page(web(offer), "ar"), await page(web(offer), "de")
    assert "النص الألماني أحدث من هذه الترجمة" in arabic
    assert "هذه الترجمة قام بها حاسوب" in arabic
    assert '<a href="/offers/7?lang=de" hreflang="de">' in arabic
    assert "neuer als diese" not in german
    assert "Computer" not in german


async def test_what_is_shut_or_ends_is_said_first(web: Open) -> None:
    offer = course(temporarily_closed=True, valid_until=date(2027, 1, 31))
    html = await page(web(offer))
    assert "Vorübergehend geschlossen" in html
    assert "Gültig bis 31. Januar 2027" in html
    assert html.index("Vorübergehend") < html.rindex("Lernen Sie Deutsch")


async def test_what_is_no_more_is_gone_and_what_never_was_is_not_found(
    catalogue: Catalogue, sqlite_town: Store
) -> None:
    id, offer = next(iter(catalogue.offers.items()))
    there = served(catalogue, [replace(offer, id=id + 10**6)], sqlite_town)
    for path, status, words in (
        (f"/offers/{id}?lang=de", 410, "Dieses Angebot gibt es nicht mehr"),
        (f"/offers/{id}?lang=ar", 410, "هذا العرض لم يعد موجوداً"),
        ("/offers/999999?lang=de", 404, "Diese Seite gibt es nicht"),
        (f"/offers/{2**31}?lang=de", 404, "Diese Seite gibt es nicht"),
        (f"/offers/{2**70}?lang=de", 404, "Diese Seite gibt es nicht"),
    ):
        answer = await there.get(path)
        assert (answer.status_code, words in answer.text) == (status, True), path
        assert offer.texts["de"]["title"] not in answer.text


async def test_a_browser_asks_again_and_is_told_that_nothing_changed(web: Open) -> None:
    async with web(course()) as browser:
        first = await browser.get("/offers/7?lang=de")
        again = {"if-none-match": first.headers["etag"]}
        assert first.headers["cache-control"] == "no-cache"
        assert (await browser.get("/offers/7?lang=de", headers=again)).status_code == 304
        assert (await browser.get("/offers/7?lang=ar", headers=again)).status_code == 200
    async with web(course(temporarily_closed=True)) as browser:
        assert (await browser.get("/offers/7?lang=de", headers=again)).status_code == 200


async def test_nobody_is_known_by_it_and_nothing_foreign_runs(web: Open) -> None:
    answer = await web(course()).get("/offers/7")
    assert "set-cookie" not in answer.headers
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert " style=" not in answer.text


async def test_the_town_s_words_are_words_and_its_addresses_links(web: Open) -> None:
    texts = {"de": {"title": EVIL, "description": f"{EVIL} https://a.example/?a=1&b=2."}}
    offer = course(texts=texts, website="javascript:alert(1)", maker=Organization(EVIL))
    html = await page(web(offer))
    assert "<script>alert" not in html
    assert 'href="https://a.example/?a=1&amp;b=2"' in html
    assert 'href="javascript' not in html
    assert data_in(html)["name"] == EVIL


async def test_the_code_leads_to_the_page_in_the_language_of_the_sheet(web: Open) -> None:
    html = await page(web(course()), "ar")
    assert qr.drawing(f"{HOME}/offers/7?lang=ar") in html
    assert f">{HOME}/offers/7?lang=ar<" in html


async def test_all_places_numbers_people_and_prices_are_there(web: Open) -> None:
    second = Place("Bahnhof", "Gleis 3", "99999", "Mittelstadt", schedules=mornings(5))
    offer = course(
        places=(replace(HALL, schedules=mornings(0, 1)), second),
        phones=(Phone("+49 361 11", "12", languages=("ar",)), Phone("+49 361 22", type="fax")),
        contacts=(Contact("Ada Beispiel", "Leiterin", email="ada@b.example"),),
        costs=(
            Cost(3.5, "am Abend"),
            Cost(0.0, "mit Sozialpass"),
            Cost(9.0, valid_to=date(2020, 1, 1)),
        ),
        document_links={"Ausweis": "https://form.example/a.pdf"},
        texts={"de": {**COURSE.texts["de"], "documents": "Ausweis; Zeugnis"}},
        minimum_age=16,
    )
    html = await page(web(offer))
    for words in (
        *("Haus am Markt", "Bahnhof", "Gleis 3", "Montag–Dienstag", "Samstag", "09:00–12:00"),
        *('href="tel:+4936111;ext=12"', "Durchwahl 12", "Arabisch", "+49 361 22", "Ada Beispiel"),
        *("mailto:ada@b.example", "3,50\xa0€", "kostenlos", "mit Sozialpass", "Alter: ab 16"),
        *("openstreetmap.org", 'href="https://form.example/a.pdf"', "Zeugnis"),
    ):
        assert words in html
    assert "tel:+4936122" not in html
    assert "9\xa0€" not in html


async def test_hours_are_told_week_by_week_with_what_changes_soon(web: Open) -> None:
    offer = course(
        schedules=(
            *mornings(0, 1, 2),
            Schedule("TH", time(14), time(16), by_appointment=True),
            Schedule(freq="", dtstart=date(2026, 12, 1), instead=True, description="Umzug"),
            Schedule(freq="WEEKLY", byweekno="3", description="Nach Aushang"),
        )
    )
    html = await page(web(offer))
    assert "Montag–Mittwoch" in html
    assert "14:00–16:00 (nur mit Termin)" in html
    assert "Dienstag, 1. Dezember 2026: geschlossen (Umzug)" in html
    assert "Nach Aushang" in html
    assert "An Feiertagen geschlossen" in html


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        ({}, "Die Öffnungszeiten sind uns nicht bekannt"),
        ({"by_appointment": True}, "Nach Vereinbarung"),
        (
            {
                "schedules": tuple(
                    replace(one, opens_at=time(0), closes_at=time(0)) for one in mornings(*range(7))
                ),
                "open_on_holidays": True,
            },
            "Tag und Nacht geöffnet",
        ),
    ],
)
async def test_hours_are_never_guessed(web: Open, hours: dict[str, object], words: str) -> None:
    html = await page(web(course(**hours)))
    assert words in html
    assert "geschlossen" not in html


@given(offers=catalogues())
@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
async def test_every_offer_has_a_page_that_machines_read(
    web: Open, offers: tuple[Offer, ...]
) -> None:
    offer = replace(offers[-1], id=7)
    async with web(offer) as browser:
        for language in ("de", "ar", "uk"):
            html = await page(browser, language)
            assert open_elements(html) == []
            assert told(html) == expected(offer, language)


def told(html: str) -> object:
    """Without the names of topics, which are the catalogue's."""
    return {name: value for name, value in data_in(html).items() if name not in TOPICS}


TOPICS = ("serviceType", "about")


def expected(offer: Offer, language: str) -> object:
    chain = {"de": ("de", "en"), "ar": ("ar", "en", "de"), "uk": ("uk", "de", "en")}[language]
    reads = language if language != "uk" or "uk" in offer.texts else "de"
    words = tuple(dict.fromkeys((reads, *chain, *offer.texts)))
    address = f"{HOME}/offers/{offer.id}?lang={reads}"
    return described(offer, Reading(words, address, "Mittelstadt", BERLIN))


class Elements(HTMLParser):
    """Which elements are open; complains of one that is closed without having been opened."""

    EMPTY = frozenset({"meta", "link", "img", "br"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        """Open and closed at once, in drawings."""

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def open_elements(html: str) -> list[str]:
    """Those of a page that nobody closed."""
    found = Elements()
    found.feed(html)
    return found.open
