"""Texts of every script become terms that their other forms share."""

import pytest

from search.analysis import content, pieces, stem, terms
from search.normalising import words
from search.romanised import skeleton


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("de", "Beratung Beratungen"),
        ("en", "apply applied applies"),
        ("fr", "logement logements"),
        ("ar", "المترجم مترجم ومترجم"),
        ("uk", "курс курси курсів"),
        ("bg", "курс курса курсове"),
        ("ku", "mal malê malan"),
        ("so", "dhakhtar dhakhtarka"),
        ("sq", "shkollë shkolla shkollën"),
        ("ps", "ماشوم ماشومان"),
        ("ti", "ፍቓድ ፍቓደ"),
    ],
)
def test_forms_of_a_word_become_one_term(language: str, forms: str) -> None:
    assert len(set(terms(forms, language))) == 1


def test_words_that_say_nothing_and_short_numbers_are_left_out() -> None:
    assert content(words("Wo ist der Kurs 3 in Haus 115?"), "de") == ["kurs", "haus", "115"]


def test_a_word_of_another_script_keeps_its_form() -> None:
    assert stem("kurse", "ar") == "kurse"


def test_letters_of_geez_that_sound_alike_are_one() -> None:
    assert words("ሐኪም ሓኪም") == ["ሀኪም", "ሃኪም"]
    assert len(set(terms("ሐኪም ሓኪም", "ti"))) == 1


@pytest.mark.parametrize(
    ("typed", "written"),
    [("kors", "كورس"), ("nemeckogo", "немецкого"), ("shahada", "شهاده"), ("doktor", "доктор")],
)
def test_a_word_in_other_letters_sounds_the_same(typed: str, written: str) -> None:
    assert skeleton(typed) == skeleton(words(written)[0]) != ""


def test_what_is_too_short_has_no_sound() -> None:
    assert skeleton("aba") == ""


def test_pieces_are_those_of_each_word() -> None:
    assert pieces(["kita", "amt"]) == ["^kit", "kita", "ita$", "^amt", "amt$"]
