"""When something may go out, across clock changes, holidays and ends of months."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.measures.sending_time import (
    MONDAY_TO_SATURDAY,
    SendingRules,
    days_later,
    moment,
    next_slot,
)
from analysis.measures.workdays import Holidays
from tests.analysis.minutes import MINUTES, Walk

BERLIN = ZoneInfo("Europe/Berlin")
THURINGIA = Holidays("DE-TH")
EVERY_DAY = frozenset(range(7))

STAFF = SendingRules(BERLIN, THURINGIA)
EVERYONE = SendingRules(BERLIN, THURINGIA, MONDAY_TO_SATURDAY)
ALWAYS = SendingRules(BERLIN, None, EVERY_DAY, time(), time())
NIGHTS = SendingRules(BERLIN, None, EVERY_DAY, quiet_from=time(20), quiet_until=time(2, 30))
NOON = SendingRules(BERLIN, None, EVERY_DAY, quiet_from=time(12), quiet_until=time(14))
TO_MIDNIGHT = SendingRules(BERLIN, None, EVERY_DAY, quiet_from=time(), quiet_until=time(8))

# (rules, own hour, now, first moment): wall times with the offset that holds then
TABLE = {
    "at once": (STAFF, None, "2027-06-16 09:30:15+02:00", "2027-06-16 09:30:15+02:00"),
    "first minute": (STAFF, None, "2027-06-16 08:00+02:00", "2027-06-16 08:00+02:00"),
    "before it": (STAFF, None, "2027-06-16 07:59:59+02:00", "2027-06-16 08:00+02:00"),
    "last second": (STAFF, None, "2027-06-16 19:59:59+02:00", "2027-06-16 19:59:59+02:00"),
    "quiet hours begin": (STAFF, None, "2027-06-16 20:00+02:00", "2027-06-17 08:00+02:00"),
    "now in another zone": (STAFF, None, "2027-06-16 18:00+00:00", "2027-06-17 08:00+02:00"),
    "over the weekend": (STAFF, None, "2027-06-18 20:00+02:00", "2027-06-21 08:00+02:00"),
    "Saturday for everyone": (EVERYONE, None, "2027-06-18 20:00+02:00", "2027-06-19 08:00+02:00"),
    "Sunday for nobody": (EVERYONE, None, "2027-06-20 12:00+02:00", "2027-06-21 08:00+02:00"),
    "end of a month": (STAFF, None, "2027-06-30 21:00+02:00", "2027-07-01 08:00+02:00"),
    "end of a year": (STAFF, None, "2026-12-31 20:00+01:00", "2027-01-04 08:00+01:00"),
    "leap day": (STAFF, None, "2028-02-28 23:00+01:00", "2028-02-29 08:00+01:00"),
    "no leap day": (STAFF, None, "2027-02-28 23:00+01:00", "2027-03-01 08:00+01:00"),
    "Easter": (STAFF, None, "2027-03-25 20:30+01:00", "2027-03-30 08:00+02:00"),
    "Easter Saturday": (EVERYONE, None, "2027-03-25 20:30+01:00", "2027-03-27 08:00+01:00"),
    "Children's Day": (STAFF, None, "2027-09-17 20:00+02:00", "2027-09-21 08:00+02:00"),
    "Christmas": (EVERYONE, None, "2027-12-24 20:00+01:00", "2027-12-27 08:00+01:00"),
    "to summer time": (EVERYONE, None, "2026-03-28 20:00+01:00", "2026-03-30 08:00+02:00"),
    "to winter time": (STAFF, None, "2026-10-23 20:00+02:00", "2026-10-26 08:00+01:00"),
    "own hour": (STAFF, 17, "2027-06-16 09:30+02:00", "2027-06-16 17:00+02:00"),
    "within it": (STAFF, 17, "2027-06-16 17:59:59+02:00", "2027-06-16 17:59:59+02:00"),
    "after it": (STAFF, 17, "2027-06-16 18:00+02:00", "2027-06-17 17:00+02:00"),
    "own late hour": (STAFF, 22, "2027-06-16 20:30+02:00", "2027-06-16 22:00+02:00"),
    "own hour before midnight": (STAFF, 23, "2027-06-17 00:00+02:00", "2027-06-17 23:00+02:00"),
    "own hour at midnight": (STAFF, 0, "2027-06-18 00:59+02:00", "2027-06-18 00:59+02:00"),
    "own hour, weekend": (STAFF, 7, "2027-06-18 08:00+02:00", "2027-06-21 07:00+02:00"),
    "own hour across summer time": (STAFF, 9, "2026-03-27 10:00+01:00", "2026-03-30 09:00+02:00"),
    "own hour across winter time": (STAFF, 9, "2026-10-23 10:00+02:00", "2026-10-26 09:00+01:00"),
    "own hour skipped": (ALWAYS, 2, "2026-03-29 00:00+01:00", "2026-03-29 03:00+02:00"),
    "within a skipped one": (ALWAYS, 2, "2026-03-29 03:40+02:00", "2026-03-29 03:40+02:00"),
    "after a skipped one": (ALWAYS, 2, "2026-03-29 04:00+02:00", "2026-03-30 02:00+02:00"),
    "own hour doubled": (ALWAYS, 2, "2026-10-25 00:00+02:00", "2026-10-25 02:00+02:00"),
    "the first of both": (ALWAYS, 2, "2026-10-25 02:59+02:00", "2026-10-25 02:59+02:00"),
    "not the second of both": (ALWAYS, 2, "2026-10-25 02:00+01:00", "2026-10-26 02:00+01:00"),
    "quiet end skipped": (NIGHTS, None, "2026-03-29 00:00+01:00", "2026-03-29 03:30+02:00"),
    "quiet end doubled": (NIGHTS, None, "2026-10-25 00:00+02:00", "2026-10-25 02:30+02:00"),
    "quiet no more": (NIGHTS, None, "2026-10-25 02:00+01:00", "2026-10-25 02:00+01:00"),
    "quiet at noon": (NOON, None, "2027-06-16 12:00+02:00", "2027-06-16 14:00+02:00"),
    "not at night then": (NOON, None, "2027-06-16 23:59+02:00", "2027-06-16 23:59+02:00"),
    "quiet from midnight": (TO_MIDNIGHT, None, "2027-06-17 00:00+02:00", "2027-06-17 08:00+02:00"),
    "not before it": (TO_MIDNIGHT, None, "2027-06-16 23:59+02:00", "2027-06-16 23:59+02:00"),
    "no rules": (ALWAYS, None, "2027-01-01 00:00+01:00", "2027-01-01 00:00+01:00"),
}


@pytest.mark.parametrize(("rules", "hour", "now", "slot"), TABLE.values(), ids=TABLE)
def test_the_next_slot(rules: SendingRules, hour: int | None, now: str, slot: str) -> None:
    found = next_slot(datetime.fromisoformat(now), rules, hour)
    wanted = datetime.fromisoformat(slot)
    assert found.astimezone(UTC) == wanted.astimezone(UTC)
    assert found.replace(tzinfo=None) == wanted.replace(tzinfo=None)  # the town's wall time
    assert found.tzinfo is BERLIN


DAYS_LATER = [
    ("2026-03-27 09:00+01:00", 3, "2026-03-30 09:00+02:00"),  # 71 hours
    ("2026-10-23 09:00+02:00", 3, "2026-10-26 09:00+01:00"),  # 73 hours
    ("2026-03-28 02:30+01:00", 1, "2026-03-29 03:30+02:00"),  # skipped
    ("2026-10-24 02:30+02:00", 1, "2026-10-25 02:30+02:00"),  # doubled: the first
    ("2026-10-25 02:30+01:00", 1, "2026-10-26 02:30+01:00"),  # from the second
    ("2028-02-28 12:00+01:00", 1, "2028-02-29 12:00+01:00"),
    ("2027-01-31 12:00+01:00", 31, "2027-03-03 12:00+01:00"),
    ("2026-03-30 09:00+02:00", -3, "2026-03-27 09:00+01:00"),
]


@pytest.mark.parametrize(("now", "days", "later"), DAYS_LATER)
def test_days_later_it_is_as_late_on_the_clock(now: str, days: int, later: str) -> None:
    found = days_later(datetime.fromisoformat(now), days, BERLIN)
    assert found.isoformat(" ", "minutes") == later


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a zone"):
        next_slot(datetime(2027, 6, 16, 9), STAFF)  # noqa: DTZ001


@pytest.mark.parametrize("hour", [-1, 24])
def test_an_hour_that_no_clock_has_is_refused(hour: int) -> None:
    with pytest.raises(ValueError, match="hour"):
        next_slot(datetime(2027, 6, 16, 9, tzinfo=UTC), STAFF, hour)


def test_rules_that_leave_no_weekday_are_refused() -> None:
    with pytest.raises(ValueError, match="weekday"):
        SendingRules(BERLIN, weekdays=frozenset())


ZONES = st.sampled_from(
    ["Europe/Berlin", "Australia/Lord_Howe"]
)  # the latter changes by 30 minutes
WALLS = st.sampled_from([time(), time(2), time(2, 30), time(7), time(8), time(12), time(20)])
RULES = st.builds(
    SendingRules,
    ZONES.map(ZoneInfo),
    st.sampled_from([None, THURINGIA]),
    st.sets(st.integers(0, 6), min_size=1).map(frozenset),
    WALLS,
    WALLS,
)
HOURS = st.none() | st.sampled_from([0, 1, 2, 3, 9, 17, 23])
NOW = st.integers(24 * 60, MINUTES - 60 * 24 * 60)
CHANGES = [date(2027, 3, 28), date(2027, 10, 31), date(2027, 4, 4), date(2027, 10, 3)]


@settings(max_examples=8, deadline=None)
@given(RULES, HOURS, st.lists(NOW, min_size=50, max_size=50), st.integers(0, 59))
def test_it_is_what_one_finds_who_lives_through_every_minute_of_two_years(
    rules: SendingRules, hour: int | None, minutes: list[int], seconds: int
) -> None:
    walk = Walk(rules, hour)
    begin = datetime.fromtimestamp(walk.clock.begin, UTC)
    drawn = [begin + timedelta(minutes=n, seconds=seconds) for n in minutes]
    for now in (*drawn, *around_changes(rules.zone)):
        assert next_slot(now, rules, hour).astimezone(UTC) == walk.first_from(now)


def around_changes(zone: ZoneInfo) -> list[datetime]:
    """Every quarter of an hour of the nights in which clocks change."""
    midnights = [moment(day, time(), zone) for day in CHANGES]
    return [night + timedelta(minutes=15 * n) for night in midnights for n in range(-8, 24)]
