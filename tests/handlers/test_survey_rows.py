"""Rows of repeats in the chat: opened again, taken away, two deep, from the summary too."""

import pytest

from models.store import Store
from models.turn import Pressed
from tests.handlers.talking import Somebody, Town
from tests.surveying import opened_with

FORM = b"""
| survey |              |        |                          |
|        | type         | name   | label::Deutsch (de)      |
|        | begin_repeat | child  | Kind                     |
|        | text         | called | Wie heisst es?           |
|        | date         | born   | Wann ist es geboren?     |
|        | begin_repeat | school | Schule                   |
|        | text         | where  | Welche?                  |
|        | end_repeat   |        |                          |
|        | end_repeat   |        |                          |
|        | text         | more   | Was noch?                |
| settings |            |        |                          |
|        | form_id      | version | default_language        |
|        | kinder       | 1      | Deutsch (de)             |
"""
ADD, ON, SKIP = "Ja, noch einer", "Nein, weiter", "Überspringen"


@pytest.fixture
async def her(store: Store) -> Somebody:
    """She has told of Ali, who goes to a school, and of Mia."""
    town = Town(store)
    await town.do(lambda session: opened_with(session, FORM, "kinder23"))
    one = await town.somebody("amal")
    await one.says("/survey kinder23")
    await one.presses("Einverstanden")
    for label, words in ((ADD, "Ali"), ("", "3.5.2015"), (ADD, "Nord"), (ON, ""), (ADD, "Mia")):
        if label:
            await one.presses(label)
        if words:
            await one.says(words)
    await one.presses(SKIP)
    await one.presses(ON)
    return one


async def test_rows_are_called_by_their_heading_and_first_answer(her: Somebody) -> None:
    assert her.sees("Kind 1: Ali")
    assert her.sees("Kind 2: Mia")


async def test_a_row_is_opened_again_and_gone_through(her: Somebody) -> None:
    assert "Kind 2: Mia" in await her.presses("Kind 2: Mia")
    assert "Bisher: Mia" in await her.presses("Ändern")
    assert "geboren" in await her.says("Amira")
    await her.says("1.2.2018")
    assert "bisher: 2" in await her.presses(ON)
    assert her.sees("Kind 2: Amira")


async def test_a_row_goes_only_when_she_is_sure(her: Somebody) -> None:
    await her.presses("Kind 1: Ali")
    assert "Soll „Kind 1: Ali“ mit allen Antworten" in await her.presses("Entfernen")
    assert "bisher: 2" in await her.presses("Weitermachen")
    await her.presses("Kind 1: Ali")
    await her.presses("Entfernen")
    said = await her.presses("Ja, entfernen")
    assert "entfernt" in said
    assert "bisher: 1" in said
    assert her.sees("Kind 1: Mia")


async def test_a_button_for_a_row_that_is_gone_does_nothing(her: Somebody) -> None:
    old = her.key("Kind 2: Mia").data.replace("svrow:", "svrdrop:") + ":1"
    await her.presses("Kind 1: Ali")
    await her.presses("Entfernen")
    await her.presses("Ja, entfernen")
    said = await her.does(Pressed(old, "7"))
    assert "früheren Frage" in said
    assert "bisher: 1" in said


async def test_rows_in_rows_are_changed_from_the_summary(her: Somebody) -> None:
    await her.presses(ON)
    said = await her.presses(SKIP)
    assert "Stimmt alles?" in said
    lines = [line for line in said.splitlines() if "Schule –" in line or "Kind –" in line]
    assert [line.partition(". ")[2] for line in lines] == ["Schule – 1", "Schule – 0", "Kind – 2"]
    await her.presses(lines[0].partition(".")[0])
    await her.presses("Schule 1: Nord")
    await her.presses("Entfernen")
    assert "bisher: 0" in await her.presses("Ja, entfernen")
    assert "Schule – 0" in await her.presses(ON)
