"""Feeds as calendars read them: by the library that wrote them, and by one that did not."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from analysis.calendar import Deadline, Feed, Standing, written

BERLIN = ZoneInfo("Europe/Berlin")
FEED = Feed("Meine Fristen in Mittelstadt", "lotse.example.org", BERLIN)
CHANGED = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)
MEASURE = Deadline(
    "measure-7",
    "SPR-01 Sprachcafés in allen Stadtteilen aufbauen",
    date(2026, 12, 31),
    CHANGED,
    version=3,
    standing=Standing.BEGUN,
    category="Deutsch, Sprache",
    description="Drei Cafés; jede Woche.\nOffen für alle.",
    url="https://lotse.example.org/?start=measure_7",
    percent=40,
)
CALL = Deadline("measure-8", "F-01 Antrag stellen", date(2027, 7, 1), CHANGED, time(12))


def parsed(feed: Feed, *deadlines: Deadline) -> Any:
    return Calendar.from_ical(written(feed, deadlines))


def event(deadline: Deadline, feed: Feed = FEED) -> Any:
    (found,) = parsed(feed, deadline).events
    return found


def task(deadline: Deadline) -> Any:
    (found,) = parsed(replace(FEED, tasks=True), deadline).todos
    return found


def by_another(feed: Feed, *deadlines: Deadline) -> Any:
    """As vobject reads it, which has a parser of its own."""
    return vobject.readOne(written(feed, deadlines).decode())


def lines(feed: Feed, *deadlines: Deadline) -> list[bytes]:
    content = written(feed, deadlines)
    assert content.endswith(b"\r\n")
    return content.split(b"\r\n")[:-1]


def test_a_deadline_is_a_whole_day_that_blocks_nobody() -> None:
    found = event(MEASURE)
    assert (found["dtstart"].dt, found["dtend"].dt) == (date(2026, 12, 31), date(2027, 1, 1))
    assert found["dtstart"].params["VALUE"] == "DATE"
    assert (found["transp"], found["status"]) == ("TRANSPARENT", "CONFIRMED")


def test_an_event_is_known_again_and_says_when_it_changed() -> None:
    found = event(MEASURE)
    assert found["uid"] == "measure-7@lotse.example.org"
    assert found["sequence"] == 2
    assert found["last-modified"].dt == found["dtstamp"].dt == CHANGED


def test_words_come_back_as_they_were() -> None:
    found = event(MEASURE)
    assert found["summary"] == MEASURE.title
    assert found["description"] == MEASURE.description
    assert found["categories"].cats == [MEASURE.category]
    assert found["url"] == MEASURE.url


def test_another_library_reads_the_same() -> None:
    found = by_another(FEED, MEASURE, CALL)
    measure, call = found.vevent_list
    assert (measure.dtstart.value, measure.dtend.value) == (date(2026, 12, 31), date(2027, 1, 1))
    assert (measure.summary.value, measure.uid.value) == (
        MEASURE.title,
        "measure-7@lotse.example.org",
    )
    assert measure.description.value == MEASURE.description
    assert measure.categories.value == [MEASURE.category]
    assert measure.valarm.trigger.value == timedelta(days=-7)
    assert call.dtstart.value.astimezone(UTC) == datetime(2027, 7, 1, 10, tzinfo=UTC)


@pytest.mark.parametrize(("month", "hour"), [(1, 11), (7, 10)])
def test_an_hour_is_the_towns_by_rules_that_the_feed_brings_along(month: int, hour: int) -> None:
    call = replace(CALL, day=date(2027, month, 1))
    (zone,) = parsed(FEED, call).timezones
    assert zone["tzid"] == "Europe/Berlin"
    assert event(call)["dtstart"].dt == datetime(2027, month, 1, 12, tzinfo=BERLIN)
    assert "dtend" not in event(call)
    start = by_another(FEED, call).vevent.dtstart.value
    assert start.astimezone(UTC) == datetime(2027, month, 1, hour, tzinfo=UTC)


def test_without_an_hour_there_is_no_zone() -> None:
    assert parsed(FEED, MEASURE).timezones == []


def test_calendars_are_told_how_often_to_look() -> None:
    found = parsed(FEED, MEASURE)
    assert found["refresh-interval"].dt == timedelta(hours=12)
    assert found["refresh-interval"].params["VALUE"] == "DURATION"
    assert b"X-PUBLISHED-TTL:PT12H" in lines(FEED, MEASURE)
    assert found["x-wr-calname"] == found["name"] == FEED.name


@pytest.mark.parametrize(
    ("standing", "event_status", "task_status"),
    [
        (Standing.PROPOSED, "TENTATIVE", "NEEDS-ACTION"),
        (Standing.AHEAD, "CONFIRMED", "NEEDS-ACTION"),
        (Standing.BEGUN, "CONFIRMED", "IN-PROCESS"),
        (Standing.DONE, "CONFIRMED", "COMPLETED"),
        (Standing.CANCELLED, "CANCELLED", "CANCELLED"),
    ],
)
def test_how_far_it_is(standing: Standing, event_status: str, task_status: str) -> None:
    deadline = replace(MEASURE, standing=standing)
    assert event(deadline)["status"] == event_status
    assert task(deadline)["status"] == task_status


def test_a_week_before_what_is_open_calendars_warn() -> None:
    (alarm,) = event(MEASURE).walk("VALARM")
    assert (alarm["trigger"].dt, alarm["action"]) == (timedelta(days=-7), "DISPLAY")
    assert alarm["description"] == MEASURE.title


@pytest.mark.parametrize("standing", [Standing.DONE, Standing.CANCELLED])
def test_nobody_is_warned_of_what_is_over(standing: Standing) -> None:
    assert event(replace(MEASURE, standing=standing)).walk("VALARM") == []


def test_a_feed_may_leave_warnings_out() -> None:
    assert event(MEASURE, replace(FEED, alarms=False)).walk("VALARM") == []


def test_a_task_is_due_on_the_day_and_warns_before_its_end() -> None:
    found = task(MEASURE)
    assert found["due"].dt == date(2026, 12, 31)
    assert found["due"].params["VALUE"] == "DATE"
    assert (found["percent-complete"], found["uid"]) == (40, "measure-7@lotse.example.org")
    (alarm,) = found.walk("VALARM")
    assert alarm["trigger"].params["RELATED"] == "END"


def test_what_is_done_is_done_entirely() -> None:
    assert task(replace(MEASURE, standing=Standing.DONE))["percent-complete"] == 100
    assert "percent-complete" not in task(replace(MEASURE, percent=None))


def test_another_library_reads_tasks_too() -> None:
    found = by_another(replace(FEED, tasks=True), MEASURE, CALL)
    assert [x.due.value.strftime("%d.%m. %H:%M") for x in found.vtodo_list] == [
        "31.12. 00:00",
        "01.07. 12:00",
    ]


def test_a_feed_may_be_empty() -> None:
    assert parsed(FEED).events == []


@given(st.text(), st.text())
def test_any_words_survive_and_no_line_is_too_long(title: str, description: str) -> None:
    deadline = replace(MEASURE, title=title, description=description)
    for line in lines(FEED, deadline):
        assert len(line) <= 75
        line.decode()  # no letter is cut in two
        assert all(octet >= 32 or octet == 9 for octet in line)
    assert event(deadline)["summary"] == readable(title)
    assert event(deadline).get("description", "") == readable(description)
    assert by_another(FEED, deadline).vevent.summary.value == readable(title)


def readable(text: str) -> str:
    """A text without what may not stand in a calendar."""
    plain = text.replace("\r\n", "\n")
    return "".join(" " if is_control(letter) else letter for letter in plain).strip()


def is_control(letter: str) -> bool:
    return (letter < " " and letter not in "\t\n") or "\x7f" <= letter <= "\x9f"
