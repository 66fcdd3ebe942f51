"""A survey answered with form controls: by mouse, keyboard and finger, in German and in Arabic."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest_asyncio
from playwright.async_api import Browser, Locator, expect

from tests.browser.browsing import Reader, Town, reader
from tests.surveying import opened_with_controls

CHECKS = (Path(__file__).parent / "checks.js").read_text(encoding="utf-8")
LABELS = {"de": ("Deutsch", "Einverstanden, beginnen"), "ar": ("العربية", "أوافق، ابدأ")}
EASE = "Briefe verstehen: Leicht\nFormulare ausfüllen: Leicht\nIm Amt sprechen: Schwer"


async def begins(person: Reader, language: str = "de") -> None:
    """From the link to the first question."""
    await person.town.channel.store.write(opened_with_controls)
    await person.opens(f"?lang={language}&start=survey_bedarf24")
    for label in LABELS[language]:
        await person.presses(label)


def field(person: Reader) -> Locator:
    """The newest form."""
    return person.page.locator("form.field").last


def choice(person: Reader, label: str, at: int = 0) -> Locator:
    """What is clicked to choose."""
    return field(person).locator(".choice, .cell", has_text=label).nth(at)


async def sends(person: Reader) -> None:
    """Send what is filled in, and read what comes."""
    await field(person).locator("button[type=submit]").click()
    await person.reads()


async def says(person: Reader) -> str:
    """What her last bubble says."""
    return await person.page.locator(".me p:not(.waiting)").last.inner_text()


async def to_the_grid(person: Reader) -> None:
    """Past the day and the slider."""
    for _ in range(2):
        await sends(person)


async def past_the_grid(person: Reader) -> None:
    """With what may be answered there."""
    await to_the_grid(person)
    for label, row in (("Leicht", 0), ("Leicht", 1), ("Schwer", 2)):
        await choice(person, label, row).click()
    await sends(person)


@pytest_asyncio.fixture(loop_scope="session")
async def arab(browser: Browser, lotse: Town) -> AsyncIterator[Reader]:
    """An Arabic speaker with a small phone."""
    async with reader(browser, lotse, locale="ar", has_touch=True, is_mobile=True) as someone:
        yield someone


async def test_a_day_is_picked_and_there_again_on_the_way_back(person: Reader) -> None:
    await begins(person)
    await expect(person.page.locator(".lotse").last.locator("button.key")).to_have_text(
        ["Weiter", "Überspringen", "Andere Sprache", "Pause"]
    )
    await person.page.get_by_label("Seit wann leben Sie hier?").fill("2026-11-03")
    await sends(person)
    assert "3. November 2026" in await says(person)
    assert "Wie zufrieden sind Sie?" in person.sees()
    await person.presses("Zurück")
    newest = field(person).get_by_label("Seit wann leben Sie hier?")
    await expect(newest).to_have_value("2026-11-03")
    await newest.fill("2027-01-01")
    await sends(person)
    assert "Bitte ein Tag bis heute." in person.sees()
    await expect(field(person).locator("input")).to_have_value("2027-01-01")


async def test_a_slider_says_nothing_until_it_is_moved(person: Reader) -> None:
    await begins(person)
    await sends(person)
    assert "ohne Antwort" in await says(person)
    slider = field(person).get_by_role("slider", name="Wie zufrieden sind Sie?")
    await expect(slider).to_have_attribute("aria-valuetext", "noch nicht gewählt")
    await expect(slider).to_be_focused()
    await person.page.keyboard.press("ArrowRight")
    await expect(field(person).locator("output")).to_have_text("6")
    await person.page.keyboard.press("Tab")
    await person.page.keyboard.press("Enter")
    await person.reads()
    assert (await says(person)).endswith("6")
    assert "Briefe verstehen" in person.sees()


async def test_a_grid_is_answered_as_a_whole(person: Reader) -> None:
    await begins(person)
    await past_the_grid(person)
    assert (await says(person)).endswith(EASE)
    assert "Was brauchen Sie?" in person.sees()
    await person.presses("Zurück")
    group = field(person).get_by_role("radiogroup", name="Im Amt sprechen")
    await expect(group.get_by_role("radio", name="Schwer")).to_be_checked()
    await person.presses("Zurück")
    assert "Wie zufrieden sind Sie?" in person.sees()


async def test_one_row_is_refused_and_the_others_stay(person: Reader) -> None:
    await begins(person)
    await to_the_grid(person)
    await choice(person, "Schwer", 0).click()
    await choice(person, "Schwer", 1).click()
    await sends(person)
    assert "Hier geht nur leicht." in person.sees()
    assert "Briefe verstehen" not in person.sees()
    await person.presses("Leicht")
    assert "Was brauchen Sie?" in person.sees()
    person.town.clock.later(timedelta(minutes=1))
    for _ in range(4):
        await person.presses("Überspringen")
    assert "Briefe verstehen – Schwer" in person.sees()
    assert "Formulare ausfüllen – Leicht" in person.sees()


async def test_several_are_ticked_put_in_order_and_sought(person: Reader) -> None:
    await begins(person)
    await past_the_grid(person)
    for label in ("Nichts davon", "Wohnung", "Arbeit"):
        await choice(person, label).click()
    await expect(field(person).get_by_role("checkbox", checked=True)).to_have_count(2)
    await sends(person)
    assert (await says(person)).endswith("Wohnung\nArbeit")
    await field(person).get_by_role("button", name="Nach oben: Arbeit").click()
    await sends(person)
    assert "1. Arbeit\n2. Wohnung" in await says(person)
    await field(person).get_by_role("searchbox").fill("DÁM")
    await expect(field(person).locator(".choice:visible")).to_have_text(["Damaskus"])
    await choice(person, "Damaskus").click()
    await sends(person)
    await field(person).get_by_role("textbox").fill("Mehr Kurse\nam Abend")
    await sends(person)
    assert "Was ist am wichtigsten? – Arbeit, Wohnung, Nichts davon" in person.sees()
    assert "Woher kommen Sie? – Damaskus" in person.sees()
    assert "Mehr Kurse\nam Abend" in person.sees()


async def test_what_is_older_can_be_read_and_not_filled_in(person: Reader) -> None:
    await begins(person)
    await past_the_grid(person)
    for _ in range(2):
        old = person.page.locator("form.field.over")
        await expect(old).to_have_count(3)
        await expect(old.locator("input:enabled, button:visible")).to_have_count(0)
        await expect(field(person).locator("input:enabled")).to_have_count(3)
        await person.page.reload()
    await choice(person, "Wohnung").click()
    await sends(person)
    assert "Was ist am wichtigsten?" in person.sees()


async def test_words_that_are_no_answer_are_answered_and_the_form_stays(person: Reader) -> None:
    await begins(person)
    await sends(person)
    await person.says("Wo kann ich Deutsch lernen?")
    await expect(person.page.locator(".card").first).to_be_visible()
    await expect(field(person).get_by_role("slider")).to_be_enabled()
    await person.presses("Andere Sprache")
    await person.presses("العربية")
    await expect(field(person).get_by_role("slider", name="ما مدى رضاك؟")).to_be_enabled()


async def test_in_arabic_with_a_finger(arab: Reader) -> None:
    page = arab.page
    await begins(arab, "ar")
    await page.get_by_label("منذ متى تعيش هنا؟").fill("2026-11-03")
    await sends(arab)
    assert "3 نوفمبر 2026" in await says(arab)
    slider = field(arab).get_by_role("slider")
    await expect(slider).to_have_css("direction", "rtl")
    await expect(slider).not_to_be_focused()
    box = await slider.bounding_box()
    assert box is not None
    await page.touchscreen.tap(box["x"] + 4, box["y"] + box["height"] / 2)
    await expect(field(arab).locator("output")).to_have_text("10")
    await sends(arab)
    for row in range(3):
        await choice(arab, "سهل", row).tap()
    await sends(arab)
    assert "فهم الرسائل: سهل" in await says(arab)
    await choice(arab, "سكن").tap()
    await sends(arab)
    assert "ما هو الأهم؟" in arab.sees()
    contents, window = await page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert contents <= window


async def test_controls_can_be_read_and_hit(browser: Browser, lotse: Town) -> None:
    for width, scheme in ((320, "light"), (1280, "dark")):
        size = {"width": width, "height": 740}
        async with reader(browser, lotse, viewport=size, color_scheme=scheme) as person:
            await (begins(person) if width == 320 else comes_later(person))
            await past_the_grid(person)
            await sends(person)
            await sends(person)
            assert await person.page.evaluate(CHECKS) == []
            log = await person.page.locator("#log").evaluate("l => [l.scrollWidth, l.clientWidth]")
            assert log[0] <= log[1]


async def comes_later(person: Reader) -> None:
    """To a survey that is open already."""
    await person.opens("?lang=de&start=survey_bedarf24")
    for label in LABELS["de"]:
        await person.presses(label)
