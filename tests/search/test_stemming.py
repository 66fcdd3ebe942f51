"""A word's forms share their beginning."""

import pytest

from search.normalising import words
from search.stemming import stem


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("de", "Wohnung Wohnungen"),
        ("en", "flat flats"),
        ("ar", "ألمانية الألمانية بالألمانية"),
        ("ar", "شقة الشقة"),
        ("ar", "عمل العمل عملاً"),
        ("fa", "کلاس کلاس‌های کلاسها"),
        ("uk", "робота роботу роботи"),
        ("ru", "работа работу работой"),
        ("tr", "ev"),
        ("tr", "doktor doktora doktorlar"),
        ("pl", "lekarz lekarza lekarzem"),
        ("ro", "medic medicul medicului"),
        ("fr", "dette dettes"),
    ],
)
def test_forms_of_a_word_have_one_stem(language: str, forms: str) -> None:
    assert len({stem(word, language) for word in words(forms)}) == 1


def test_a_word_in_an_unknown_language_keeps_its_form() -> None:
    assert stem("kursen", "xx") == "kursen"
