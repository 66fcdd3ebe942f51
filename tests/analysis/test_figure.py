"""Figures as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.measures.figure import figure_of

TYPED = [
    # typed, where a comma is decimal, where a point is
    ("42", 42, 42),
    (" 42 Plätze ", 42, 42),
    ("60 %", 60, 60),
    ("3,5", 3.5, 3.5),
    ("3.5", 3.5, 3.5),
    ("1.234,5", 1234.5, 1234.5),
    ("1,234.5", 1234.5, 1234.5),
    ("1.234", 1234, 1.234),
    ("1,234", 1.234, 1234),
    ("0,125", 0.125, 0.125),
    ("1.234.567", 1234567, 1234567),
    ("1 234,5", 1234.5, 1234.5),
    ("1\N{NO-BREAK SPACE}234", 1234, 1234),
    ("1'234", 1234, 1234),
    ("-4", -4, -4),
    ("−4", -4, -4),
    ("12.", 12, 12),
    ("٤٢", 42, 42),
    ("۴۲٫۵", 42.5, 42.5),
]
NOT_TYPED = ["", "  ", "viele", "ca. 4", "4 von 5", "1.2.3", "12,5,3", "1.234,5,6", "9" * 12, "²"]


@pytest.mark.parametrize(("text", "comma", "point"), TYPED)
def test_a_figure_is_read(text: str, comma: float, point: float) -> None:
    assert figure_of(text) == comma
    assert figure_of(text, point=True) == point


@pytest.mark.parametrize("text", NOT_TYPED)
def test_what_is_no_figure_or_more_than_one_is_not_guessed(text: str) -> None:
    assert figure_of(text) is None


@given(st.integers(-(10**9), 10**9), st.integers(0, 999), st.booleans())
def test_what_is_written_the_german_or_the_english_way_is_read_back(
    whole: int, thousandths: int, point: bool
) -> None:
    written = f"{whole:,}.{thousandths:03}" if thousandths else f"{whole:,}"
    if not point:
        written = written.translate(str.maketrans(",.", ".,"))
    sign = -1 if whole < 0 else 1
    assert figure_of(written, point=point) == pytest.approx(whole + sign * thousandths / 1000)


@given(st.text(max_size=40), st.booleans())
def test_anything_typed_is_a_figure_or_none(text: str, point: bool) -> None:
    found = figure_of(text, point=point)
    assert found is None or abs(found) < 10**11
