"""Surveys answered with form controls, as the door takes what comes from them."""

from collections.abc import Mapping
from datetime import timedelta

import pytest

from bot.message import Control, Field
from handlers.survey_buttons import FillIn
from models.store import Store
from models.turn import Filled, Pressed, Sender, Turn
from tests.handlers.talking import Somebody, Town
from tests.surveying import opened, opened_with_controls

AGREE = "Einverstanden, beginnen"
LETTERS, FORMS, TALKS = (f"/ease/{name}" for name in ("letters", "forms", "talks"))
GRID = {LETTERS: ("easy",), FORMS: ("easy",), TALKS: ("hard",)}


@pytest.fixture
def there(sqlite_store: Store) -> Town:
    """A town; what is asked here does not depend on the kind of database."""
    return Town(sqlite_store)


async def begun(town: Town, channel: str = "web") -> Somebody:
    """Somebody before the day."""
    await town.do(opened_with_controls)
    one = Somebody(town, Sender(channel, "4711", "de"))
    await one.says("/language de")
    await one.says("/survey bedarf24")
    await one.presses(AGREE)
    return one


def field(one: Somebody) -> Field:
    """The form in her last message."""
    assert one.message is not None
    assert one.message.field is not None
    return one.message.field


def control(one: Somebody) -> Control:
    """The only control of it."""
    (found,) = field(one).controls
    return found


def keys(one: Somebody) -> list[str]:
    """The buttons beside it."""
    return [key.label for row in field(one).keys for key in row]


async def fills(one: Somebody, values: Mapping[str, tuple[str, ...]]) -> str:
    """Fill in her last form and send it."""
    return await one.does(Filled(field(one).data, values, "7"))


async def at_the_grid(town: Town) -> Somebody:
    """Somebody before the page with three rows."""
    one = await begun(town)
    await fills(one, {"/since": ("2026-11-03",)})
    await fills(one, {"/content": ("7",)})
    return one


async def summary(one: Somebody) -> str:
    """Everything that is stored, once the rest is left out."""
    while (said := await one.presses("Überspringen")) and "Stimmt alles?" not in said:
        pass
    return said


async def test_a_field_says_what_can_be_entered_and_what_stays_to_press(there: Town) -> None:
    one = await begun(there)
    assert (control(one).kind, control(one).label.text) == ("date", "Seit wann leben Sie hier?")
    assert keys(one) == ["Überspringen", "Andere Sprache", "Pause"]
    assert one.sees("Früher")  # the calendar, for those who draw none
    await fills(one, {"/since": ("2026-11-03",)})
    assert (control(one).kind, control(one).bounds) == ("slider", ("0", "10", "1"))
    await one.presses("Zurück")
    assert control(one).value == ("2026-11-03",)


async def test_a_whole_grid_is_stored_row_by_row(there: Town) -> None:
    one = await at_the_grid(there)
    assert control(one).label.text == "Wie leicht ist das?"
    assert [line.text for line in field(one).text or ()] == ["22 % geschafft", "Im Alltag"]
    assert "Was brauchen Sie?" in await fills(one, GRID)
    said = await summary(one)
    for line in ("Briefe verstehen – Leicht", "Formulare ausfüllen – Leicht", "sprechen – Schwer"):
        assert line in said
    assert "Seit wann leben Sie hier? – 3. November 2026" in said
    assert "Wie zufrieden sind Sie? – 7" in said


async def test_what_is_refused_is_asked_alone_with_what_was_tried(there: Town) -> None:
    one = await at_the_grid(there)
    said = await fills(one, {**GRID, FORMS: ("hard",)})
    assert said.startswith("Hier geht nur leicht.")
    assert "Formulare ausfüllen" in said
    assert one.message is not None
    assert one.message.field is None  # two buttons are quicker than a form
    assert "Was brauchen Sie?" in await one.presses("Leicht")
    said = await summary(one)
    assert "Briefe verstehen – Leicht" in said
    assert "Im Amt sprechen – Schwer" in said


async def test_a_refused_entry_is_there_to_be_corrected(there: Town) -> None:
    one = await begun(there)
    assert "Bitte ein Tag bis heute." in await fills(one, {"/since": ("2027-01-01",)})
    assert control(one).value == ("2027-01-01",)
    assert "Bitte ein Tag bis heute." in await fills(one, {"/since": ("2026-02-30",)})
    assert "Wie zufrieden" in await fills(one, {"/since": ("2026-11-03",)})


async def test_rows_left_out_are_left_out_unless_one_is_required(there: Town) -> None:
    one = await at_the_grid(there)
    assert "Überspringen" not in keys(one)
    assert "Hier brauche ich eine Antwort." in await fills(one, {LETTERS: ("easy",)})
    assert "Was brauchen Sie?" in await one.presses("Leicht")
    assert "Im Amt sprechen – ohne Antwort" in await summary(one)


async def test_back_leads_out_of_a_page_at_once(there: Town) -> None:
    one = await at_the_grid(there)
    await fills(one, GRID)
    await one.presses("Zurück")
    assert [row.value for row in control(one).rows] == [("easy",), ("easy",), ("hard",)]
    assert "Seit wann" not in (back := await one.does(pressed(one, "Zurück")))
    assert "Wie zufrieden sind Sie?" in back


def pressed(one: Somebody, label: str) -> Pressed:
    """A press of a button beside the form."""
    (key,) = [key for row in field(one).keys for key in row if label == key.label]
    return Pressed(key.data, "8")


async def test_another_language_shows_the_same_page(there: Town) -> None:
    one = await at_the_grid(there)
    await one.presses("Andere Sprache")
    await one.presses("العربية")
    assert control(one).rows[0].label.text == "فهم الرسائل"
    assert "ماذا تحتاج؟" in await fills(one, GRID)


async def test_a_field_of_an_older_question_is_no_answer(there: Town) -> None:
    one = await begun(there)
    old = field(one).data
    await fills(one, {"/since": ("2026-11-03",)})
    said = await one.does(Filled(old, {"/since": ("2026-11-04",)}, "7"))
    assert "früheren Frage" in said
    assert "Wie zufrieden sind Sie?" in said
    assert "Seit wann leben Sie hier? – 3. November 2026" in await to_summary_from_grid(one)


async def to_summary_from_grid(one: Somebody) -> str:
    """Past the slider and the grid to the end."""
    await one.presses("Überspringen")
    await fills(one, GRID)
    return await summary(one)


@pytest.mark.parametrize(
    "values",
    [{"/since": ("2026-11-03",), "/ease/letters": ("easy",)}, {"/nothing": ("1",)}, {"": ()}],
)
async def test_what_the_form_never_had_is_refused_as_a_whole(
    there: Town, values: Mapping[str, tuple[str, ...]]
) -> None:
    one = await begun(there)
    assert "früheren Frage" in await fills(one, values)
    assert control(one).value == ()


async def test_a_choice_that_is_not_offered_is_refused(there: Town) -> None:
    one = await at_the_grid(there)
    assert "steht nicht zur Wahl" in await fills(one, {**GRID, LETTERS: ("perhaps",)})


@pytest.mark.parametrize("data", ["", "svfill", "svfill:x:y", "svpick:1:abc:0", "open:help"])
async def test_only_a_field_can_be_filled_in(there: Town, data: str) -> None:
    one = await begun(there)
    said = await one.does(Filled(data, {"/since": ("2026-11-03",)}, "7"))
    assert "nicht mehr aktuell" in said


async def test_nobody_fills_in_what_she_has_not_begun(there: Town) -> None:
    survey = await there.do(opened)
    one = await there.somebody("amal")
    action = FillIn(survey=survey, ask="00000000").pack()
    assert "noch nicht begonnen" in await one.does(Filled(action, {}, "7"))


async def test_an_emergency_in_a_field_comes_first_and_is_not_kept(there: Town) -> None:
    one = await at_the_grid(there)
    await fills(one, GRID)
    for _ in range(3):
        await one.presses("Überspringen")
    assert control(one).kind == "lines"
    said = await fills(one, {"/words": ("Mein Mann schlägt mich",)})
    assert "110" in said
    assert control(one).value == ()


async def test_a_form_sent_twice_counts_once(there: Town) -> None:
    one = await begun(there)
    first = Filled(field(one).data, {"/since": ("2026-11-03",)}, "7")
    await one.does(first)
    at_once = Turn(one.sender, first, there.clock() + timedelta(seconds=1))
    assert await there.door.converse(at_once) is None


@pytest.mark.parametrize("channel", ["telegram", "terminal"])
async def test_who_draws_no_form_gets_none(there: Town, channel: str) -> None:
    one = await begun(there, channel)
    assert one.message is not None
    assert one.message.field is None
    assert one.sees("Früher")
