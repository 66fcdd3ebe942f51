"""On which days and at which hours people are reminded."""

from datetime import date, timedelta
from typing import Any

import pytest

from models.role import Role
from models.store import Store
from tests.jobs.reminding import HALF_YEAR, Town, surroundings, wall

NEAR = {"before_1", "due", "after_1"}
CALENDAR = [
    pytest.param(
        {"end": date(2026, 10, 26)},
        [("2026-10-23", "before_1"), ("2026-10-26", "due"), ("2026-10-27", "after_1")],
        id="the night before, the clocks went back",
    ),
    pytest.param(
        {"end": date(2027, 3, 29)},
        [("2027-03-24", "before_1"), ("2027-03-25", "due"), ("2027-03-30", "after_1")],
        id="Easter Monday, and the clocks went forward on Sunday",
    ),
    pytest.param(
        {"end": date(2026, 11, 1)},
        [("2026-10-29", "before_1"), ("2026-10-30", "due"), ("2026-11-02", "after_1")],
        id="a Sunday after Reformation Day counts on Friday",
    ),
    pytest.param(
        {"end": date(2026, 11, 1), "statutory": True},
        [("2026-10-30", "due"), ("2026-11-02", "after_1")],
        id="a date from outside stays on Sunday, and its warnings come on Friday",
    ),
    pytest.param(
        {"end": date(2028, 2, 29), "end_precision": "month"},
        [("2028-02-28", "before_1"), ("2028-02-29", "due"), ("2028-03-01", "after_1")],
        id="the last of February of a leap year",
    ),
    pytest.param(
        {"end": date(2026, 12, 31), "end_precision": "year"},
        [("2026-12-30", "before_1"), ("2026-12-31", "due"), ("2027-01-04", "after_1")],
        id="the end of a year: New Year is free, and a weekend follows",
    ),
    pytest.param(
        {"end": date(2027, 5, 27)},
        [("2027-05-26", "before_1"), ("2027-05-27", "due"), ("2027-05-28", "after_1")],
        id="Corpus Christi where it is no holiday",
    ),
]


@pytest.fixture
def town(store: Store) -> Town:
    return Town(store)


def test_a_ladder_is_climbed_rung_by_rung(town: Town) -> None:
    owner = town.somebody("Amt")
    town.somebody("Leitung", Role.MANAGER)
    town.measure("M1", responsible_id=owner, **HALF_YEAR)
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


@pytest.mark.parametrize(("measure", "sent"), CALENDAR)
def test_days_of_the_calendar(
    town: Town, measure: dict[str, Any], sent: list[tuple[str, str]]
) -> None:
    town.measure("M1", responsible_id=town.somebody("Amt"), **{"end_precision": "day"} | measure)
    around = measure["end"] - timedelta(days=6), measure["end"] + timedelta(days=6)
    town.days(*map(str, around))
    assert [pair for pair in town.sent() if pair[1] in NEAR] == sent
    assert len(town.messages()) == len(town.sent())


def test_corpus_christi_in_a_catholic_place(store: Store) -> None:
    town = Town(store, surroundings(catholic=True))
    town.measure(
        "M1", responsible_id=town.somebody("Amt"), end=date(2027, 5, 27), end_precision="day"
    )
    town.days("2027-05-24", "2027-05-31")
    assert town.sent() == [
        ("2027-05-25", "before_1"),
        ("2027-05-26", "due"),
        ("2027-05-28", "after_1"),
    ]


@pytest.mark.parametrize(
    ("hour", "moment", "messages"),
    [
        (None, "2026-06-30 07:59", 0),
        (None, "2026-06-30 08:00", 1),
        (None, "2026-06-30 19:59", 1),
        (None, "2026-06-30 20:00", 0),
        (15, "2026-06-30 14:59", 0),
        (15, "2026-06-30 15:00", 1),
        (15, "2026-06-30 15:59", 1),
        (15, "2026-06-30 16:00", 0),
    ],
)
def test_quiet_hours_and_ones_own_hour(
    town: Town, hour: int | None, moment: str, messages: int
) -> None:
    town.measure("M1", responsible_id=town.somebody("Amt", hour=hour), **HALF_YEAR)
    assert town.tick(moment) == messages


@pytest.mark.parametrize(
    ("moment", "sent"),
    [
        ("2026-06-18 09:00", ["before_14"]),
        ("2026-06-25 09:00", ["before_7"]),
        ("2026-06-28 09:00", []),  # a Sunday
        ("2026-07-03 09:00", ["after_1"]),
        ("2026-07-09 09:00", ["after_7"]),
        ("2026-07-14 09:00", ["after_14"]),
    ],
)
def test_after_a_breakdown_the_latest_rung_is_sent_once(
    town: Town, moment: str, sent: list[str]
) -> None:
    town.measure("M1", responsible_id=town.somebody("Amt"), **HALF_YEAR)
    town.tick(moment)
    town.tick(wall(moment) + timedelta(minutes=5))
    assert [rung for _, rung in town.sent()] == sent
    assert len(town.messages()) == len(sent)


def test_after_a_long_breakdown_what_is_too_late_is_skipped(town: Town) -> None:
    town.measure("M1", responsible_id=town.somebody("Amt"), **HALF_YEAR)
    town.tick("2026-10-01 09:00")
    assert {row.state for row in town.rows()} == {"skipped"}
    assert len(town.rows()) == 9
