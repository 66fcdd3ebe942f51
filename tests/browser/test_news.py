"""The pages of news in a real browser, in both directions, with and without scripts."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from models.news import Event
from models.news_button import Leads, NewsButton
from models.news_text import NewsText
from models.store import Store
from surveys.media.checking import File
from tests.browser.browsing import PHONE, Town, reader
from tests.browser.test_accessibility import CHECKS
from tests.databases import BOTH
from tests.media import drawing
from tests.newsroom import FEAST_IN_ARABIC, Wanted, told, wall

GERMAN = NewsText(
    "de",
    "Nikolausfest auf dem Markt",
    "Kommen Sie zum Fest, mit Musik aus vielen Ländern.\n\n"
    "Anmelden ist nicht nötig: https://www.mittelstadt.example/veranstaltungen/nikolausfest-2026",
    "Kinder basteln Laternen",
)
PLAIN = NewsText("de", "Bürgerbüro zieht um", "Ab Dezember sind wir in der Bahnhofstraße 4.")
FEAST = Event(wall("2026-12-05T16:00"), wall("2026-12-05T18:00"), "Marktplatz, Mittelstadt")
LINK = NewsButton(
    Leads.LINK, "https://verein.example.org", {"de": "Zum Verein", "ar": "إلى الجمعية"}
)
OFFER = NewsButton(Leads.OFFER, "1", {"de": "Sprachcafé im Bürgerhaus ansehen"})

pytestmark = pytest.mark.parametrize("databases", BOTH[:1], indirect=True)


@pytest_asyncio.fixture(loop_scope="session")
async def printed(lotse: Town, town: Store) -> AsyncIterator[Town]:
    """A town with two pieces of news, one of an event, in two languages and with a picture."""
    picture = File("image/png", drawing(side=320))
    feast = Wanted((GERMAN, FEAST_IN_ARABIC), FEAST, buttons=(LINK, OFFER), picture=picture)
    await town.write(lambda session: told(session, Wanted((PLAIN,))))
    await town.write(lambda session: told(session, feast))
    yield lotse


async def fits(page: Page) -> bool:
    """Whether nothing runs out of a small phone."""
    wide: bool = await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    return wide


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_news_can_be_read_on_a_small_phone_in_both_directions(
    browser: Browser, printed: Town, scheme: Any
) -> None:
    async with reader(browser, printed, color_scheme=scheme) as person:
        page = person.page
        for language, direction in (("de", "ltr"), ("ar", "rtl")):
            for path in (
                f"news?lang={language}",
                f"news/2?lang={language}",
                f"news/9?lang={language}",
            ):
                await page.goto(printed.address + path)
                await expect(page.locator("html")).to_have_attribute("dir", direction)
                assert await fits(page)
                assert await page.evaluate(CHECKS) == []
        person.complaints = [one for one in person.complaints if "404" not in one]


async def test_a_reader_finds_her_language_and_the_event(browser: Browser, printed: Town) -> None:
    async with reader(browser, printed) as person:
        page = person.page
        await page.goto(f"{printed.address}news?lang=de")
        await page.get_by_role("link", name="العربية").click()
        await expect(page.locator("html")).to_have_attribute("lang", "ar")
        await page.get_by_role("link", name=FEAST_IN_ARABIC.title).first.click()
        await expect(page.locator("h1")).to_have_text(FEAST_IN_ARABIC.title)
        await expect(page.locator(".when")).to_contain_text("16:00")
        shown = page.locator("img.shown")
        assert await shown.evaluate("image => image.complete && image.naturalWidth") == 320
        async with page.expect_download() as file:
            await page.locator(".when a").click()
        assert (await file.value).suggested_filename == "news-2.ics"


async def test_the_page_leads_to_the_subscription(browser: Browser, printed: Town) -> None:
    async with reader(browser, printed) as person:
        await person.page.goto(f"{printed.address}news?lang=de")
        await person.page.get_by_role("link", name="Neuigkeiten in den Chat bekommen").click()
        await person.reads()
        await person.presses("Deutsch")
        assert "Das ist freiwillig" in person.sees()


async def test_without_scripts_nothing_is_missing(browser: Browser, printed: Town) -> None:
    context = await browser.new_context(java_script_enabled=False, viewport=PHONE)  # type: ignore[arg-type]
    page = await context.new_page()
    await page.goto(f"{printed.address}news?lang=de")
    await page.get_by_role("link", name=GERMAN.title).first.click()
    await expect(page.get_by_role("link", name="Zum Verein")).to_be_visible()
    await expect(page.get_by_role("link", name="https://www.mittelstadt.example")).to_be_visible()
    assert await context.cookies() == []
    await context.close()
