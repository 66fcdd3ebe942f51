"""A first visit with a phone, a keyboard, in Arabic, in the dark."""

import pytest
from playwright.async_api import Browser, Page, expect

from tests.browser.browsing import ON_SQLITE, Reader, Town, reader

pytestmark = ON_SQLITE

QUESTION = "Wo kann ich Deutsch lernen?"


async def width_of(page: Page) -> tuple[int, int]:
    """How wide the page's contents are, and how wide the window is."""
    script = "() => [document.documentElement.scrollWidth, innerWidth]"
    contents, window = await page.evaluate(script)
    return contents, window


async def asks(person: Reader) -> None:
    """From the first message to the first offers."""
    await person.presses("Deutsch")
    await person.says(QUESTION)


async def test_from_the_language_to_an_offers_details(person: Reader) -> None:
    await person.opens()
    assert "Bitte wählen Sie Ihre Sprache" in person.sees()
    await asks(person)
    card = person.page.locator(".card").first
    await expect(card.locator("h2")).to_be_visible()
    await expect(card.locator(".chip.topic")).to_be_visible()
    await expect(card.locator("a[href^='tel:']")).to_be_visible()
    await expect(card.locator(".source")).to_contain_text("geprüft am")
    await person.presses("Mehr dazu")
    assert "Was ist das?" in person.sees()
    await expect(person.page.locator(".me").last).to_have_text("Sie: Mehr dazu")


async def test_the_map_opens_elsewhere_and_learns_nothing(person: Reader) -> None:
    await person.opens()
    await asks(person)
    link = person.page.locator(".card a[href^='https://www.openstreetmap.org/']").first
    await expect(link).to_have_attribute("target", "_blank")
    await expect(link).to_have_attribute("rel", "noopener noreferrer")
    await expect(link).to_contain_text("(öffnet ein neues Fenster)")


async def test_opening_hours_unfold(person: Reader) -> None:
    await person.opens()
    await asks(person)
    hours = person.page.locator("details.hours").first
    await expect(hours.locator("li").first).to_be_hidden()
    await hours.locator("summary").click()
    await expect(hours.locator("li").first).to_be_visible()


@pytest.mark.parametrize("width", [320, 360, 1280])
async def test_nothing_is_wider_than_the_window(browser: Browser, lotse: Town, width: int) -> None:
    async with reader(browser, lotse, viewport={"width": width, "height": 740}) as person:
        await person.opens()
        await asks(person)
        await person.presses("Mehr dazu")
        contents, window = await width_of(person.page)
        assert contents <= window == width
        inside = "log => [log.scrollWidth, log.clientWidth]"
        scrolled, shown = await person.page.locator("#log").evaluate(inside)
        assert scrolled <= shown


async def test_all_of_it_with_the_keyboard(person: Reader) -> None:
    page = person.page
    await person.opens()
    await page.keyboard.press("Tab")
    await expect(page.locator(".skip")).to_be_focused()
    await expect(page.locator(".skip")).to_be_in_viewport()
    await page.keyboard.press("Enter")
    await expect(page.locator("#input")).to_be_focused()
    await page.locator(".lotse button.key", has_text="Deutsch").focus()
    await page.keyboard.press("Enter")
    await person.reads()
    await expect(page.locator("#input")).to_be_focused()
    await page.keyboard.type("Wo kann ich")
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.type("Deutsch lernen?")
    await page.keyboard.press("Enter")
    await person.reads()
    await expect(page.locator(".me").last).to_contain_text("Wo kann ich\nDeutsch lernen?")
    await expect(page.locator("#input")).to_be_focused()
    await expect(page.locator("#input")).to_have_value("")


async def test_arabic_runs_from_right_to_left(browser: Browser, lotse: Town) -> None:
    async with reader(browser, lotse, locale="ar") as person:
        page = person.page
        await person.opens("?lang=ar")
        await person.presses("العربية")
        await expect(page.locator("html")).to_have_attribute("dir", "rtl")
        await person.says("أين أتعلم الألمانية؟")
        answer = page.locator(".message.lotse").last
        await expect(answer).to_have_attribute("dir", "rtl")
        await expect(answer).to_have_attribute("lang", "ar")
        await expect(answer.locator(".contact.phone bdi:not(.hidden)").first).to_have_attribute(
            "dir", "ltr"
        )
        question = page.locator(".me p").last
        await expect(question).to_have_attribute("dir", "auto")
        await expect(question).to_have_css("direction", "rtl")
        contents, window = await width_of(page)
        assert contents <= window


async def test_times_stay_in_order_in_arabic(browser: Browser, lotse: Town) -> None:
    async with reader(browser, lotse, locale="ar") as person:
        await person.opens("?lang=ar")
        await person.presses("العربية")
        await person.says("أين أتعلم الألمانية؟")
        await person.page.locator("details.hours summary").first.click()
        time = person.page.locator("details.hours bdi bdi").first
        await expect(time).to_have_css("direction", "ltr")
        await expect(time).to_have_css("unicode-bidi", "isolate")
        assert "–" in (await time.text_content() or "")


async def test_a_command_keeps_its_stroke_in_front_in_arabic(browser: Browser, lotse: Town) -> None:
    async with reader(browser, lotse, locale="ar") as person:
        await person.opens("?lang=ar")
        await person.presses("العربية")
        await person.says("/help")
        await expect(person.page.locator(".me p").last).to_have_css("direction", "ltr")
        command = person.page.locator(".message.lotse bdi", has_text="/").first
        await expect(command).to_have_css("direction", "ltr")
        await expect(command).to_have_css("unicode-bidi", "isolate")


async def test_the_page_follows_the_conversations_language(person: Reader) -> None:
    await person.opens("?lang=de")
    await person.presses("English")
    await expect(person.page.locator("html")).to_have_attribute("lang", "en")
    await expect(person.page.locator(".send")).to_have_text("Send")
    await expect(person.page.locator("#input")).to_have_attribute("placeholder", "Your question …")


async def test_a_deep_link_leads_to_its_offer(person: Reader) -> None:
    await person.opens("?start=offer_1")
    await person.presses("Deutsch")
    assert await person.page.locator(".lotse").last.locator(".card").count() == 1
    assert "start=" not in person.page.url


async def test_the_menu_is_always_there(person: Reader) -> None:
    await person.opens()
    await person.presses("Deutsch")
    await person.page.locator("nav button", has_text="Hilfe").click()
    await person.reads()
    assert "112" in person.sees()
    await expect(person.page.locator(".me").last).to_have_text("Sie: Hilfe")


@pytest.mark.parametrize(
    "text", ["<img src=x onerror=alert(1)>", "</p><script>1</script>", "&lt;b&gt;"]
)
async def test_what_is_typed_stays_text(person: Reader, text: str) -> None:
    await person.opens()
    await person.says(text)
    await person.page.reload()
    await expect(person.page.locator(".me p").last).to_have_text(f"Sie: {text}")
    assert await person.page.locator("#log img, #log script, #log b").count() == 0


async def test_my_data_can_be_downloaded(person: Reader) -> None:
    await person.opens()
    await person.presses("Deutsch")
    await person.says("/mydata")
    async with person.page.expect_download() as download:
        await person.page.locator("a.file").click()
    saved = await (await download.value).path()
    assert b'"language": "de"' in saved.read_bytes()


async def test_without_javascript(browser: Browser, lotse: Town) -> None:
    async with reader(browser, lotse, java_script_enabled=False) as person:
        page = person.page
        await page.goto(lotse.address)
        await expect(page.locator(".hint")).to_contain_text("JavaScript")
        await expect(page.locator("nav button").first).to_be_hidden()
        await page.locator("#input").fill(QUESTION)
        await page.locator(".send").click()
        await expect(page.locator(".card")).to_have_count(3)
        await expect(page.locator(".card a[href^='tel:']").first).to_be_visible()
        contents, window = await width_of(page)
        assert contents <= window
