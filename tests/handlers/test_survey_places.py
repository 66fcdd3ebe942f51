"""Where somebody is: a district that she picks or writes, or a position that she sends."""

import pytest
from sqlalchemy import text

from models.base import Session
from models.store import Store
from models.turn import Sent
from tests.handlers.talking import Somebody, Town
from tests.surveying import opened_with

FORM = b"""
| survey |          |       |                               |
|        | type     | name  | label::Deutsch (de)           |
|        | geopoint | where | Wo fehlt eine Bank?           |
|        | text     | why   | Warum dort (${where})?        |
| settings |        |       |                               |
|        | form_id  | version | default_language            |
|        | bank     | 1     | Deutsch (de)                  |
"""
SENT = Sent("place", point="50.987 10.612")


@pytest.fixture
async def her(town: Store) -> Somebody:
    """She is asked where."""
    there = Town(town)
    await there.do(lambda session: opened_with(session, FORM, "bank2345"))
    one = await there.somebody("amal")
    await one.says("/survey bank2345")
    await one.presses("Einverstanden")
    return one


async def test_a_district_is_picked(her: Somebody) -> None:
    assert "Warum dort (Altstadt)?" in await her.presses("Altstadt")


async def test_or_written(her: Somebody) -> None:
    assert "Warum dort (Südstadt)?" in await her.says("südst")


async def test_a_position_is_rounded(her: Somebody) -> None:
    assert "Warum dort (50.99 10.61 0 0)?" in await her.does(SENT)


async def test_a_position_is_taken_only_where_one_is_asked_for(her: Somebody) -> None:
    await her.presses("Altstadt")
    assert "Warum dort" not in await her.does(SENT)
    assert "Wo fehlt eine Bank? – Altstadt" in await her.says("Darum")


async def test_nothing_finer_is_kept(her: Somebody) -> None:
    await her.does(SENT)

    def tables(session: Session) -> str:
        found = session.execute(text("SELECT * FROM draft")).all()
        return repr(found)

    assert "50.987" not in await her.town.ask(tables)
