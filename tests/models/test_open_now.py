"""Only what is known to be open for everybody who comes is open now."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from analysis.hours.opening import Almanac
from analysis.hours.schedule import Schedule, weekly
from analysis.measures.workdays import Holidays
from models.offer import Offer, Organization, Place
from models.open_now import OpenNow
from models.opening import best_state, hours_of, may_change

TOWN = Almanac(ZoneInfo("Europe/Berlin"), Holidays("DE-TH"))
MONDAY = datetime(2026, 11, 2, 10, 0, tzinfo=TOWN.zone)
EASTER_MONDAY = datetime(2027, 3, 29, 10, 0, tzinfo=TOWN.zone)
OPEN = (weekly(0, time(9), time(12)),)
LATER = (weekly(0, time(14), time(16)),)
HERE, THERE = Place("Haus Nord", schedules=OPEN), Place("Haus Süd", schedules=LATER)


def offer(id: int = 1, **parts: Any) -> Offer:
    return Offer(id, str(id), Organization("Caritas"), {}, **parts)


@pytest.mark.parametrize(
    ("parts", "opened"),
    [
        ({"schedules": OPEN}, True),
        ({"schedules": LATER}, False),
        ({}, False),
        ({"schedules": OPEN, "temporarily_closed": True}, False),
        ({"schedules": OPEN, "by_appointment": True}, False),
        ({"schedules": (replace(OPEN[0], by_appointment=True),)}, False),
        ({"places": (THERE, HERE)}, True),
        ({"places": (THERE, Place("Markt")), "schedules": OPEN}, True),
        ({"places": (THERE,), "schedules": OPEN}, False),
        ({"schedules": (Schedule(description="montags"),)}, False),
    ],
)
def test_open_now(parts: dict[str, Any], opened: bool) -> None:
    assert OpenNow([offer(**parts)]).ids(MONDAY, TOWN) == ({1} if opened else set())


def test_on_a_public_holiday_only_what_is_open_on_holidays() -> None:
    shelter = offer(2, schedules=OPEN, open_on_holidays=True)
    found = OpenNow([offer(schedules=OPEN), shelter])
    assert found.ids(MONDAY, TOWN) == {1, 2}
    assert found.ids(EASTER_MONDAY, TOWN) == {2}


def test_each_minute_is_looked_at_anew() -> None:
    found = OpenNow([offer(schedules=OPEN)])
    noon = MONDAY + timedelta(hours=2)
    said = [found.ids(noon - timedelta(seconds=late), TOWN) for late in (1, 0, 1)]
    assert said == [{1}, frozenset(), {1}]


def test_of_several_places_the_one_that_is_open_first_is_told() -> None:
    both = offer(places=(THERE, HERE))
    said, _, place = best_state(both, TOWN, MONDAY)
    assert (said.kind, place) == ("open", HERE)
    said, _, place = best_state(both, TOWN, MONDAY + timedelta(hours=2))
    assert (said.kind, place) == ("closed", THERE)
    assert best_state(offer(places=(HERE,)), TOWN, MONDAY)[2] is None


def test_hours_that_are_told_until_a_day_soon_may_change_then() -> None:
    last = date(2026, 11, 10)
    told = [replace(OPEN[0], valid_to=last)]

    def asked(*schedules: Schedule) -> date | None:
        return may_change(hours_of(offer(), schedules, TOWN), MONDAY.date())

    assert asked(*told) == last
    assert asked(*told, replace(OPEN[0], valid_from=date(2026, 11, 11))) is None
    assert asked(replace(OPEN[0], valid_to=date(2027, 6, 1))) is None
    assert asked(replace(OPEN[0], until=last)) is None
    assert asked() is None


def test_new_offers_stand_in_place_of_earlier_ones() -> None:
    earlier = OpenNow([offer(schedules=OPEN)])
    earlier.ids(MONDAY, TOWN)
    assert OpenNow([offer(2, schedules=OPEN)], earlier).ids(MONDAY, TOWN) == {2}
