"""The hours of a card: the usual week, and what is different where and when."""

from dataclasses import replace
from datetime import date, time
from typing import Any
from zoneinfo import ZoneInfo

from analysis.hours.opening import Almanac
from analysis.hours.schedule import Schedule, weekly
from analysis.measures.workdays import Holidays
from bot.render_hours import lines
from handlers.offer_week import week
from models.offer import Offer, Organization, Place

TOWN = Almanac(ZoneInfo("Europe/Berlin"), Holidays("DE-TH"))
TODAY = date(2026, 11, 30)
OFFICE = (
    weekly(0, time(9), time(12)),
    weekly(1, time(9), time(12)),
    weekly(4, time(9), time(12)),
)
LEAVE = Schedule(
    instead=True,
    valid_from=date(2026, 12, 21),
    valid_to=date(2027, 1, 3),
    description="Betriebsferien",
)
LATE = Schedule("", time(18), time(20), valid_from=TODAY, valid_to=TODAY, instead=True)


def shown(*, full: bool = True, language: str = "en", **parts: Any) -> list[str]:
    offer = Offer(1, "1", Organization("Caritas"), {}, **parts)
    told = week(offer, TOWN, TODAY, language, full=full)
    each = [line for one in told for line in lines(one, language)]
    return [f"{line.label} {line.text}".strip() for line in each]


def test_the_usual_week() -> None:
    assert shown(schedules=OFFICE, full=False) == ["Mon–Tue 09:00–12:00", "Fri 09:00–12:00"]


def test_all_that_is_known() -> None:
    asked = Schedule("MO", time(14), time(24 - 1), by_appointment=True)
    first = Schedule("1SA", time(10), time(0), "MONTHLY")
    words = Schedule(description="im Advent nach Aushang")
    assert shown(schedules=(*OFFICE, asked, first, words, LEAVE, LATE)) == [
        "Mon 09:00–12:00 and 14:00–23:00 (by appointment only)",
        "Tue 09:00–12:00",
        "Fri 09:00–12:00",
        "Saturday, December 5, 2026: 10:00–24:00",
        "Monday, November 30, 2026: 18:00–20:00",
        "December 21, 2026 to January 3, 2027: closed (Betriebsferien)",
        "im Advent nach Aushang",
        "Closed on public holidays",
    ]


def test_in_a_list_only_what_is_different_this_week() -> None:
    assert shown(schedules=(*OFFICE, LEAVE, LATE), full=False) == [
        "Mon–Tue 09:00–12:00",
        "Fri 09:00–12:00",
        "Monday, November 30, 2026: 18:00–20:00",
    ]


def test_a_holiday_is_told_by_its_name() -> None:
    told = shown(schedules=OFFICE)
    assert "Friday, December 25, 2026: closed (Christmas Day)" in told
    told = shown(schedules=OFFICE, language="fa")
    assert any("Erster Weihnachtstag" in line for line in told)


def test_each_place_under_its_name() -> None:
    places = (Place("Nord", schedules=OFFICE[:1]), Place("Süd", schedules=OFFICE[1:2]))
    assert shown(places=places, open_on_holidays=True) == [
        *("Nord", "Mon 09:00–12:00"),
        *("Süd", "Tue 09:00–12:00"),
    ]
    assert shown(places=places[:1], full=False) == ["Mon 09:00–12:00"]


def test_until_when_hours_hold() -> None:
    soon = replace(OFFICE[0], valid_to=date(2026, 12, 10))
    following = replace(OFFICE[1], valid_from=date(2026, 12, 11))
    assert shown(schedules=(soon, following), open_on_holidays=True) == [
        *("Valid until December 10, 2026", "Mon 09:00–12:00"),
        *("Valid from December 11, 2026", "Tue 09:00–12:00"),
    ]
    assert shown(schedules=(soon,), open_on_holidays=True)[-1] == (
        "These hours are valid until December 10, 2026. They may be different after that."
    )


def test_day_and_night() -> None:
    always = tuple(weekly(day, time(), time()) for day in range(7))
    assert shown(schedules=always, open_on_holidays=True) == ["Open day and night"]
    assert shown() == []
