"""The same chats as in every channel, in a real browser; forms have tests of their own."""

from pathlib import Path

from playwright.async_api import Browser

from tests.browser.browsing import Town, reader
from tests.conversations.script import (
    Stage,
    is_for_controls,
    language_of,
    on_sqlite_and_some_on_both,
    play,
    scripts,
)

CHATS = filter(is_for_controls, scripts())


@on_sqlite_and_some_on_both(CHATS)
async def test_conversation(script: Path, browser: Browser, lotse: Town) -> None:
    language = language_of(script)
    async with reader(browser, lotse, locale=language) as person:
        await person.opens(f"?lang={language}")
        await play(script, Stage(person, lotse.clock, lotse.channel.store))
