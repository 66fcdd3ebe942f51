"""Events as calendars read them, alone and among the town's deadlines."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from analysis.calendar import Deadline, Feed, written
from analysis.occasions import Occasion, alone

BERLIN = ZoneInfo("Europe/Berlin")
CHANGED = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)
FEAST = Occasion(
    "news-7-1",
    "مهرجان، الأحياء; معاً",
    datetime.fromisoformat("2026-12-05T16:00"),
    CHANGED,
    ends=datetime.fromisoformat("2026-12-05T19:30"),
    place="Rathaus, Saal 2",
    description="Musik.\nEssen.",
    url="https://lotse.example.org/news/7?lang=ar",
    language="ar",
    version=3,
)
DEADLINE = Deadline("measure-7", "SPR-01", date(2026, 12, 31), CHANGED)


def only(occasion: Occasion) -> Any:
    (found,) = Calendar.from_ical(alone(occasion, "lotse.example.org", BERLIN)).events
    return found


def test_words_come_back_as_they_were_in_their_language() -> None:
    found = only(FEAST)
    assert found["summary"] == FEAST.title
    assert found["summary"].params["LANGUAGE"] == "ar"
    assert (found["location"], found["description"]) == (FEAST.place, FEAST.description)
    assert found["url"] == FEAST.url


def test_it_begins_at_the_towns_hour_and_takes_its_time() -> None:
    found = only(FEAST)
    assert found["dtstart"].dt == datetime(2026, 12, 5, 16, tzinfo=BERLIN)
    assert found["dtend"].dt == datetime(2026, 12, 5, 19, 30, tzinfo=BERLIN)
    assert "transp" not in found
    assert "dtend" not in only(replace(FEAST, ends=None))


@pytest.mark.parametrize(("month", "hours"), [(6, 2), (12, 1)])
def test_the_rules_of_the_zone_come_along(month: int, hours: int) -> None:
    begins = FEAST.begins.replace(month=month)
    content = alone(replace(FEAST, begins=begins, ends=None), "x", BERLIN)
    (zone,) = Calendar.from_ical(content).timezones
    assert zone.to_tz(lookup_tzid=False).utcoffset(begins) == timedelta(hours=hours)


def test_a_change_is_the_same_event_anew_and_what_is_off_is_cancelled() -> None:
    found = only(replace(FEAST, is_cancelled=True, version=4))
    assert (found["uid"], found["sequence"]) == ("news-7-1@lotse.example.org", 3)
    assert (found["status"], found["last-modified"].dt) == ("CANCELLED", CHANGED)


def test_in_a_feed_events_stand_beside_deadlines() -> None:
    feed = Feed("Mittelstadt", "lotse.example.org", BERLIN, alarms=False)
    calendar = Calendar.from_ical(written(feed, (DEADLINE,), (FEAST,)))
    assert [str(one["summary"]) for one in calendar.events] == ["SPR-01", FEAST.title]
    assert len(calendar.walk("VTIMEZONE")) == 1


def test_events_are_no_tasks() -> None:
    feed = Feed("Mittelstadt", "lotse.example.org", BERLIN, tasks=True)
    calendar = Calendar.from_ical(written(feed, (DEADLINE,), (FEAST,)))
    assert (len(calendar.todos), len(calendar.events)) == (1, 0)
