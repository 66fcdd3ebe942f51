"""Tunnels, restarts, reloads and a second tab: nothing lost, nothing doubled."""

from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import timedelta
from random import Random

from playwright.async_api import Browser, Page, expect

from bot.channels.web import WebChannel
from bot.http import port_of
from tests.browser.browsing import Place, Reader, Town, reader, town_at

WORDS = ["eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht"]


async def said(page: Page) -> list[str]:
    """What she said, as the page shows it."""
    texts = await page.locator(".me > p:not(.waiting)").all_text_contents()
    return [text.removeprefix("Sie: ") for text in texts]


async def replies(page: Page) -> list[str]:
    """The numbers of the messages on the page, in their order."""
    numbers = "all => all.map((one) => one.dataset.seq)"
    found: list[str] = await page.locator(".message.lotse").evaluate_all(numbers)
    return found


async def drop(channel: WebChannel) -> None:
    """All sockets break."""
    for visit in list(channel.live.values()):
        await visit.socket.close(1011)


async def test_a_line_that_breaks_after_every_turn(browser: Browser, place: Place) -> None:
    """The reply is decided and committed, and the socket is gone before it could leave."""
    dice = Random(7)

    async def break_often(channel: WebChannel) -> None:
        if dice.random() < 0.7:
            await drop(channel)

    async with town_at(place, break_often) as town, reader(browser, town) as person:
        await person.opens()
        for word in ("Deutsch", *WORDS):
            place.clock.later(timedelta(seconds=3))
            await person.says(word)
        assert await said(person.page) == ["Deutsch", *WORDS]
        numbers = await replies(person.page)
    assert len(numbers) == len(WORDS) + 2
    assert sorted(numbers, key=int) == numbers
    assert len(set(numbers)) == len(numbers)


async def test_in_a_tunnel_messages_wait_and_keep_their_order(person: Reader) -> None:
    page = person.page
    await person.opens()
    await page.context.set_offline(True)
    for word in WORDS[:4]:
        await page.locator("#input").fill(word)
        await page.locator("#input").press("Enter")
    await expect(page.locator("#status")).to_contain_text("Keine Verbindung")
    await expect(page.locator(".waiting")).to_have_count(4)
    await page.context.set_offline(False)
    for _ in WORDS[:4]:
        await person.reads()
    await expect(page.locator(".waiting")).to_have_count(0)
    assert await said(page) == WORDS[:4]
    assert len(await replies(page)) == 5


async def test_lotse_restarts_and_the_page_goes_on(browser: Browser, place: Place) -> None:
    async with AsyncExitStack() as patience:
        async with town_at(place) as town:
            person = await patience.enter_async_context(reader(browser, town))
            await person.opens()
            await person.says("eins")
            port = port_of(town.http)
        async with town_at(replace(place, port=port)) as again:
            person.town = again
            await person.says("zwei")
            assert await said(person.page) == ["eins", "zwei"]
            assert len(await replies(person.page)) == 3


async def test_a_reload_shows_the_same_conversation(person: Reader) -> None:
    await person.opens()
    await person.says("Wo kann ich Deutsch lernen?")
    before = await person.page.locator("#log").inner_text()
    await person.page.reload()
    await expect(person.page.locator(".card").first).to_be_visible()
    await person.says("danke")
    after = await person.page.locator("#log").inner_text()
    assert after.startswith(before)
    assert len(await replies(person.page)) == 3


async def test_what_was_typed_before_a_reload_is_still_sent(person: Reader) -> None:
    await person.opens()
    await person.page.context.set_offline(True)
    await person.page.locator("#input").fill("eins")
    await person.page.locator("#input").press("Enter")
    await expect(person.page.locator(".waiting")).to_be_visible()
    await person.page.context.set_offline(False)
    await person.page.reload()
    await person.reads()
    assert await said(person.page) == ["eins"]


async def test_one_tab_is_live_and_the_other_can_take_over(person: Reader, lotse: Town) -> None:
    await person.opens()
    await person.presses("Deutsch")
    second = Reader(await person.page.context.new_page(), lotse)
    await second.opens()
    await expect(person.page.locator("#error")).to_contain_text("in einem anderen Fenster")
    await second.says("eins")
    await person.page.locator("#error button").click()
    await expect(second.page.locator("#error")).to_contain_text("in einem anderen Fenster")
    await person.says("zwei")
    assert await said(person.page) == ["Deutsch", "zwei"]


async def test_too_fast_is_no_drama(person: Reader, lotse: Town) -> None:
    page = person.page
    await person.opens()
    for n in range(12):
        await page.locator("#input").fill(f"{n}")
        await page.locator("#input").press("Enter")
    for _ in range(9):
        await person.reads()
    await expect(page.locator("#status")).to_contain_text("wird gleich gesendet")
    lotse.clock.later(timedelta(seconds=20))
    for _ in range(3):
        await person.reads()
    await expect(page.locator(".waiting")).to_have_count(0)
    assert await said(page) == [str(n) for n in range(12)]


async def test_a_browser_without_cookies_is_told_why(browser: Browser, lotse: Town) -> None:
    async with reader(browser, lotse) as person:
        await person.page.route("**/session", lambda route: route.fulfill(status=204))
        await person.page.goto(lotse.address)
        await expect(person.page.locator("#error")).to_contain_text("Cookie")
