"""Two people at once, each with a browser: one asks in Arabic, a counsellor answers in German."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from random import Random

import pytest
from playwright.async_api import Browser, Locator, expect

from bot.channels.web_delivery import WebDelivery
from jobs import threads
from models import invitations
from models.invitations import Offered
from models.role import Role
from models.roles import Deed
from models.store import Store
from tests.browser.browsing import Reader, Town, reader
from tests.browser.test_chat import width_of
from tests.databases import BOTH
from tests.delivery.delivering import delivering
from tests.jobs.reminding import surroundings
from tests.talking import BERLIN

pytestmark = pytest.mark.parametrize("databases", BOTH[:1], indirect=True)
ASKED = "أبحث عن شقة لعائلتي"
SPOOF = "<img src=x onerror=alert(1)> [Amt](https://evil.example) \u202egnp.exe"


@dataclass
class Two:
    """Who asks and who answers."""

    amal: Reader
    her: Reader
    town: Town
    store: Store

    async def tick(self) -> None:
        """The job that offers threads, once."""
        now, around = self.town.clock().astimezone(BERLIN), surroundings(channels=("web",))
        await self.store.write(lambda session: threads.run(session, now, around))

    async def meet(self) -> None:
        """She asks, and a counsellor takes it."""
        await self.amal.says("/person")
        await self.amal.says(ASKED)
        assert ASKED in self.amal.sees()
        await self.amal.page.locator(".lotse button.key").filter(has_text="إرسال").last.click()
        await self.amal.reads()
        await self.tick()
        await expect(newest(self.her)).to_contain_text("Arabisch")
        await self.her.presses("Übernehmen")
        assert ASKED in self.her.sees()


def newest(person: Reader) -> Locator:
    """The last message on somebody's page."""
    return person.page.locator(".message.lotse").last


@asynccontextmanager
async def two(browser: Browser, town: Town, store: Store) -> AsyncIterator[Two]:
    """Both at their pages, and what is sent unasked on its way meanwhile."""
    offered, deed = Offered((Role.COUNSELLOR,), name="Frau Nord"), Deed(town.clock())
    secret = await store.write(lambda s: invitations.invite(s, Random(3), deed, offered))
    async with (
        reader(browser, town, locale="ar") as amal,
        reader(browser, town) as her,
        delivering(store, {"web": WebDelivery(town.channel.send)}),
    ):
        await amal.opens("?lang=ar")
        await amal.presses("العربية")
        await her.opens(f"?start=join_{secret}")
        await her.presses("Deutsch")
        yield Two(amal, her, town, store)


async def test_two_people_talk_each_from_the_side_she_reads(
    browser: Browser, lotse: Town, town: Store
) -> None:
    async with two(browser, lotse, town) as both:
        await both.meet()
        await both.her.says("Wie groß ist Ihre Familie?")
        reached = newest(both.amal)
        await expect(reached).to_contain_text("Wie groß ist Ihre Familie?")
        await expect(reached).to_have_attribute("dir", "rtl")
        quoted = reached.locator("p", has_text="Wie groß").last
        await expect(quoted).to_have_css("direction", "ltr")
        assert "Nord" not in (await reached.text_content() or "")
        await both.amal.says("نحن أربعة")
        answer = newest(both.her)
        await expect(answer).to_contain_text("نحن أربعة")
        await expect(answer).to_have_attribute("dir", "ltr")
        await expect(answer.locator("p", has_text="نحن").last).to_have_css("direction", "rtl")
        for person in (both.amal, both.her):
            contents, window = await width_of(person.page)
            assert contents <= window


async def test_what_either_writes_stays_text_on_the_others_page(
    browser: Browser, lotse: Town, town: Store
) -> None:
    async with two(browser, lotse, town) as both:
        await both.meet()
        for writer, other in ((both.her, both.amal), (both.amal, both.her)):
            await writer.says(SPOOF)
            await expect(newest(other)).to_contain_text("onerror=alert(1)> [Amt]")
            await expect(newest(other)).to_contain_text("gnp.exe")
            assert await newest(other).locator("img, a").count() == 0
            assert "\u202e" not in (await newest(other).text_content() or "")
            await expect(newest(other)).not_to_have_text("")


async def test_the_end_is_told_on_both_pages(browser: Browser, lotse: Town, town: Store) -> None:
    async with two(browser, lotse, town) as both:
        await both.meet()
        await both.her.presses("Beenden")
        await both.her.presses("Ja, beenden")
        assert "ist beendet" in both.her.sees()
        rated = newest(both.amal).locator("button.key").first
        await rated.click()
        await both.amal.reads()
        await both.amal.says("أين أتعلم الألمانية؟")
        await expect(newest(both.amal).locator(".card")).to_have_count(3)
