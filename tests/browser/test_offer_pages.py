"""An offer's page in a real browser: both directions, without scripts, and on one sheet."""

import re
from typing import Any

import pytest
from playwright.async_api import Browser, Page, expect

from tests.browser.browsing import PHONE, Town, reader
from tests.browser.test_accessibility import CHECKS
from tests.databases import BOTH

pytestmark = pytest.mark.parametrize("databases", BOTH[:1], indirect=True)
OFFER = 1
SHEET = re.compile(rb"/Type\s*/Page\b")


async def fits(page: Page) -> bool:
    """Whether nothing runs out of a small phone."""
    wide: bool = await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    return wide


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_an_offer_can_be_read_on_a_small_phone_in_both_directions(
    browser: Browser, lotse: Town, scheme: Any
) -> None:
    async with reader(browser, lotse, color_scheme=scheme) as person:
        page = person.page
        for language, direction in (("de", "ltr"), ("ar", "rtl")):
            await page.goto(f"{lotse.address}offers/{OFFER}?lang={language}")
            await expect(page.locator("html")).to_have_attribute("dir", direction)
            await expect(page.locator("h1")).to_have_css("direction", direction)
            assert await fits(page)
            assert await page.evaluate(CHECKS) == []


async def test_a_counsellor_prints_it_on_one_sheet(browser: Browser, lotse: Town) -> None:
    async with reader(browser, lotse) as person:
        page = person.page
        for language in ("de", "ar"):
            await page.goto(f"{lotse.address}offers/{OFFER}?lang={language}")
            assert len(SHEET.findall(await page.pdf(prefer_css_page_size=True))) == 1
        await page.emulate_media(media="print")
        await expect(page.locator("figure.code svg")).to_be_visible()
        await expect(page.locator(".tongues")).to_be_hidden()
        await expect(page.locator(".keys")).to_be_hidden()


async def test_from_the_chat_to_the_page_and_back(browser: Browser, lotse: Town) -> None:
    async with reader(browser, lotse) as person:
        page = person.page
        await person.opens()
        await person.presses("Deutsch")
        await person.says(f"/start offer_{OFFER}")
        link = page.get_by_role("link", name="Seite zum Weitergeben")
        assert re.search(rf"/offers/{OFFER}\?lang=de$", await link.get_attribute("href") or "")
        await page.goto(f"{lotse.address}offers/{OFFER}?lang=de")
        await page.get_by_role("link", name="Im Chat fragen").click()
        await person.reads()
        assert "Quelle" in person.sees()
        news = page.get_by_role("link", name="Neues", exact=True)
        await expect(news).to_have_attribute("href", "/news?lang=de")


async def test_without_scripts_and_cookies_nothing_is_missing(
    browser: Browser, lotse: Town
) -> None:
    context = await browser.new_context(java_script_enabled=False, viewport=PHONE)  # type: ignore[arg-type]
    page = await context.new_page()
    await page.goto(f"{lotse.address}offers/{OFFER}?lang=de")
    await page.get_by_role("link", name="العربية").click()
    await expect(page.locator("html")).to_have_attribute("lang", "ar")
    await expect(page.locator("figure.code svg")).to_be_visible()
    await expect(page.locator("#print")).to_be_hidden()
    assert await context.cookies() == []
    await context.close()
