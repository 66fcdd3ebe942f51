"""What one cell says of opening hours besides the usual week."""

from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.hours.schedule import DAYS, Schedule, weekly
from models.exports.hours_text import split
from models.imports.hours_text import read
from models.imports.problems import Unexpected
from tests.models.offer_part_strategies import several_schedules

ALL = ",".join(DAYS)
TEN, TWELVE = time(10), time(12)
EVE, NEW_YEAR = date(2026, 12, 24), date(2027, 1, 1)


def closed(first: date | None, last: date | None) -> Schedule:
    return Schedule(ALL, valid_from=first, valid_to=last, instead=True)


@pytest.mark.parametrize(
    ("text", "meant"),
    {
        "24.12.2026 geschlossen": closed(EVE, EVE),
        "24.12.2026-01.01.2027 geschlossen": closed(EVE, NEW_YEAR),
        "24.12.-1.1.2027: zu": closed(EVE, NEW_YEAR),
        "2026-12-24 bis 2027-01-01 closed": closed(EVE, NEW_YEAR),
        "ab 24.12.2026 geschlossen": closed(EVE, None),
        "24. 12. 2026 10-12 Uhr": Schedule(
            ALL, TEN, TWELVE, valid_from=EVE, valid_to=EVE, instead=True
        ),
        "bis 1.1.2027: Mo 10-12": Schedule("MO", TEN, TWELVE, valid_to=NEW_YEAR),
        "Mo 10-12 nach Vereinbarung": Schedule("MO", TEN, TWELVE, by_appointment=True),
        "Mo 10-12 (nur mit Termin)": Schedule("MO", TEN, TWELVE, by_appointment=True),
    }.items(),
)
def test_it_means_what_the_office_means(text: str, meant: Schedule) -> None:
    assert read(text) == (meant,)


def test_the_usual_week_comes_first_whatever_is_said_between() -> None:
    text = "Mo 10-12; 24.12.2026 geschlossen\nMi 10-12"
    assert read(text) == (weekly(0, TEN, TWELVE), weekly(2, TEN, TWELVE), closed(EVE, EVE))


@pytest.mark.parametrize(
    ("text", "code"),
    {
        "nach Vereinbarung": "day_unknown",
        "31.2.2027 geschlossen": "date",
        "24.12. geschlossen": "date",
        "01.01.2027-24.12.2026 geschlossen": "date_reversed",
        "24.12.2026 vielleicht": "day_unknown",
        "24.12.2026 10": "hours",
        "24.12.2026 10-12, 11-13": "hours_overlap",
        "24.12.2026": "hours",
    }.items(),
)
def test_what_means_nothing_is_refused(text: str, code: str) -> None:
    with pytest.raises(Unexpected) as caught:
        read(text)
    assert caught.value.code == code


def test_days_alike_are_written_together() -> None:
    hours = read("Mo, Di, Mi 9-12, 13-16; Fr 9-12; 31.10.2026 geschlossen; Sa 20-24")
    assert split(hours) == (
        "Mo-Mi 09:00-12:00, 13:00-16:00; Fr 09:00-12:00; Sa 20:00-24:00; 31.10.2026 geschlossen",
        (),
    )


def test_what_a_cell_cannot_say_is_left() -> None:
    monthly = Schedule("1SA", TEN, TWELVE, "MONTHLY")
    week = weekly(0, TEN, TWELVE)
    assert split((week, monthly)) == ("Mo 10:00-12:00", (monthly,))
    assert split((monthly, week)) == ("", (monthly, week))
    assert split(()) == ("", ())


@settings(max_examples=50)
@given(several_schedules)
def test_what_is_written_reads_back(schedules: tuple[Schedule, ...]) -> None:
    text, rest = split(schedules)
    assert (*(read(text) if text else ()), *rest) == schedules


@settings(max_examples=50)
@given(st.text("Mo 9-12.;:2026,abisgezulch\n()", max_size=40))
def test_any_text_is_hours_or_refused(text: str) -> None:
    try:
        found = read(text)
    except Unexpected:
        return
    assert found
