"""Whole conversations over the Bot API."""

from bot.channels.telegram import TelegramChannel
from tests.standin import StandIn

RLM, FSI = "\u200f", "\u2068"


async def test_she_starts_asks_and_reads_more(server: StandIn, lotse: TelegramChannel) -> None:
    amal = server.person(language_code="de")
    await amal.says("/start")
    asked = await amal.sees()
    assert "Deutsch" in asked.labels

    await amal.presses("Deutsch")
    welcome = await amal.sees()
    assert "Mittelstadt" in welcome.text

    await amal.says("Wo kann ich Deutsch lernen?")
    found = await amal.sees()
    assert "<b>1. " in found.html
    assert "<b>3. " in found.html

    details = next(label for label in found.labels if label.startswith("2 · "))
    await amal.presses(details)
    full = await amal.sees()
    assert "Quelle: " in full.text
    assert not full.edited


async def test_paging_changes_the_message_in_place(server: StandIn, lotse: TelegramChannel) -> None:
    amal = server.person(language_code="de")
    await amal.says("/language de")
    await amal.sees()
    await amal.says("Wo kann ich Deutsch lernen?")
    first = await amal.sees()
    await amal.presses(lambda button: (button.data or "").startswith("more:3:"))
    second = await amal.sees()
    assert second.edited
    assert second.message_id == first.message_id
    assert second.text != first.text
    assert server.unanswered == []


async def test_an_arabic_message_runs_from_right_to_left(
    server: StandIn, lotse: TelegramChannel
) -> None:
    amal = server.person(language_code="ar")
    await amal.says("أين أتعلم الألمانية؟")
    found = await amal.sees()
    ours = [line for line in found.text.splitlines() if line.startswith(RLM)]
    assert len(ours) > 5
    assert any(f"{FSI}+49 " in line for line in ours)
