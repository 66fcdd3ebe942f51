"""Opening hours on the town's clock, also when the clock is changed."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.hours.schedule import DAYS, Schedule, weekly
from models.hours import by_day, is_open, next_opening
from models.imports.opening_hours import parse
from models.turn import Hours

TOWN = ZoneInfo("Europe/Berlin")
MONDAY = datetime(2026, 11, 2, tzinfo=TOWN)
OFFICE = parse("Mo 09:00-12:00, 13:00-16:00; Di 09:00-12:00")
BAR = parse("Fr 20:00-02:00; Sa 20:00-24:00")


def at(text: str, fold: int = 0) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=TOWN, fold=fold)


@pytest.mark.parametrize(
    ("local", "opened"),
    {
        "2026-11-02 08:59": False,
        "2026-11-02 09:00": True,
        "2026-11-02 11:59": True,
        "2026-11-02 12:00": False,
        "2026-11-02 13:30": True,
        "2026-11-03 13:30": False,
        "2026-11-04 10:00": False,
    }.items(),
)
def test_an_office(local: str, opened: bool) -> None:
    assert is_open(OFFICE, at(local)) is opened


@pytest.mark.parametrize(
    ("local", "opened"),
    {
        "2026-11-06 19:59": False,
        "2026-11-06 23:59": True,
        "2026-11-07 01:59": True,
        "2026-11-07 02:00": False,
        "2026-11-07 23:59": True,
        "2026-11-08 00:00": False,
        "2026-11-06 01:00": False,
    }.items(),
)
def test_hours_run_over_midnight(local: str, opened: bool) -> None:
    assert is_open(BAR, at(local)) is opened


@pytest.mark.parametrize(
    ("local", "opens"),
    {
        "2026-11-02 07:00": "2026-11-02 09:00",
        "2026-11-02 12:30": "2026-11-02 13:00",
        "2026-11-02 17:00": "2026-11-03 09:00",
        "2026-11-03 12:00": "2026-11-09 09:00",
    }.items(),
)
def test_the_next_opening(local: str, opens: str) -> None:
    assert next_opening(OFFICE, at(local)) == at(opens)


def test_an_opening_a_whole_week_away_is_the_last_one_looked_for() -> None:
    only = parse("Mo 09:00-12:00")
    assert next_opening(only, at("2026-11-02 09:00")) == at("2026-11-09 09:00")


def test_round_the_clock_is_always_open() -> None:
    always = parse("täglich 00:00-24:00")
    assert all(is_open(always, MONDAY + timedelta(minutes=17 * n)) for n in range(700))


def test_nobody_said_is_not_known_to_be_open_and_opens_at_no_time() -> None:
    assert not is_open((), MONDAY)
    assert next_opening((), MONDAY) is None
    assert by_day(()) == ()


def test_the_week_of_a_card() -> None:
    assert by_day(parse("Sa 20:00-24:00; Mo 13-16, 9-12")) == (
        Hours(0, (("09:00", "12:00"), ("13:00", "16:00"))),
        Hours(5, (("20:00", "24:00"),)),
    )


def test_a_wall_time_keeps_its_hour_over_both_changes() -> None:
    daily = parse("So 10:00-12:00")
    assert str(next_opening(daily, at("2026-03-28 22:00"))) == "2026-03-29 10:00:00+02:00"
    assert str(next_opening(daily, at("2026-10-24 22:00"))) == "2026-10-25 10:00:00+01:00"


def test_in_the_hour_that_comes_twice_it_opens_twice() -> None:
    night = parse("So 02:30-02:45")
    first = next_opening(night, at("2026-10-25 01:00"))
    assert str(first) == "2026-10-25 02:30:00+02:00"
    second = next_opening(night, at("2026-10-25 02:50"))
    assert str(second) == "2026-10-25 02:30:00+01:00"
    assert next_opening(night, at("2026-10-25 02:50", fold=1)) == at("2026-11-01 02:30")


def test_in_the_hour_that_is_left_out_it_opens_as_much_later() -> None:
    night = parse("So 02:30-05:00")
    assert str(next_opening(night, at("2026-03-29 01:00"))) == "2026-03-29 03:30:00+02:00"
    gone = parse("So 02:30-02:45")
    assert next_opening(gone, at("2026-03-29 01:00")) is None


STEP = timedelta(minutes=15)
QUARTERS = st.integers(0, 95).map(lambda n: time(n // 4, n % 4 * 15))
NIGHT = (time(2), time(3))


def by_day_or_evening(span: Schedule) -> bool:
    """Not in the hour that the clock changes, which has its own examples above."""
    assert span.opens_at is not None
    assert span.closes_at is not None
    over_midnight = span.closes_at <= span.opens_at
    if span.byday == DAYS[5]:
        return not over_midnight or span.closes_at <= NIGHT[0]
    return span.byday != DAYS[6] or span.opens_at >= NIGHT[1]


SPANS = st.builds(weekly, st.integers(0, 6), QUARTERS, QUARTERS).filter(by_day_or_evening)
WEEKS = st.lists(SPANS, min_size=1, max_size=5).map(tuple)
CHANGES = st.sampled_from(
    [datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC)]
)
MOMENTS = st.builds(
    lambda change, steps: (change + steps * STEP).astimezone(TOWN),
    CHANGES,
    st.integers(-800, 100),
)


@given(WEEKS, MOMENTS)
def test_the_next_opening_is_the_first_moment_at_which_it_is_open(
    week: tuple[Schedule, ...], local: datetime
) -> None:
    if is_open(week, local):
        return
    instant = local.astimezone(UTC)
    later = ((instant + n * STEP).astimezone(TOWN) for n in range(1, 7 * 96 + 10))
    first = next(moment for moment in later if is_open(week, moment))
    found = next_opening(week, local)
    if found is None:
        assert first.replace(tzinfo=None) > local.replace(tzinfo=None) + timedelta(days=7)
    else:
        assert found.astimezone(UTC) == first.astimezone(UTC)


@given(WEEKS, MOMENTS)
def test_an_opening_is_later_and_open_on_a_naive_clock_too(
    week: tuple[Schedule, ...], local: datetime
) -> None:
    naive = local.replace(tzinfo=None)
    found = next_opening(week, naive)
    assert found is not None
    assert naive < found <= naive + timedelta(days=7)
    assert is_open(week, found)
