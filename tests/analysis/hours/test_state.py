"""What is said at a moment is what the door did, in every minute in which clocks are changed."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.hours.opening import OpeningHours
from analysis.hours.schedule import DAYS, Schedule, weekly
from analysis.hours.state import OpenState, is_open, state
from analysis.measures.workdays import Holidays
from tests.analysis.hours.doorkeeping import OfferDoor
from tests.analysis.hours.living import A_DAY, BERLIN
from tests.analysis.minutes import EASTER, FIXED, MOVED

THURINGIA = Holidays("DE-TH")
MIDNIGHT = time()
LONG = timedelta(days=7)
CHANGES = [date(2026, 3, 27), date(2026, 10, 23), date(2027, 3, 26), date(2027, 10, 29)]
"""Fridays before the weekends on which the clocks are changed."""

FREE_DAYS = [
    *(date(2027, *day) for day in FIXED),
    *(EASTER[2027] + timedelta(days=after) for after in MOVED),
]
RICH = (
    *(weekly(day, time(9), time(12)) for day in range(5)),
    Schedule("TU,TH", time(13), time(18)),
    Schedule("FR,SA", time(20), time(2, 30)),
    Schedule("SU", time(2, 15), time(2, 45)),
    Schedule("SU", time(2, 30), time(4)),
    Schedule("1SU,-1SU", time(10), time(11), "MONTHLY"),
    Schedule("MO", time(14), time(15), interval=2, dtstart=date(2026, 1, 5)),
    Schedule("WE", time(15), time(16), by_appointment=True),
    Schedule(instead=True, valid_from=date(2027, 12, 27), valid_to=date(2027, 12, 27)),
    Schedule("", time(10), time(11), valid_from=date(2027, 10, 3), valid_to=date(2027, 10, 3)),
)


def hours(*schedules: Schedule, holidays: bool = True) -> OpeningHours:
    return OpeningHours(schedules, BERLIN, THURINGIA, open_on_holidays=not holidays)


def agrees(shop: OpeningHours, door: OfferDoor, minute: int) -> None:
    """Open or not, until when, and when next, as far as these days go."""
    at, known = door.moment(minute), door.open.find(b"\0", minute)
    said = state(shop, at)
    assert (said.kind == "open") is bool(door.open[minute]), at
    if said.kind != "open":
        following = door.open.find(b"\1", minute)
        expected = door.moment(following) if following >= 0 else None
        assert _utc(said.next_opening) == expected or (expected is None and _is_late(said, door))
    elif known >= 0:
        until = door.moment(known)
        assert _utc(said.until) == (until if until - at <= LONG else None)


def _utc(moment: datetime | None) -> datetime | None:
    """Moments in the hour that comes twice equal none in another zone (PEP 495)."""
    return moment and moment.astimezone(UTC)


def _is_late(said: OpenState, door: OfferDoor) -> bool:
    return said.next_opening is None or door.minute(said.next_opening) >= len(door.open)


@pytest.mark.parametrize("friday", CHANGES, ids=str)
def test_every_minute_of_a_weekend_on_which_clocks_are_changed(friday: date) -> None:
    door, shop = OfferDoor(RICH, friday, holidays=True), hours(*RICH)
    weekend = range(A_DAY, 3 * A_DAY)
    open_in = [is_open(shop, door.moment(minute)) for minute in weekend]
    assert open_in == [bool(one) for one in door.open[A_DAY : 3 * A_DAY]]
    assert 0 < sum(open_in) < len(open_in)
    for minute in weekend[::7]:
        agrees(shop, door, minute)


@pytest.mark.parametrize("free", FREE_DAYS, ids=str)
def test_every_minute_of_a_public_holiday(free: date) -> None:
    door, shop = OfferDoor(RICH, free - timedelta(days=1), holidays=True), hours(*RICH)
    day = range(A_DAY, 2 * A_DAY)
    open_in = [is_open(shop, door.moment(minute)) for minute in day]
    assert open_in == [bool(one) for one in door.open[A_DAY : 2 * A_DAY]]
    for minute in day[::60]:
        agrees(shop, door, minute)


times = st.builds(time, st.sampled_from([0, 1, 2, 3, 9, 12, 23]), st.sampled_from([0, 15, 30]))
weeklies = st.builds(
    Schedule,
    st.lists(st.sampled_from(DAYS), min_size=1, max_size=3, unique=True).map(",".join),
    times,
    times,
    by_appointment=st.sampled_from([False, False, True]),
    valid_to=st.sampled_from([None, None, date(2026, 10, 25), date(2027, 3, 27)]),
)
days_near = st.sampled_from([day + timedelta(days=n) for day in CHANGES for n in range(6)])
exceptions = st.builds(
    lambda day, opens, closes: Schedule(
        "", opens, closes, valid_from=day, valid_to=day, instead=True
    ),
    days_near,
    times,
    times,
)
closings = st.builds(
    lambda day: Schedule(valid_from=day, valid_to=day, instead=True),
    days_near,
)
schedules = st.lists(
    st.one_of(weeklies, exceptions, closings).filter(
        lambda one: one.opens_at is None or one.opens_at != one.closes_at
    ),
    min_size=1,
    max_size=5,
    unique=True,
)


@given(
    schedules,
    st.sampled_from(CHANGES),
    st.booleans(),
    st.lists(st.integers(A_DAY, 4 * A_DAY), min_size=1, max_size=15),
)
@settings(max_examples=60)
def test_whatever_the_schedules_the_door_agrees(
    written: list[Schedule], friday: date, holidays: bool, minutes: list[int]
) -> None:
    door = OfferDoor(written, friday, holidays=holidays)
    shop = hours(*written, holidays=holidays)
    for minute in minutes:
        assert is_open(shop, door.moment(minute)) is bool(door.open[minute])
        agrees(shop, door, minute)
