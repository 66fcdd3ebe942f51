"""Hours mean the same to Lotse and to somebody who sits at the door and hears the clock tower."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.hours.reading import DEFAULT, read_closed, read_week
from analysis.hours.reckoning import (
    NeverOpen,
    after_working_hours,
    before_working_hours,
    is_open,
    next_opening,
    open_from,
    working_minutes_between,
)
from analysis.hours.week import WEEKDAYS, Interval, OfficeHours
from analysis.measures.workdays import Holidays
from tests.analysis.hours.living import A_DAY, BERLIN, DAYS, Door

THURINGIA = Holidays("DE-TH")
USUAL = OfficeHours(BERLIN, read_week(DEFAULT), THURINGIA, read_closed("12-24, 2027-05-07"))

SPRING, AUTUMN = date(2027, 3, 23), date(2027, 10, 26)
"""Easter and the change to summer time are one weekend in 2027; Reformationstag is the other's."""
CHRISTMAS, ASCENSION = date(2027, 12, 21), date(2027, 5, 1)
MARGIN = 2 * A_DAY

times = st.builds(time, st.sampled_from([0, 1, 2, 3, 9, 12, 23]), st.sampled_from([0, 15, 30]))
intervals = st.builds(Interval, times, times)
weeks = st.tuples(*[st.lists(intervals, max_size=2).map(tuple)] * WEEKDAYS).filter(any)
hours = st.builds(
    OfficeHours,
    st.just(BERLIN),
    st.one_of(weeks, st.just(USUAL.week)),
    st.just(THURINGIA),
    st.sampled_from([frozenset[str](), frozenset({"12-24", "2027-05-07", "2027-10-29"})]),
)
doors = st.builds(Door, hours, st.sampled_from([SPRING, AUTUMN, CHRISTMAS, ASCENSION]))
minutes = st.integers(MARGIN, (DAYS - 1) * A_DAY)


@given(doors, st.lists(minutes, min_size=1, max_size=20))
def test_it_is_open_when_the_door_is(door: Door, moments: list[int]) -> None:
    said = [is_open(door.hours, door.moment(one)) for one in moments]
    assert said == [bool(door.open[one]) for one in moments]


@given(doors, minutes)
def test_it_opens_next_when_the_door_does(door: Door, now: int) -> None:
    opened = door.open.find(b"\0\1", now)
    try:
        said = door.minute(next_opening(door.hours, door.moment(now)))
    except NeverOpen:
        said = len(door.open)
    if opened >= 0:
        assert said == opened + 1
    else:
        assert said >= len(door.open)


@given(doors, minutes, minutes)
def test_working_minutes_are_those_in_which_the_door_was_open(
    door: Door, first: int, last: int
) -> None:
    said = working_minutes_between(door.hours, door.moment(first), door.moment(last))
    assert said == sum(door.open[first:last])


@given(doors, minutes, st.integers(1, 40))
def test_working_hours_are_over_when_the_door_was_open_for_so_long(
    door: Door, start: int, quarters: int
) -> None:
    lived = [n for n in range(start, len(door.open)) if door.open[n]][: quarters * 15]
    if len(lived) == quarters * 15:
        said = after_working_hours(door.hours, door.moment(start), quarters / 4)
        assert door.minute(said) == lived[-1] + 1


@given(doors, minutes, st.integers(1, 40))
def test_who_waits_since_then_has_waited_for_so_many_working_hours(
    door: Door, end: int, quarters: int
) -> None:
    lived = [n for n in range(end) if door.open[n]][-quarters * 15 :]
    if len(lived) == quarters * 15:
        said = before_working_hours(door.hours, door.moment(end), quarters / 4)
        assert door.minute(said) == lived[0]


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN)


# (asked at, first moment at which somebody is there)
OPENINGS = {
    "now": ("2026-11-24 10:00", "2026-11-24 10:00"),
    "after lunch": ("2026-11-24 12:00", "2026-11-24 13:00"),
    "tomorrow": ("2026-11-24 16:00", "2026-11-25 09:00"),
    "after the weekend": ("2026-11-27 12:00", "2026-11-30 09:00"),
    "after a holiday": ("2026-12-31 16:30", "2027-01-04 09:00"),
    "after a closed day": ("2026-12-23 17:00", "2026-12-28 09:00"),
    "after the day after Ascension": ("2027-05-05 18:00", "2027-05-10 09:00"),
}


@pytest.mark.parametrize(("asked", "there"), OPENINGS.values(), ids=OPENINGS)
def test_when_somebody_is_there(asked: str, there: str) -> None:
    assert open_from(USUAL, wall(asked)) == wall(there)


@pytest.mark.parametrize(
    ("since", "hours", "until"),
    [
        ("2026-11-24 09:30", 1.0, "2026-11-24 10:30"),
        ("2026-11-24 11:30", 1.0, "2026-11-24 13:30"),
        ("2026-11-24 20:00", 6.0, "2026-11-25 16:00"),
        ("2026-11-26 15:00", 8.0, "2026-11-30 14:00"),
        ("2026-11-24 20:00", 0.0, "2026-11-24 20:00"),
    ],
)
def test_when_so_many_working_hours_are_over(since: str, hours: float, until: str) -> None:
    assert after_working_hours(USUAL, wall(since), hours) == wall(until)


def test_a_moment_may_come_from_another_zone() -> None:
    assert is_open(USUAL, wall("2026-11-24 10:00").astimezone(ZoneInfo("Asia/Tehran")))


def test_hours_that_touch_are_one_opening() -> None:
    through = OfficeHours(BERLIN, read_week("Mo 09:00-12:00,12:00-16:00"))
    assert next_opening(through, wall("2026-11-23 09:00")) == wall("2026-11-30 09:00")
    night = OfficeHours(BERLIN, read_week("Mo-Su 00:00-24:00"))
    assert is_open(night, wall("2026-11-23 00:00"))
    with pytest.raises(NeverOpen):
        next_opening(night, wall("2026-11-23 09:00"))


def test_nobody_waits_for_an_office_that_never_opens() -> None:
    never = OfficeHours(BERLIN, ((),) * WEEKDAYS)
    assert not is_open(never, wall("2026-11-23 09:00"))
    assert working_minutes_between(never, wall("2026-11-23 09:00"), wall("2027-11-23 09:00")) == 0
    for ask in (next_opening, open_from):
        with pytest.raises(NeverOpen):
            ask(never, wall("2026-11-23 09:00"))
    for reckon in (after_working_hours, before_working_hours):
        with pytest.raises(NeverOpen):
            reckon(never, wall("2026-11-23 09:00"), 1)


def test_it_may_be_long_until_it_opens() -> None:
    rare = OfficeHours(BERLIN, read_week("Sa 10:00-11:00"))
    assert after_working_hours(rare, wall("2026-11-23 09:00"), 200) == wall("2030-09-21 11:00")
