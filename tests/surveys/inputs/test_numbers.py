from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.inputs.numbers import number, spelled
from surveys.inputs.ranges import steps
from tests.surveys.inputs.asking import question, said


@pytest.mark.parametrize(
    ("language", "typed", "value"),
    [
        ("de", "12,5", "12.5"),
        ("de", "12.5", "12.5"),
        ("de", "1.234,5", "1234.5"),
        ("de", "1.234", "1234"),
        ("de", "1 234,50", "1234.5"),
        ("de", "0.125", "0.125"),
        ("de", "1.234.567", "1234567"),
        ("en", "1,234.5", "1234.5"),
        ("en", "1,234", "1234"),
        ("en", "1.234", "1.234"),
        ("en", "12,5", "12.5"),
        ("ar", "١٢٫٥", "12.5"),
        ("ar", "١٬٢٣٤", "1234"),
        ("ar", "١٢,٥", "12.5"),
        ("fa", "۱۲٫۵", "12.5"),
        ("fr", "1\u202f234,5", "1234.5"),
        ("uk", "-3,0", "-3"),
        ("ru", "−2", "-2"),
        ("de", ",5", "0.5"),
        ("de", "1.23.4", "not_a_number"),
        ("de", "1,2,3", "not_a_number"),
        ("de", "zwölf", "not_a_number"),
        ("de", "1e9", "not_a_number"),
        ("de", "", "not_a_number"),
        ("de", "9" * 21, "out_of_range"),
    ],
)
def test_numbers_are_read_as_people_write_them(language: str, typed: str, value: str) -> None:
    assert said("decimal", typed, language) == value


@pytest.mark.parametrize(
    ("typed", "value"),
    [("٤٢", "42"), ("3,0", "3"), ("3,5", "not_whole"), ("2147483648", "out_of_range")],
)
def test_whole_numbers_are_whole(typed: str, value: str) -> None:
    assert said("integer", typed) == value


@given(
    st.decimals(-(10**9), 10**9, places=6),
    st.sampled_from(["de", "en", "ar"]),
)
def test_a_spelled_number_is_read_back(value: Decimal, language: str) -> None:
    text = spelled(value)
    if len(text.partition(".")[2]) != 3:
        assert number(text, language) == value


@given(st.text())
def test_any_words_are_a_number_or_not(text: str) -> None:
    assert said("integer", text)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("3", "3"),
        ("1,5", "1.5"),
        ("1,7", "out_of_range"),
        ("6", "out_of_range"),
        ("x", "not_a_number"),
    ],
)
def test_a_range_takes_its_steps(typed: str, value: str) -> None:
    asked = question("range", parameters={"start": "1", "end": "5", "step": "0.5"})
    assert said(asked, typed) == value


def test_a_range_without_parameters_goes_from_one_to_ten() -> None:
    assert steps(question("range")) == tuple(map(str, range(1, 11)))


def test_a_range_may_fall() -> None:
    falling = question("range", parameters={"start": "5", "end": "1", "step": "2"})
    assert steps(falling) == ("5", "3", "1")
    assert said(falling, "3") == "3"


def test_a_long_range_has_no_buttons() -> None:
    assert steps(question("range", parameters={"end": "1000"})) == ()
