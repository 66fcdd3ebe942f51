"""What a screen reader, a shaky hand and tired eyes need (WCAG 2.2 AA), checked in the browser."""

from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, expect

from bot.message import Key, Line, Message, to_json
from models import inbox
from tests.browser.browsing import ON_SQLITE, Reader, Town, reader

pytestmark = ON_SQLITE

CHECKS = (Path(__file__).parent / "checks.js").read_text(encoding="utf-8")


async def problems(person: Reader) -> list[str]:
    """What `checks.js` finds on the page."""
    found: list[str] = await person.page.evaluate(CHECKS)
    return found


async def walks_through(person: Reader) -> None:
    """Everything the page can show."""
    await person.opens()
    await person.presses("Deutsch")
    await person.says("Wo kann ich Deutsch lernen?")
    await person.page.locator("details summary").first.click()
    await person.presses("Mehr dazu")
    await person.says("/filter")
    await person.says("/mydata")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
async def test_no_problems(browser: Browser, lotse: Town, scheme: Any, width: int) -> None:
    size = {"width": width, "height": 740}
    async with reader(browser, lotse, color_scheme=scheme, viewport=size) as person:
        await walks_through(person)
        assert await problems(person) == []


async def test_the_checks_find_problems(person: Reader) -> None:
    await person.opens()
    spoil = """() => {
        const button = document.querySelector('.key');
        button.textContent = '';
        button.style.minHeight = button.style.height = '20px';
        document.querySelector('.message p').style.color = '#ddd';
        document.querySelector('.message').removeAttribute('lang');
        document.querySelector('.send').id = 'input';
    }"""
    await person.page.evaluate(spoil)
    found = {problem.split(":")[0] for problem in await problems(person)}
    assert found == {"no name", "small target", "contrast", "no language", "twice"}


async def test_roles_and_names(person: Reader) -> None:
    page = person.page
    await person.opens()
    await expect(page.get_by_role("log", name="Gespräch")).to_be_visible()
    await expect(page.get_by_role("textbox", name="Ihre Nachricht")).to_be_visible()
    await expect(page.get_by_role("button", name="Senden")).to_be_visible()
    await expect(page.get_by_role("group", name="Antworten zur Auswahl")).to_be_visible()
    await expect(page.get_by_role("navigation", name="Hauptmenü")).to_be_visible()
    await expect(page.get_by_role("heading", level=1)).to_contain_text("Mittelstadt")
    assert await page.locator("#status").get_attribute("role") == "status"
    assert await page.locator("#error").get_attribute("role") == "alert"
    assert await page.locator("#log #typing, #log #status").count() == 0
    assert await page.locator("#typing").get_attribute("aria-hidden") == "true"


async def test_text_may_be_spaced_out(person: Reader) -> None:
    """SC 1.4.12."""
    await walks_through(person)
    spaced = """() => {
        for (const one of document.querySelectorAll('body *')) {
            one.style.lineHeight = '1.5';
            one.style.letterSpacing = '0.12em';
            one.style.wordSpacing = '0.16em';
        }
        const log = document.getElementById('log');
        return log.scrollWidth <= log.clientWidth && document.body.scrollWidth <= innerWidth;
    }"""
    assert await person.page.evaluate(spaced)


async def test_nothing_moves_for_those_who_asked(person: Reader) -> None:
    await person.opens()
    await expect(person.page.locator(".message").first).to_have_css("animation-name", "none")


async def test_danger_is_unmistakable(person: Reader, lotse: Town) -> None:
    await person.opens()
    calls = ((Key("112 anrufen", href="tel:112"), Key("116 016 anrufen", href="tel:116016")),)
    text = (Line("Rufen Sie jetzt Hilfe.", "de"), Line("Hilfetelefon: 116 016", "de"))
    (address,) = lotse.channel.live
    message = to_json(Message("de", "ltr", text, keys=calls, urgent=True))
    owed = await lotse.channel.store.write(
        lambda session: inbox.owe(session, ("web", address), message)
    )
    await lotse.channel.send(owed)
    urgent = person.page.locator(".urgent")
    await expect(urgent).to_contain_text("Notfall")
    call = urgent.get_by_role("link", name="112 anrufen")
    await expect(call).to_have_attribute("href", "tel:112")
    box = await call.bounding_box()
    assert box is not None
    assert box["height"] >= 56
    line = urgent.get_by_role("link", name="Hilfetelefon: 116 016")
    await expect(line).to_have_attribute("href", "tel:116016")
    await expect(urgent.locator("a[href='tel:116016']")).to_have_count(1)
    assert await problems(person) == []
