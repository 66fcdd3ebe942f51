"""Schedules come on the days that somebody crosses out who reads them word for word."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from analysis.hours.rules import around_the_clock, computable, rule_of
from analysis.hours.schedule import DAYS, Schedule, weekly
from tests.analysis.hours.doorkeeping import crossed

NINE, NOON, MIDNIGHT = time(9), time(12), time()
FIRST = date(2026, 2, 1)
LAST = FIRST + timedelta(days=400)
SPECIFIED = Schedule("MO", NINE, NOON)


def at_nine(byday: str = "", freq: str = "WEEKLY", **rule: object) -> Schedule:
    return replace(Schedule(byday, NINE, NOON, freq), **rule)  # type: ignore[arg-type]


names = st.lists(st.sampled_from(DAYS), min_size=1, max_size=3, unique=True).map(",".join)
numbered = st.lists(
    st.builds("{}{}".format, st.sampled_from(["", 1, 2, 5, -1, -2]), st.sampled_from(DAYS)),
    min_size=1,
    max_size=2,
).map(",".join)
starts = st.dates(FIRST - timedelta(days=90), FIRST + timedelta(days=60))
ends = st.none() | st.dates(FIRST + timedelta(days=60), LAST)
anchored = {
    "dtstart": starts,
    "interval": st.integers(1, 4),
    "count": st.none() | st.integers(1, 12),
    "until": ends,
    "valid_from": st.none() | starts,
    "valid_to": ends,
}
rules = st.one_of(
    st.builds(at_nine, names, valid_from=st.none() | starts, valid_to=ends, until=ends),
    st.builds(at_nine, st.just("") | names, wkst=st.sampled_from(["", "MO", "SU"]), **anchored),
    st.builds(at_nine, st.just("") | names, st.just("DAILY"), **anchored),
    st.builds(at_nine, numbered, st.just("MONTHLY"), valid_to=ends),
    st.builds(
        at_nine,
        st.just("") | numbered,
        st.just("MONTHLY"),
        bymonthday=st.sampled_from(["", "1", "15,-1", "31"]),
        **anchored,
    ),
    st.builds(at_nine, st.just(""), st.just(""), dtstart=starts),
)


@given(rules)
@settings(max_examples=60)
@example(at_nine("MO,1MO,-1TH", "MONTHLY"))
@example(at_nine("MO", interval=2, dtstart=date(2025, 12, 17), wkst="SU"))
def test_it_holds_on_the_days_that_are_crossed_out(schedule: Schedule) -> None:
    rule = rule_of(schedule)
    assert rule is not None
    days = [FIRST + timedelta(days=n) for n in range(401)]
    assert {day for day in days if rule.holds(day)} == crossed(schedule, FIRST, LAST)


def test_every_second_week_goes_on_over_the_years() -> None:
    old = at_nine("TU", interval=2, dtstart=date(1996, 1, 2))
    rule = rule_of(old)
    tuesdays = [date(2026, 12, 22) + timedelta(days=7 * n) for n in range(4)]
    assert rule is not None
    weeks = [(day - date(1996, 1, 2)).days // 7 for day in tuesdays]
    assert [rule.holds(day) for day in tuesdays] == [week % 2 == 0 for week in weeks]


@pytest.mark.parametrize(
    ("schedule", "days"),
    [
        (at_nine(freq="YEARLY", dtstart=date(2020, 5, 4)), ["2026-05-04"]),
        (at_nine("TU", "YEARLY", byweekno="20"), ["2026-05-12"]),
        (at_nine(freq="YEARLY", byyearday="1,-1"), ["2026-01-01", "2026-12-31"]),
        (at_nine("1MO,-1FR", "YEARLY"), ["2026-01-05", "2026-12-25"]),
    ],
)
def test_what_comes_once_a_year(schedule: Schedule, days: list[str]) -> None:
    rule = rule_of(schedule)
    year = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]
    assert rule is not None
    assert [str(day) for day in year if rule.holds(day)] == days


@pytest.mark.parametrize(
    "schedule",
    [
        pytest.param(
            at_nine("MO", byweekno="3", bymonthday="5"), id="weeks of the year in a weekly rule"
        ),
        pytest.param(at_nine("MO", byweekno="20"), id="a week of the year, weekly"),
        pytest.param(at_nine("MO", "MONTHLY", byyearday="7"), id="a day of the year, monthly"),
        pytest.param(at_nine("1SA"), id="a first Saturday of each week"),
        pytest.param(at_nine("6SA", "MONTHLY"), id="a sixth Saturday"),
        pytest.param(at_nine("0SA", "MONTHLY"), id="a Saturday that comes before the first"),
        pytest.param(at_nine("1MO", "YEARLY", byweekno="2"), id="a numbered day in a week"),
        pytest.param(at_nine("Montag"), id="a day in words"),
        pytest.param(at_nine("MO", wkst="Mo"), id="a week that begins with no day"),
        pytest.param(at_nine(bymonthday="32", freq="MONTHLY"), id="no such day"),
        pytest.param(at_nine(bymonthday="first", freq="MONTHLY"), id="a number in words"),
        pytest.param(at_nine("MO", interval=2), id="every second week, from nobody knows when"),
        pytest.param(at_nine("MO", count=3), id="three times, from nobody knows when"),
        pytest.param(at_nine("MO", interval=0), id="never again and again"),
        pytest.param(at_nine("MO", count=0), id="not once"),
        pytest.param(at_nine("MO", "FORTNIGHTLY"), id="no word of the standard"),
        pytest.param(at_nine(), id="no days"),
        pytest.param(at_nine(freq="MONTHLY"), id="monthly, nobody knows on which day"),
        pytest.param(at_nine(valid_from=FIRST, valid_to=LAST), id="some days of a year"),
        pytest.param(at_nine("MO", valid_from=LAST, valid_to=FIRST), id="valid until before from"),
        pytest.param(at_nine("MO", closes_at=None), id="no end"),
        pytest.param(at_nine("MO", opens_at=None), id="no beginning"),
        pytest.param(at_nine("MO", closes_at=NINE), id="closes when it opens"),
        pytest.param(Schedule("MO", description="nach Absprache"), id="only words"),
        pytest.param(Schedule(), id="nothing"),
    ],
)
def test_what_cannot_be_reckoned_is_not_guessed(schedule: Schedule) -> None:
    assert not computable(schedule)


@pytest.mark.parametrize(
    "schedule",
    [
        at_nine("mo, th"),
        at_nine(freq="", dtstart=FIRST),
        at_nine("MO", freq=""),
        at_nine(freq="DAILY"),
        at_nine(valid_from=FIRST, valid_to=FIRST),
        Schedule(instead=True, valid_from=FIRST, valid_to=LAST),
        Schedule("SA", instead=True),
        Schedule(instead=True, freq="", dtstart=FIRST),
    ],
)
def test_what_can(schedule: Schedule) -> None:
    assert computable(schedule)


def test_day_and_night() -> None:
    whole = tuple(weekly(day, MIDNIGHT, MIDNIGHT) for day in range(7))
    assert around_the_clock(whole)
    assert around_the_clock((at_nine(freq="DAILY", opens_at=MIDNIGHT, closes_at=time(23, 59)),))
    assert around_the_clock((*whole, SPECIFIED))
    assert not around_the_clock(whole[1:])
    assert not around_the_clock(())
    assert not around_the_clock(tuple(replace(one, by_appointment=True) for one in whole))
    assert not around_the_clock(tuple(replace(one, instead=True) for one in whole))
    halves = [replace(one, valid_to=LAST) for one in whole[:3]]
    assert not around_the_clock((*halves, *whole[3:]))
