"""Words are the same word however they are typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.normalising import words


@pytest.mark.parametrize(
    ("typed", "also"),
    [
        ("Größe", "GROESSE"),
        ("Führerschein", "Fuehrerschein"),
        ("u\u0308ber", "über"),
        ("Flu\u00adcht", "Flucht"),
        ("İstanbul", "istanbul"),
        ("ISPARTA", "ısparta"),
        ("łódź", "lodz"),
        ("învăța", "invata"),
        ("școală", "şcoală"),
        ("сім'я", "сім’я"),
        ("жильё", "жилье"),
        ("їжа", "ижа"),
        ("مُعَلِّم", "معلم"),
        ("مدرســة", "مدرسه"),
        ("أحمد", "احمد"),
        ("کتاب", "كتاب"),
        ("می\u200cخواهم", "میخواهم"),
        ("۱۱۲", "112"),
        ("١١٠", "110"),
        ("ﺍﻟﺴﻼﻡ", "السلام"),
    ],
)
def test_spellings_of_one_word_are_equal(typed: str, also: str) -> None:
    assert words(typed) == words(also)
    assert len(words(typed)) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("Frauen", "Fraun"), ("neue", "neu"), ("Quelle", "Qulle")]
)
def test_a_vowel_before_ue_leaves_no_umlaut(one: str, other: str) -> None:
    assert words(one) != words(other)


def test_an_apostrophe_divides_outside_cyrillic() -> None:
    assert words("l'aide Ankara'da сім'я") == ["l", "aide", "ankara", "da", "симя"]


@given(st.text())
def test_normalised_words_stay_as_they_are(text: str) -> None:
    for word in words(text):
        assert word
        assert word == word.casefold()
