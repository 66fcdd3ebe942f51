"""What indicators stand at: asked for by a reminder or on the card, typed, kept."""

from datetime import date, timedelta

import pytest
from sqlalchemy import insert, select

from models.answers import ChooseFigure, EnterFigure
from models.measure_parts import INDICATOR, VALUE
from models.role import Role
from models.store import Store
from tests.handlers.talking import Somebody, Town
from tests.handlers.test_reminders import TODAY, measure_of, now

END = date(2026, 9, 30)


@pytest.fixture
def there(store: Store) -> Town:
    return Town(store)


async def an_indicator(town: Town, measure: int, name: str) -> int:
    row = {"measure_id": measure, "name": name, "unit": "Personen", "target": 60, "position": 1}
    query = insert(INDICATOR).values(**row).returning(INDICATOR.c.id)
    return int(await town.do(lambda s: s.execute(query).scalar_one()))


async def values(town: Town) -> list[tuple[date, float]]:
    """Every value with its day."""
    query = select(VALUE.c.day, VALUE.c.value).order_by(VALUE.c.id)
    return [tuple(row) for row in await town.ask(lambda s: s.execute(query).all())]


async def an_owner(town: Town) -> tuple[Somebody, int]:
    owner = await town.somebody("Amt", Role.OWNER)
    return owner, await measure_of(town, owner)


async def test_a_value_is_typed_and_shown_as_it_was_understood(there: Town) -> None:
    owner, id = await an_owner(there)
    await an_indicator(there, id, "Teilnehmende")
    asked = await owner.presses(ChooseFigure(measure=id, day=END))
    assert "Welchen Wert hatte „Teilnehmende“ am 30. September 2026?" in asked
    assert "nicht verstanden" in await owner.says("ungefähr viele")
    said = await owner.says("1.234,5 Personen")
    assert "Notiert: „Teilnehmende“ 1234,5 Personen am 30. September 2026." in said
    assert await values(there) == [(END, 1234.5)]
    assert (await now(there, id)).last_news == TODAY


async def test_another_number_for_the_same_day_takes_its_place(there: Town) -> None:
    owner, id = await an_owner(there)
    await an_indicator(there, id, "Teilnehmende")
    await owner.presses(ChooseFigure(measure=id, day=END))
    await owner.says("12")
    await owner.presses("Zahl ändern")
    await owner.says("21")
    assert await values(there) == [(END, 21)]


async def test_of_several_one_is_chosen_and_then_the_next(there: Town) -> None:
    owner, id = await an_owner(there)
    for name in ("Teilnehmende", "Kurse"):
        await an_indicator(there, id, name)
    assert "Welche Kennzahl?" in await owner.presses(ChooseFigure(measure=id, day=END))
    assert "„Kurse“" in await owner.presses("Kurse")
    await owner.says("3")
    assert "Welche Kennzahl?" in await owner.presses("Weitere Kennzahl")


async def test_no_value_is_of_tomorrow(there: Town) -> None:
    owner, id = await an_owner(there)
    figure = await an_indicator(there, id, "Kurse")
    await owner.presses(EnterFigure(indicator=figure, day=TODAY + timedelta(days=9)))
    await owner.says("3")
    assert await values(there) == [(TODAY, 3)]


async def test_a_question_in_between_is_answered_and_the_number_is_still_awaited(
    there: Town,
) -> None:
    owner, id = await an_owner(there)
    await an_indicator(there, id, "Kurse")
    await owner.presses(ChooseFigure(measure=id, day=END))
    await owner.says("Wo gibt es einen Deutschkurs?")
    await owner.says("4")
    assert await values(there) == [(END, 4)]


async def test_the_card_leads_there(there: Town) -> None:
    owner, id = await an_owner(there)
    await an_indicator(there, id, "Kurse")
    await owner.says("/measures SPR-01")
    assert "„Kurse“" in await owner.presses("Kennzahl eintragen")


async def test_others_figures_are_not_hers(there: Town) -> None:
    _, id = await an_owner(there)
    figure = await an_indicator(there, id, "Kurse")
    other = await there.somebody("Jobcenter", Role.OWNER)
    for action in (ChooseFigure(measure=id, day=END), EnterFigure(indicator=figure, day=END)):
        assert "Welchen Wert" not in await other.presses(action)
        await other.says("99")
    assert await values(there) == []


@pytest.mark.parametrize("indicator", [0, 4711])
async def test_an_indicator_that_is_gone_is_said_kindly(there: Town, indicator: int) -> None:
    owner, _ = await an_owner(there)
    said = await owner.presses(EnterFigure(indicator=indicator, day=END))
    assert "nicht" in said
