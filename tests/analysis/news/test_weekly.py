"""When a weekly digest goes out, and how long it takes until news have left."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from analysis.news.pace import duration
from analysis.news.weekly import Weekly, day_in_week, last_before

BERLIN = ZoneInfo("Europe/Berlin")
FRIDAY = date(2026, 11, 27)


def test_it_comes_on_friday_at_ten() -> None:
    before = datetime(2026, 11, 27, 9, 59, tzinfo=BERLIN)
    assert last_before(before, Weekly(), open_days) == datetime(2026, 11, 20, 9, tzinfo=UTC)
    at = before + timedelta(minutes=1)
    assert last_before(at, Weekly(), open_days) == datetime(2026, 11, 27, 9, tzinfo=UTC)


def open_days(day: date) -> bool:
    return day.weekday() < 5


def test_on_a_free_friday_it_comes_the_working_day_before() -> None:
    free = {FRIDAY, FRIDAY - timedelta(days=1)}
    found = day_in_week(FRIDAY, Weekly(), lambda day: open_days(day) and day not in free)
    assert found == FRIDAY - timedelta(days=2)


def test_a_free_week_has_none() -> None:
    week = range(20, 31)
    found = day_in_week(FRIDAY, Weekly(), lambda day: day.day not in week)
    assert found is None
    assert last_before(datetime(2026, 11, 27, 12, tzinfo=BERLIN), Weekly(), lambda _: False) is None


@pytest.mark.parametrize(
    ("counts", "seconds"),
    [
        ({}, 0),
        ({"telegram": 30}, 1),
        ({"telegram": 31}, 2),
        ({"telegram": 300, "mail": 100}, 20),
        ({"dove": 7}, 7),
    ],
)
def test_the_slowest_channel_says_how_long_it_takes(counts: dict[str, int], seconds: int) -> None:
    assert duration(counts) == timedelta(seconds=seconds)
