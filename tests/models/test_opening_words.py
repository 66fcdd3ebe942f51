"""Whether it is open is said so that nobody goes there in vain."""

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from analysis.hours.opening import Almanac
from analysis.hours.schedule import Schedule, weekly
from analysis.measures.workdays import Holidays
from bot.words import words
from models.offer import Offer, Organization, Place
from models.opening_words import state_words

TOWN = Almanac(ZoneInfo("Europe/Berlin"), Holidays("DE-TH"))
OFFICE = (weekly(0, time(9), time(12)), weekly(0, time(13), time(16)), weekly(1, time(9), time(12)))
BAR = (weekly(4, time(20), time(2)), weekly(5, time(20), time(0)))
ASKED = Schedule("MO", time(14), time(16), by_appointment=True)
SHUT = Schedule(instead=True, valid_from=date(2026, 11, 2), valid_to=date(2026, 11, 2))
ALWAYS = tuple(weekly(day, time(), time()) for day in range(7))
MONDAY, EASTER = "2026-11-02 10:00", "2027-03-29 10:00"
NORTH = Place("Haus Nord", schedules=OFFICE)


def said(language: str, at: str, **parts: Any) -> str:
    offer = Offer(1, "1", Organization("Caritas"), parts.pop("texts", {}), **parts)
    now = datetime.fromisoformat(at).replace(tzinfo=TOWN.zone)
    found = state_words(offer, TOWN, now, language)
    return words(found, language) if found else ""


@pytest.mark.parametrize(
    ("at", "parts", "expected"),
    [
        (MONDAY, {"schedules": OFFICE}, "Open until 12:00"),
        ("2026-11-02 12:30", {"schedules": OFFICE}, "Opens today at 13:00"),
        ("2026-11-02 16:00", {"schedules": OFFICE}, "Opens on Tuesday at 09:00"),
        ("2026-11-03 12:00", {"schedules": OFFICE}, "Opens on Monday at 09:00"),
        (MONDAY, {"schedules": OFFICE[:1]}, "Open until 12:00"),
        (
            "2026-11-02 12:00",
            {"schedules": OFFICE[:1]},
            "Opens on Monday, November 9, 2026 at 09:00",
        ),
        ("2026-11-06 21:00", {"schedules": BAR}, "Open until 02:00"),
        ("2026-11-07 21:00", {"schedules": BAR}, "Open until 24:00"),
        ("2026-11-01 03:00", {"schedules": ALWAYS[:3]}, "Opens on Monday at 00:00"),
        (MONDAY, {"schedules": ALWAYS[:2]}, "Open until Wednesday, 00:00"),
        (EASTER, {"schedules": ALWAYS, "open_on_holidays": True}, "Open day and night"),
        (
            EASTER,
            {"schedules": OFFICE},
            "Closed today because of a public holiday (Easter Monday). Opens on Tuesday at 09:00",
        ),
        (
            MONDAY,
            {"schedules": (*OFFICE, SHUT)},
            "Closed today, unlike usual. Opens on Tuesday at 09:00",
        ),
        (MONDAY, {"schedules": OFFICE, "temporarily_closed": True}, "Temporarily closed"),
        (
            MONDAY,
            {"schedules": OFFICE, "by_appointment": True},
            "Now by appointment only, until 12:00",
        ),
        (MONDAY, {"by_appointment": True}, "By appointment"),
        ("2026-11-02 15:00", {"schedules": (ASKED,)}, "Now by appointment only, until 16:00"),
        (MONDAY, {"schedules": (ASKED,)}, "By appointment"),
        (
            MONDAY,
            {"places": (NORTH, Place("Haus Süd", schedules=(ASKED,)))},
            "Haus Nord: Open until 12:00",
        ),
        (MONDAY, {"places": (NORTH,)}, "Open until 12:00"),
        (
            MONDAY,
            {"places": (Place("Markt"),)},
            "We do not know the opening hours. Please ask before you go.",
        ),
        (MONDAY, {"places": (Place("Markt"),), "texts": {"de": {"hours_note": "mittags"}}}, ""),
        (MONDAY, {"places": (Place("Markt"),), "kind": "page"}, ""),
        (MONDAY, {"online": True}, ""),
        (
            MONDAY,
            {"schedules": (replace(OFFICE[0], valid_to=date(2026, 10, 1)),)},
            "The opening hours may have changed. Please ask before you go.",
        ),
        (
            MONDAY,
            {"schedules": (Schedule(description="samstags im Advent"),)},
            "See the hours below to find out when it is open",
        ),
        (
            MONDAY,
            {"schedules": (replace(OFFICE[0], freq="", byday="", dtstart=date(2026, 10, 1)),)},
            "No further times are known",
        ),
    ],
)
def test_how_it_is_now(at: str, parts: dict[str, Any], expected: str) -> None:
    assert said("en", at, **parts) == expected


def test_a_holiday_has_its_german_name_where_it_has_no_other() -> None:
    assert "Ostermontag" in said("ar", EASTER, schedules=OFFICE)
    assert "Великодній понеділок" in said("uk", EASTER, schedules=OFFICE)
    assert said("de", EASTER, schedules=OFFICE).startswith("Heute ist ein Feiertag (Ostermontag)")
