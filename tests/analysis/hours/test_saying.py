"""What there is to say about hours at a moment, case by case."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from analysis.hours.opening import OpeningHours
from analysis.hours.schedule import Schedule, weekly
from analysis.hours.state import OpenState, is_open, state
from analysis.measures.workdays import Holidays
from tests.analysis.hours.living import BERLIN

THURINGIA = Holidays("DE-TH")
MIDNIGHT = time()


def hours(*schedules: Schedule, holidays: bool = True) -> OpeningHours:
    return OpeningHours(schedules, BERLIN, THURINGIA, open_on_holidays=not holidays)


def wall(text: str, fold: int = 0) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN, fold=fold)


OFFICE = (weekly(0, time(9), time(12)), weekly(0, time(13), time(16)), weekly(1, time(9), time(12)))
TOLD = replace(OFFICE[0], valid_to=date(2026, 10, 31))
ASKED = Schedule("WE", time(14), time(16), by_appointment=True)
SHUT = Schedule(instead=True, valid_from=date(2026, 11, 2), valid_to=date(2026, 11, 3))
MONDAY = "2026-11-02 10:00"


@pytest.mark.parametrize(
    ("written", "at", "said"),
    [
        (OFFICE, MONDAY, OpenState("open", wall("2026-11-02 12:00"))),
        (OFFICE, "2026-11-02 12:00", OpenState("closed", None, wall("2026-11-02 13:00"))),
        (OFFICE, "2026-11-03 12:00", OpenState("closed", None, wall("2026-11-09 09:00"))),
        ((), MONDAY, OpenState("unknown")),
        ((Schedule(description="samstags im Advent"),), MONDAY, OpenState("text")),
        ((Schedule("MO"),), MONDAY, OpenState("unknown")),
        ((TOLD,), MONDAY, OpenState("unknown")),
        (
            (Schedule("", time(9), time(10), "", dtstart=date(2026, 10, 1)),),
            MONDAY,
            OpenState("closed"),
        ),
        ((replace(OFFICE[0], until=date(2026, 10, 26)),), MONDAY, OpenState("closed")),
        ((ASKED,), MONDAY, OpenState("appointment")),
        (
            (*OFFICE, ASKED),
            "2026-11-04 15:00",
            OpenState("appointment", wall("2026-11-04 16:00"), wall("2026-11-09 09:00")),
        ),
        (
            (*OFFICE, SHUT),
            MONDAY,
            OpenState("closed", None, wall("2026-11-09 09:00"), special=True),
        ),
        (
            OFFICE,
            "2027-03-29 10:00",  # Easter Monday
            OpenState("closed", None, wall("2027-03-30 09:00"), date(2027, 3, 29)),
        ),
        (
            (weekly(0, time(20), time(2)),),
            "2026-11-02 23:00",
            OpenState("open", wall("2026-11-03 02:00")),
        ),
    ],
)
def test_what_there_is_to_say(written: tuple[Schedule, ...], at: str, said: OpenState) -> None:
    assert state(hours(*written), wall(at)) == said


def test_an_offer_by_appointment_is_never_open() -> None:
    asked = OpeningHours(OFFICE, BERLIN, by_appointment=True)
    assert not is_open(asked, wall(MONDAY))
    assert state(asked, wall(MONDAY)) == OpenState("appointment", wall("2026-11-02 12:00"))
    assert state(OpeningHours((), BERLIN, by_appointment=True), wall(MONDAY)).kind == "appointment"


def test_day_and_night_is_open_without_an_end_also_on_holidays() -> None:
    whole = tuple(weekly(day, MIDNIGHT, MIDNIGHT) for day in range(7))
    always = hours(*whole, holidays=False)
    assert state(always, wall("2027-12-25 03:00")) == OpenState("open")
    but_holidays = hours(*whole)
    assert state(but_holidays, wall("2027-12-24 12:00")).until == wall("2027-12-25 00:00")
    assert state(but_holidays, wall("2027-12-25 12:00")).next_opening == wall("2027-12-27 00:00")


def test_the_shortest_exception_is_the_one_that_is_meant() -> None:
    summer = Schedule(
        "MO,TU",
        time(10),
        time(11),
        valid_from=date(2026, 7, 1),
        valid_to=date(2026, 8, 31),
        instead=True,
    )
    shut = Schedule(instead=True, valid_from=date(2026, 7, 6), valid_to=date(2026, 7, 6))
    both = hours(*OFFICE, summer, shut)
    assert not is_open(both, wall("2026-07-06 10:30"))
    assert is_open(both, wall("2026-07-07 10:30"))
    assert not is_open(both, wall("2026-07-07 09:30"))
    holidays = Schedule(instead=True, valid_from=date(2026, 7, 1), valid_to=date(2026, 8, 31))
    party = Schedule(
        "", time(18), time(20), valid_from=date(2026, 7, 8), valid_to=date(2026, 7, 8), instead=True
    )
    assert is_open(hours(*OFFICE, holidays, party), wall("2026-07-08 19:00"))
    assert not is_open(hours(*OFFICE, holidays, party), wall("2026-07-07 10:30"))


def test_of_two_exceptions_that_are_equally_long_closed_is_the_one_that_is_meant() -> None:
    day = SHUT.valid_from
    party = Schedule("", time(9), time(12), valid_from=day, valid_to=day, instead=True)
    alone = Schedule(instead=True, valid_from=day, valid_to=day)
    assert is_open(hours(*OFFICE, party), wall(MONDAY))
    assert not is_open(hours(*OFFICE, party, alone), wall(MONDAY))


def test_what_is_open_for_more_than_a_week_has_no_end_worth_telling() -> None:
    whole = tuple(weekly(day, MIDNIGHT, MIDNIGHT) for day in range(7))
    shut = replace(SHUT, valid_from=date(2026, 11, 10), valid_to=date(2026, 11, 10))
    closing = hours(*whole, shut)
    assert state(closing, wall("2026-11-02 23:00")) == OpenState("open")
    assert state(closing, wall("2026-11-03 00:00")).until == wall("2026-11-10 00:00")


def test_a_day_that_was_named_is_meant_even_if_it_is_a_holiday() -> None:
    festival = Schedule("", time(10), time(18), "", dtstart=date(2026, 10, 3))
    long = Schedule(
        "", time(10), time(18), "DAILY", valid_from=date(2026, 10, 2), valid_to=date(2026, 10, 8)
    )
    assert is_open(hours(festival), wall("2026-10-03 12:00"))
    assert not is_open(hours(long), wall("2026-10-03 12:00"))
    assert is_open(hours(long, holidays=False), wall("2026-10-03 12:00"))


def test_in_the_doubled_hour_hours_are_the_first_of_the_two() -> None:
    night = hours(weekly(6, time(2, 30), time(2, 45)))
    assert is_open(night, wall("2026-10-25 02:35"))
    assert not is_open(night, wall("2026-10-25 02:35", fold=1))
