"""Spans of days as people type them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.days import span

TODAY = date(2026, 11, 23)
DECEMBER = (date(2026, 12, 3), date(2026, 12, 10))


@pytest.mark.parametrize(
    "typed",
    [
        "3.12.–10.12.",
        "3.12. - 10.12.",
        "3.12-10.12",
        "3.–10.12.",
        "3.12.26-10.12.26",
        "03.12.2026 bis 10.12.2026",
        "vom 3. bis 10. Dezember",
        "3 Dec to 10 Dec",
        "3. Dez. – 10. Dez. 2026",
        "2026-12-03/2026-12-10",
        "Ich bin vom 3.12. bis zum 10.12. nicht da",
        "٣.١٢.–١٠.١٢.",
    ],
)
def test_the_same_week_in_many_spellings(typed: str) -> None:
    assert span(typed, TODAY) == DECEMBER


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("24.12.", date(2026, 12, 24), date(2026, 12, 24)),
        ("1. März", date(2027, 3, 1), date(2027, 3, 1)),
        ("28.12.–3.1.", date(2026, 12, 28), date(2027, 1, 3)),
        ("28.12.2026–3.1.", date(2026, 12, 28), date(2027, 1, 3)),
        ("28.12.–3.1.2028", date(2027, 12, 28), date(2028, 1, 3)),
        ("20.11.–25.11.", date(2026, 11, 20), date(2026, 11, 25)),
        ("20.11.–22.11.", date(2027, 11, 20), date(2027, 11, 22)),
        ("29.2.", date(2028, 2, 29), date(2028, 2, 29)),
    ],
)
def test_years_that_were_left_out_are_the_next(typed: str, first: date, last: date) -> None:
    assert span(typed, TODAY) == (first, last)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "bald",
        "30.2.",
        "3.",
        "3. Markt",
        "15 Uhr",
        "0361 730730",
        "10.12.–3.12.2026",
        "10.12.2026–3.12.2026",
        "1.12. bis 2.12. bis 3.12.",
        "0000-00-00",
        "31.12.9999-1.1.",
    ],
)
def test_what_is_no_span_is_none(typed: str) -> None:
    assert span(typed, TODAY) is None


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(0, 400))
def test_what_is_written_in_full_is_read_as_it_is(first: date, days: int) -> None:
    last = first + timedelta(days=days)
    assert span(f"{first:%d.%m.%Y} – {last:%d.%m.%Y}", TODAY) == (first, last)
    assert span(f"{first.isoformat()} {last.isoformat()}", TODAY) == (first, last)


@given(st.text())
def test_whatever_is_typed_is_a_span_in_its_order_or_none(typed: str) -> None:
    found = span(typed, TODAY)
    assert found is None or found[0] <= found[1]
