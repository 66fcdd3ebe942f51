"""The hours as one reads them: the week, dates, and what is different soon."""

from dataclasses import replace
from datetime import date, time

from analysis.hours.opening import OpeningHours
from analysis.hours.schedule import Schedule, weekly
from analysis.hours.timetable import Dated, Period, Timetable, timetable
from analysis.hours.week import Interval
from analysis.measures.workdays import Holidays
from tests.analysis.hours.living import BERLIN

TODAY = date(2026, 11, 30)
MORNING, EVENING = Interval(time(9), time(12)), Interval(time(18), time(20))
OFFICE = (weekly(0, time(9), time(12)), weekly(3, time(9), time(12)))
WEEK = ((((MORNING, False),)), (), (), (((MORNING, False),)), (), (), ())


def table(*schedules: Schedule, today: date = TODAY) -> Timetable:
    return timetable(OpeningHours(schedules, BERLIN, Holidays("DE-TH")), today)


def shut(first: date, last: date, why: str = "") -> Schedule:
    return Schedule(instead=True, valid_from=first, valid_to=last, description=why)


def test_the_usual_week() -> None:
    assert table(*OFFICE) == Timetable((Period(None, None, WEEK),), shut_on_holidays=True)


def test_nobody_said() -> None:
    assert table() == Timetable()


def test_by_appointment_is_said_of_the_hours_it_is_true_of() -> None:
    asked = replace(OFFICE[0], by_appointment=True, opens_at=time(18), closes_at=time(20))
    (period,) = table(OFFICE[0], asked).periods
    assert period.week[0] == ((MORNING, False), (EVENING, True))


def test_what_holds_until_a_day_and_what_follows() -> None:
    old = [replace(one, valid_to=date(2026, 12, 31)) for one in OFFICE]
    new = Schedule("TU", time(18), time(20), valid_from=date(2027, 1, 1))
    tuesdays = ((), ((EVENING, False),), (), (), (), (), ())
    assert table(*old, new).periods == (
        Period(None, date(2026, 12, 31), WEEK),
        Period(date(2027, 1, 1), None, tuesdays),
    )
    assert table(*old, new, today=date(2026, 10, 1)).periods == (
        Period(None, date(2026, 12, 31), WEEK),
    )


def test_what_begins_later_than_soon_is_said_when_nothing_holds_before() -> None:
    summer = [replace(one, valid_from=date(2027, 5, 1)) for one in OFFICE]
    assert table(*summer).periods == (Period(date(2027, 5, 1), None, WEEK),)


def test_exceptions_of_the_next_weeks_and_holidays() -> None:
    leave = shut(date(2026, 12, 21), date(2027, 1, 10), "Betriebsferien")
    late = Schedule("", time(18), time(20), valid_from=TODAY, valid_to=TODAY, instead=True)
    assert table(*OFFICE, leave, late).changes == (
        Dated(TODAY, TODAY, ((EVENING, False),)),
        Dated(date(2026, 12, 21), date(2027, 1, 10), (), "Betriebsferien"),
    )
    friday = weekly(4, time(9), time(12))
    assert table(friday).changes == (
        Dated(date(2026, 12, 25), date(2026, 12, 25), (), holiday=True),
    )


def test_a_closed_day_on_which_nobody_comes_anyway_is_not_told() -> None:
    sunday = date(2026, 12, 6)
    assert table(*OFFICE, shut(sunday, sunday)).changes == ()


def test_what_comes_less_often_is_told_by_its_next_days() -> None:
    first = Schedule("1SA", time(9), time(12), "MONTHLY")
    away = shut(date(2027, 1, 2), date(2027, 1, 2))
    saturdays = table(first, away).dates
    assert [one.first for one in saturdays] == [date(2026, 12, 5)]
    festival = Schedule(
        "", time(9), time(12), "DAILY", valid_from=date(2026, 12, 4), valid_to=date(2026, 12, 6)
    )
    assert table(festival).dates == (
        Dated(date(2026, 12, 4), date(2026, 12, 6), ((MORNING, False),)),
    )


def test_what_cannot_be_reckoned_is_told_in_the_towns_words() -> None:
    said = Schedule(description="In den Ferien nach Aushang")
    over = replace(said, description="Im Sommer länger", valid_to=date(2026, 9, 1))
    assert table(*OFFICE, said, said, over).words == ("In den Ferien nach Aushang",)
