"""Pictures of a survey in a real browser, and a photo as the answer."""

import re

from playwright.async_api import FilePayload, expect

from tests import media
from tests.browser.browsing import Place, Reader
from tests.picturing import opened, unfinished


async def test_pictures_are_seen_and_a_photo_answers(place: Place, person: Reader) -> None:
    await place.store.write(opened)
    await person.opens()
    await person.presses("Deutsch")
    await person.says("/survey orte23")
    await person.presses("Einverstanden, beginnen")
    question = person.page.locator(".lotse").last
    pictures = question.locator("img")
    await expect(pictures).to_have_count(3)
    await expect(pictures.first).to_have_attribute("alt", "Wo treffen Sie andere?")
    await expect(question.locator("figcaption")).to_have_text(["1. Im Park", "2. Auf dem Markt"])
    await expect(question.locator("audio")).to_have_attribute("src", re.compile("^/media/"))
    for number in range(3):
        await pictures.nth(number).scroll_into_view_if_needed()
        await person.page.wait_for_function(
            "n => { const i = [...document.querySelectorAll('.lotse:last-of-type img')][n];"
            " return i.complete && i.naturalWidth > 0; }",
            arg=number,
        )
    await person.says("2")
    control = person.page.locator("input[type=file]")
    await expect(control).to_have_attribute("accept", re.compile("image/jpeg"))
    photo = FilePayload(name="amal_hassan.jpg", mimeType="image/jpeg", buffer=media.photo())
    await control.set_input_files(files=[photo])
    await person.reads()
    assert "Erzählen Sie davon." in person.sees()
    kept = await place.store.read(unfinished)
    assert len(kept) == 1
    assert media.MAKER.encode() not in kept[0]
