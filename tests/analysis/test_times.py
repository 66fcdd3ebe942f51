"""Days with times of day, as people type them."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.times import DAY, appointment

TODAY = date(2026, 11, 23)


def at(day: int, hour: int = 0, minute: int = 0, month: int = 12) -> datetime:
    return datetime.combine(date(2026, month, day), time(hour, minute))


@pytest.mark.parametrize(
    ("typed", "begin", "end"),
    [
        ("5.12. 15:00–18:00", at(5, 15), at(5, 18)),
        ("5.12.2026, 15-18 Uhr", at(5, 15), at(5, 18)),
        ("am 5. Dezember um 18.30 Uhr", at(5, 18, 30), None),
        ("2026-12-05 9:05", at(5, 9, 5), None),
        ("5.12. 9 Uhr", at(5, 9), None),
        ("5.12. 9h", at(5, 9), None),
        ("Sa 5.12. 20:00 bis 2:00", at(5, 20), at(6, 2)),
        ("vom 5.12. 18 Uhr bis 6.12. 12 Uhr", at(5, 18), at(6, 12)),
        ("٥.١٢. ١٥:٠٠", at(5, 15), None),
    ],
)
def test_a_day_with_times(typed: str, begin: datetime, end: datetime | None) -> None:
    found = appointment(typed, TODAY)
    assert found is not None
    assert (found.begin, found.end, found.timed) == (begin, end, True)


@pytest.mark.parametrize(
    ("typed", "begin", "end"),
    [("5.12.", at(5), at(6)), ("5.–12.12.", at(5), at(13)), ("31.12.", at(31), at(31) + DAY)],
)
def test_whole_days(typed: str, begin: datetime, end: datetime) -> None:
    found = appointment(typed, TODAY)
    assert found is not None
    assert (found.begin, found.end, found.timed) == (begin, end, False)


@pytest.mark.parametrize(
    "typed",
    [
        *("", "bald", "18:00", "5.12. 25:00–26:00 und 27:00 29.", "5.12. 1:00 2:00 3:00"),
        *("31.2. 9:00", "5.12. 18 Uhr bis 6.12.", "10:00 5.12. 6.12. 7.12."),
    ],
)
def test_what_names_no_one_appointment(typed: str) -> None:
    assert appointment(typed, TODAY) is None


@given(st.dates(date(2026, 11, 23), date(2099, 12, 31)), st.times(), st.times())
def test_what_is_written_out_is_read(day: date, first: time, last: time) -> None:
    found = appointment(f"{day:%d.%m.%Y} {first:%H:%M}–{last:%H:%M}", TODAY)
    assert found is not None
    assert found.begin == datetime.combine(day, first.replace(second=0, microsecond=0))
    assert found.end is not None
    assert found.begin < found.end


@given(st.text(max_size=300))
def test_whatever_is_typed_is_an_appointment_or_none(typed: str) -> None:
    found = appointment(typed, TODAY)
    assert found is None or found.end is None or found.begin < found.end
