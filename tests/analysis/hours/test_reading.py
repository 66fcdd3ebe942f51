"""Hours as somebody types them into a setting."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.hours.reading import DEFAULT, BadHours, read_closed, read_week
from analysis.hours.week import Interval


def shown(written: str) -> list[str]:
    return [
        " ".join(f"{one.opens:%H:%M}-{one.closes:%H:%M}" for one in day)
        for day in read_week(written)
    ]


LONG = "09:00-12:00 13:00-16:00"


@pytest.mark.parametrize(
    ("written", "week"),
    [
        (DEFAULT, [LONG] * 4 + ["09:00-12:00", "", ""]),
        ("mo-do 9:00-12:00, 13:00-16:00;fr 9:00-12:00;", [LONG] * 4 + ["09:00-12:00", "", ""]),
        ("Tu,Th 14:00-18:00", ["", "14:00-18:00", "", "14:00-18:00", "", "", ""]),
        ("Sa-Mo 10:00-11:00", ["10:00-11:00", "", "", "", "", "10:00-11:00", "10:00-11:00"]),
        ("Mo 13:00-16:00; Mo 09:00-12:00", [LONG, "", "", "", "", "", ""]),
        ("So 18:00-24:00", [""] * 6 + ["18:00-00:00"]),
    ],
)
def test_what_is_understood(written: str, week: list[str]) -> None:
    assert shown(written) == week


@pytest.mark.parametrize(
    ("written", "because"),
    [
        ("", "no hours at all"),
        ("Mo", "'mo'; expected something like"),
        ("Xy 09:00-12:00", "'xy' is no weekday"),
        ("Mo-Xy 09:00-12:00", "'xy' is no weekday"),
        ("Mo 09:00", "'09:00' are no hours"),
        ("Mo 25:00-26:00", "no clock shows 25:00"),
        ("Mo 24:00-25:00", "no clock shows 24:00"),
        ("Mo 12:00-09:00", "ends before it begins"),
        ("Mo 09:00-12:00; Mo-Fr 11:00-13:00", "hours that overlap, at 11:00"),
        ("Mo 18:00-24:00,19:00-20:00", "hours that overlap, at 19:00"),
    ],
)
def test_what_is_not_is_said(written: str, because: str) -> None:
    with pytest.raises(BadHours, match=because):
        read_week(written)


@given(st.text(alphabet="MoTuDiWeFr09:-,; \n", max_size=40))
def test_whatever_is_typed_is_a_week_or_is_refused(written: str) -> None:
    try:
        week = read_week(written)
    except BadHours:
        return
    assert len(week) == 7
    assert any(week)


def test_closed_days_are_of_one_year_or_of_every_one() -> None:
    assert read_closed("12-24, 2027-05-07,") == {"12-24", "2027-05-07"}
    assert read_closed("") == frozenset()
    for wrong in ("24.12.", "02-30", "2027-02-29", "2027"):
        with pytest.raises(BadHours, match="is no day"):
            read_closed(wrong)


def test_an_interval_that_ends_at_or_before_its_beginning_runs_into_the_next_day() -> None:
    assert Interval(time(22), time(2)).ends_next_day
    assert Interval(time(18), time()).ends_next_day
    assert not Interval(time(9), time(12)).ends_next_day
