"""When what repeats comes next, over clock changes and for rules that people get wrong."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.news.recurrence import (
    BadRule,
    checked,
    moment_of,
    moved_along,
    next_after,
    next_due,
    times,
)

BERLIN = ZoneInfo("Europe/Berlin")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def test_what_does_not_repeat_comes_once() -> None:
    first = at("2026-11-23 09:00")
    assert next_after(first, "", at("2026-11-22 00:00")) == first
    assert next_after(first, "", first) is None


def test_nine_stays_nine_over_both_clock_changes() -> None:
    autumn = next_due(
        at("2026-10-19 09:00"), "FREQ=WEEKLY", datetime(2026, 10, 24, tzinfo=UTC), BERLIN
    )
    spring = next_due(
        at("2026-03-22 09:00"), "FREQ=WEEKLY", datetime(2026, 3, 28, tzinfo=UTC), BERLIN
    )
    assert autumn == datetime(2026, 10, 26, 8, tzinfo=UTC)
    assert spring == datetime(2026, 3, 29, 7, tzinfo=UTC)


@pytest.mark.parametrize(
    ("wall", "moment"),
    [("2026-03-29 02:30", "2026-03-29 01:30"), ("2026-10-25 02:30", "2026-10-25 00:30")],
)
def test_a_wall_time_that_is_skipped_or_doubled_comes_once(wall: str, moment: str) -> None:
    first = at(wall) - timedelta(days=1)
    after = moment_of(first, BERLIN)
    due = next_due(first, "FREQ=DAILY", after, BERLIN)
    assert due == at(moment).replace(tzinfo=UTC)
    following = next_due(first, "FREQ=DAILY", due, BERLIN)
    assert following is not None
    assert following.astimezone(BERLIN).date() == at(wall).date() + timedelta(days=1)


@given(
    st.datetimes(at("2026-01-01 00:00"), at("2027-12-31 00:00")),
    st.sampled_from(["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,FR", "FREQ=MONTHLY;BYDAY=2TU"]),
    st.timedeltas(timedelta(0), timedelta(days=400)),
)
def test_the_next_is_the_first_that_is_later(first: datetime, rule: str, ahead: timedelta) -> None:
    after = moment_of(first, BERLIN) + ahead
    due = next_due(first, rule, after, BERLIN)
    assert due is not None
    assert due > after
    assert due.astimezone(BERLIN).time().minute == first.minute
    earlier = [moment_of(one, BERLIN) for one in islice(times(first, rule), 500)]
    assert due == min(one for one in earlier if one > after)


def test_a_rule_ends_by_its_count_and_by_its_last_day() -> None:
    first = at("2026-11-23 09:00")
    assert len(list(times(first, "FREQ=DAILY;COUNT=3"))) == 3
    assert len(list(times(first, "FREQ=DAILY;UNTIL=20261125T235959Z"))) == 3


@pytest.mark.parametrize(
    "rule", ["FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=2"]
)
def test_a_rule_that_never_comes_true_is_not_looked_for_until_the_year_9999(rule: str) -> None:
    assert list(times(at("2026-11-23 09:00"), rule)) == [at("2026-11-23 09:00")]


@pytest.mark.parametrize(
    "rule",
    [
        *(
            "FREQ=HOURLY",
            "FREQ=SECONDLY",
            "every day",
            "FREQ=DAILY;BYDAY=XX",
            "INTERVAL=2",
            "FREQ=",
        ),
        *("FREQ=DAILY;COUNT=x", "DTSTART:20260101T000000\nRRULE:FREQ=DAILY", "FREQ=WEEKLY;" * 40),
    ],
)
def test_what_is_no_rule_or_too_often_is_refused(rule: str) -> None:
    with pytest.raises(BadRule):
        checked(rule)


def test_a_rule_is_stored_in_one_spelling() -> None:
    assert checked(" rrule:freq=weekly;byday=mo ") == "FREQ=WEEKLY;BYDAY=MO"
    assert checked("") == ""


@given(st.text(max_size=40))
def test_no_text_breaks_it(text: str) -> None:
    with suppress(BadRule):
        checked(text)


def test_the_event_stays_as_long_after_its_news_as_the_first_one() -> None:
    begins, first = at("2026-11-28 18:00"), at("2026-11-23 09:00")
    assert moved_along(begins, first, at("2026-11-30 09:00")) == at("2026-12-05 18:00")
