"""The rhythm of reports: periods of the calendar, working days to answer, what is fresh enough."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.measures.point import months_after
from analysis.measures.rhythm import Figure, answer_by, asking, period_end, value_day
from analysis.measures.rungs import Priority, Rhythm, load_ladder
from analysis.measures.workdays import Holidays

THURINGIA = Holidays("DE-TH")
LADDER = load_ladder()
DAYS = st.dates(date(2026, 1, 1), date(2032, 12, 31))


@pytest.mark.parametrize(
    ("today", "months", "end"),
    [
        ("2027-01-01", 3, "2026-12-31"),
        ("2026-12-31", 3, "2026-09-30"),
        ("2027-04-01", 3, "2027-03-31"),
        ("2028-03-01", 1, "2028-02-29"),  # a leap year
        ("2027-03-01", 1, "2027-02-28"),
        ("2027-07-15", 6, "2027-06-30"),
        ("2027-06-30", 6, "2026-12-31"),
        ("2027-12-31", 12, "2026-12-31"),
        ("2028-01-01", 24, "2027-12-31"),
        ("2027-06-01", 24, "2025-12-31"),
    ],
)
def test_periods_are_those_of_the_calendar(today: str, months: int, end: str) -> None:
    assert period_end(date.fromisoformat(today), months) == date.fromisoformat(end)


@given(DAYS, st.integers(1, 24))
def test_a_period_that_is_over_is_the_newest_one(today: date, months: int) -> None:
    end = period_end(today, months)
    first = end + timedelta(days=1)
    assert end < today
    assert first.day == 1
    assert months_after(first, months) > today
    assert period_end(first, months) == end


@pytest.mark.parametrize(
    ("end", "first", "last"),
    [
        ("2026-12-31", "2027-01-04", "2027-01-15"),  # New Year and a weekend
        ("2027-03-31", "2027-04-01", "2027-04-14"),  # Easter is over, the clocks have changed
        ("2026-09-30", "2026-10-01", "2026-10-14"),  # German Unity Day is a Saturday
        ("2027-06-30", "2027-07-01", "2027-07-14"),
    ],
)
def test_there_are_ten_working_days_to_answer(end: str, first: str, last: str) -> None:
    over = date.fromisoformat(end)
    assert answer_by(over, LADDER.update, THURINGIA) == date.fromisoformat(last)
    for day, code in ((first, "update_1"), (last, "update_10")):
        today = date.fromisoformat(day)
        plan = asking(over, Priority.NORMAL, LADDER.update, THURINGIA, today)
        assert [rung.code for rung in plan.send] == [code]
    before = date.fromisoformat(first) - timedelta(days=1)
    assert asking(over, Priority.NORMAL, LADDER.update, THURINGIA, before).send == ()


@pytest.mark.parametrize(
    ("values", "target", "day"),
    [
        ((), None, "2026-12-31"),
        (("2026-06-30",), None, "2026-12-31"),
        (("2026-11-30",), None, "2026-12-31"),
        (("2026-12-01",), None, None),  # fresh enough
        (("2027-01-02",), None, None),
        (("2026-12-31",), "2027-01-10", None),  # fresh enough for its target too
        (("2026-12-01",), "2027-01-10", "2027-01-10"),
        ((), "2027-01-20", "2026-12-31"),  # its target still lies ahead
    ],
)
def test_the_day_for_which_a_value_is_missing(
    values: tuple[str, ...], target: str | None, day: str | None
) -> None:
    figure = Figure(
        tuple(map(date.fromisoformat, values)), date.fromisoformat(target) if target else None
    )
    found = value_day(figure, date(2027, 1, 15), LADDER.value)
    assert found == (date.fromisoformat(day) if day else None)


def test_without_rungs_nobody_is_asked() -> None:
    assert value_day(Figure(), date(2027, 1, 15), Rhythm()) is None


@given(DAYS, st.integers(0, 30))
def test_the_so_manyth_working_day_has_so_many_before_it(day: date, days: int) -> None:
    found = THURINGIA.workdays_after(day, days)
    between = [day + timedelta(days=n) for n in range(1, (found - day).days + 1)]
    assert sum(map(THURINGIA.is_workday, between)) == days
    assert days == 0 or THURINGIA.is_workday(found)
