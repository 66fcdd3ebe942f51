from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.inputs import read_exact, read_names
from tests.surveys.inputs.asking import hearing, question, said

NEEDS = {"work": "Arbeit", "lang": "Deutsch lernen", "flat": "Wohnung", "none": "Nichts, danke"}


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("Arbeit", "work"),
        ("ARBEIT ", "work"),
        ("2", "lang"),
        ("٣", "flat"),
        ("deut", "lang"),
        ("flat", "flat"),
        ("nichts, danke", "none"),
        ("5", "no_such_choice"),
        ("0", "no_such_choice"),
        ("Kita", "no_such_choice"),
        ("", "no_such_choice"),
    ],
)
def test_one_choice_in_any_way(typed: str, value: str) -> None:
    assert said("select_one", typed, **NEEDS) == value


def test_two_that_begin_so_are_asked_again() -> None:
    assert said("select_one", "ukr", a="Ukraine Ost", b="Ukraine West") == "several_fit"


def test_a_whole_label_goes_before_a_number_and_a_longer_label() -> None:
    assert said("select_one", "2", zero="0", two="2", one="1") == "two"
    assert said("select_one", "Ja", a="Ja, sehr", b="Ja") == "b"


def test_marks_do_not_count() -> None:
    assert said("select_one", "turkce", "tr", a="Türkçe", b="Deutsch") == "a"
    assert said("select_one", "العربيه".replace("ه", "ة"), "ar", a="العربيّة") == "a"


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1, 3", "work flat"),
        ("3 1", "work flat"),
        ("3;1;3", "work flat"),
        ("١، ٣", "work flat"),
        ("Wohnung, arb", "work flat"),
        ("Wohnung\nArbeit", "work flat"),
        ("nichts, danke", "none"),
        ("4, 1", "not_alone"),
        ("1, 9", "no_such_choice"),
        (",", "no_such_choice"),
    ],
)
def test_several_choices_in_any_way(typed: str, value: str) -> None:
    asked = question("select_multiple", exclusive=frozenset({"none"}))
    assert said(asked, typed, **NEEDS) == value


def test_a_rank_keeps_her_order() -> None:
    assert said("rank", "3, 1, 2", **NEEDS) == "flat work lang"


def test_form_controls_send_names() -> None:
    asked = question("select_multiple")
    assert read_exact(asked, "flat work", hearing(options=NEEDS)) == "work flat"
    assert read_names(question("select_one"), ("a", "b"), hearing()) == "no_such_choice"
    assert read_names(question("text"), ("a",), hearing()) == "not_here"
    assert read_exact(question("decimal"), "1.234", hearing()) == "1.234"


@given(st.text())
def test_any_words_are_choices_or_not(text: str) -> None:
    found = said("select_multiple", text, **NEEDS)
    assert set(found.split()) <= set(NEEDS) or found in {"no_such_choice", "several_fit"}


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("50.9787 11.0328", "50.98 11.03 0 0"),
        ("50.9787, 11.0328", "50.98 11.03 0 0"),
        ("50.9787 11.0328 195 4.5", "50.98 11.03 0 0"),
        ("-33.4 151", "-33.40 151.00 0 0"),
        ("91 11", "out_of_range"),
        ("Erfurt", "not_a_place"),
        ("", "not_a_place"),
    ],
)
def test_places_are_rounded(typed: str, value: str) -> None:
    assert said("geopoint", typed) == value


def test_a_district_stands_for_a_place() -> None:
    assert said("geopoint", "altst", **{"50.98 11.03 0 0": "Altstadt"}) == "50.98 11.03 0 0"


def test_a_line_is_several_places() -> None:
    assert said("geotrace", "1.111 2; 3 4") == "1.11 2.00 0 0; 3.00 4.00 0 0"
    assert said("geotrace", "1 2; x") == "not_a_place"


def test_texts_have_a_limit() -> None:
    assert said("text", "  Hallo\x00 \n") == "Hallo"
    assert said(question("text", parameters={"max_length": "3"}), "abcd") == "too_long"
    assert said("text", "   ") == "required"
    assert said("barcode", " 40 123\n45 ") == "40 123 45"


def test_a_picture_is_not_typed() -> None:
    assert said("image", "foto") == "not_here"
