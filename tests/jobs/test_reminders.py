"""Reminders: each rung once, at the hour at which its reader may be written to."""

from datetime import date

import pytest

from models.role import Role
from models.store import Store
from tests.jobs.reminding import Town, surroundings, words
from tests.models.measure_towns import absent


@pytest.fixture
def town(store: Store) -> Town:
    return Town(store)


CASES = [
    pytest.param(
        date(2027, 3, 28),  # Sunday, the clocks go forward: counts on Maundy Thursday? no: Easter
        [("2027-02-24", "before_30")],
        id="easter",
    ),
]


def test_a_ladder_is_climbed_rung_by_rung(town: Town) -> None:
    owner = town.somebody("Amt", department_id=None)
    town.somebody("Leitung", Role.MANAGER)
    town.measure("M1", responsible_id=owner, end=date(2026, 6, 30), end_precision="half_year")
    town.days("2026-05-28", "2026-08-05", "08:05")
    hers = [row for row in town.rows() if row.account_id == owner]
    assert [(f"{row.decided}", row.rung) for row in hers] == [
        ("2026-05-29", "before_30"),
        ("2026-06-16", "before_14"),
        ("2026-06-23", "before_7"),
        ("2026-06-29", "before_1"),
        ("2026-06-30", "due"),
        ("2026-07-01", "after_1"),
        ("2026-07-07", "after_7"),
        ("2026-07-14", "after_14"),
    ]
    assert [row.rung for row in town.rows() if row.state == "listed"] == ["after_30"]
    assert len(town.messages("Amt")) == 8
    assert len(town.messages("Leitung")) == 2
