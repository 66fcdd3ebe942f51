"""Links of mails in a real browser: one tap for people, and going back sends nothing."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, expect

from bot.channels.mail import MailChannel
from bot.channels.mail_links import Answer
from models import inbox
from tests.browser.browsing import PHONE, Place
from tests.browser.test_accessibility import CHECKS
from tests.channels.mail.house import HER, House, account_with, pages_of
from tests.channels.mail.postbox import Postbox


@dataclass
class Desk:
    """Where links of mails lead."""

    mail: MailChannel
    address: str
    box: str

    def link(self, does: str, label: str, language: str = "de") -> str:
        """The address behind a button of a mail in that language."""
        answer = Answer(self.box, f"d{language}", language, 2**33, does, label)
        return f"{self.address}/answer/{self.mail.writer.signer.token(answer, HER)}"

    def taps(self) -> int:
        """How many taps were taken in."""
        with self.mail.conversation.store.transaction() as session:
            mine = inbox.INBOX.select().where(inbox.INBOX.c.channel == "mail")
            return len(session.execute(mine).all())


@pytest_asyncio.fixture(loop_scope="session")
async def desk(place: Place) -> AsyncIterator[Desk]:
    """The pages of the mail channel, running."""
    mail = House(place.store, place.catalogue, place.clock).mail_to(Postbox())
    box = f"a{account_with(place.store)}"
    async with pages_of(mail) as http:
        yield Desk(mail, str(http.base_url).rstrip("/"), box)


@pytest_asyncio.fixture(loop_scope="session")
async def profile(browser: Browser) -> AsyncIterator[BrowserContext]:
    """A browser profile with a small phone; fails when the browser complained."""
    context = await browser.new_context(viewport=PHONE, reduced_motion="reduce")  # type: ignore[arg-type]
    complaints: list[str] = []
    context.on("console", lambda line: complaints.append(line.text) if ours(line.text) else None)
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    yield context
    await context.close()
    assert complaints == []


def ours(complaint: str) -> bool:
    """A page that is not there is what some tests are about."""
    return not complaint.startswith("Failed to load resource: the server responded with a status")


async def test_following_a_link_is_the_answer(desk: Desk, profile: BrowserContext) -> None:
    page = await profile.new_page()
    await page.goto(desk.link("open:topics", "Themen"))
    await expect(page.locator(".message")).to_contain_text("Womit kann ich helfen?")
    assert desk.taps() == 1


async def test_coming_back_shows_the_answer_and_sends_nothing(
    desk: Desk, profile: BrowserContext
) -> None:
    page = await profile.new_page()
    await page.goto(f"{desk.address}/health")
    await page.goto(desk.link("open:topics", "Themen"))
    await expect(page.locator(".message")).to_be_visible()
    await press(page, "Arbeit")
    assert desk.taps() == 2
    await page.reload()
    await page.go_back()
    await expect(page.locator("#input")).to_be_visible()
    await page.go_back()
    assert page.url == f"{desk.address}/health"
    assert desk.taps() == 2


async def test_without_scripts_it_is_one_tap_more(desk: Desk, browser: Browser) -> None:
    context = await browser.new_context(java_script_enabled=False)
    page = await context.new_page()
    await page.goto(desk.link("open:topics", "Themen"))
    await expect(page.locator("main p")).to_have_text("Themen")
    assert desk.taps() == 0
    await page.get_by_role("button", name="Antwort senden").click()
    await expect(page.locator(".message")).to_contain_text("Womit kann ich helfen?")
    assert desk.taps() == 1
    await context.close()


async def test_the_conversation_goes_on_by_buttons_and_words(
    desk: Desk, profile: BrowserContext
) -> None:
    page = await profile.new_page()
    await page.goto(desk.link("open:help", "Hilfe"))
    await press(page, "Sprache")
    await press(page, "العربية")
    await expect(page.locator("html")).to_have_attribute("dir", "rtl")
    await page.locator("#input").fill("/help")
    await page.locator(".send").click()
    await expect(page.locator(".message")).to_contain_text("/topics")


async def test_a_page_fits_a_small_phone_in_both_directions(
    desk: Desk, profile: BrowserContext
) -> None:
    for language in ("de", "ar"):
        page = await profile.new_page()
        await page.goto(desk.link("/topics", "Themen", language))
        await expect(page.locator(".message")).to_be_visible()
        assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")


async def press(page: Page, label: str) -> None:
    """Tap a button, and wait for the next page."""
    button = page.get_by_role("button", name=label).first
    async with page.expect_navigation():
        await button.click()


@pytest.mark.parametrize("kind", ["over", "unknown"])
async def test_what_does_not_work_is_said_without_a_script(
    desk: Desk, profile: BrowserContext, kind: str
) -> None:
    page = await profile.new_page()
    over = desk.mail.writer.signer.token(Answer(desk.box, "d1", "de", 0, "x", "y"), HER)
    await page.goto(f"{desk.address}/answer/{over if kind == 'over' else 'x'}")
    await expect(page.locator("h1")).to_be_visible()
    assert await page.locator("script, form").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_pages_behind_links_have_no_problems(
    desk: Desk, browser: Browser, scheme: str
) -> None:
    """By the checks of tests/browser/test_accessibility.py, on each kind of page."""
    context = await browser.new_context(color_scheme=scheme, java_script_enabled=True)  # type: ignore[arg-type]
    page = await context.new_page()
    found: list[str] = []
    for path in (desk.link("open:topics", "Themen"), desk.link("", ""), f"{desk.address}/answer/x"):
        await page.goto(path)
        await expect(page.locator("h1")).to_be_visible()
        found += await page.evaluate(CHECKS)
    assert found == []
    await context.close()
