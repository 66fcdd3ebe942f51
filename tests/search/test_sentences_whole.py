"""What tells that a text does not answer: rare words that it does not have, and comparisons."""

import pytest

from search.sentences.asking import read_question
from search.sentences.rarity import Common, read, shipped

COUNTED = '{"about": "", "pages": 100, "stems": {"de": {"60": "kind", "20": "kurs hilf"}}}'


@pytest.fixture
def common() -> Common:
    return read(COUNTED)


def test_the_fewer_pages_have_a_word_the_rarer_it_is(common: Common) -> None:
    rarities = [common.rarity(stem, "de") for stem in ("kind", "kurs", "simultandolmetsch")]
    assert 0 < rarities[0] < rarities[1] < rarities[2]
    assert common.rarity("hilf", "de") == common.rarity("kurs", "de")


def test_words_of_a_language_without_counts_are_all_as_rare(common: Common) -> None:
    assert common.rarity("kind", "so") == common.rarity("carruur", "so") > 0


def test_what_is_shipped_weighs_every_word() -> None:
    rarities = [shipped().rarity(x, y) for y, those in shipped().stems.items() for x in those]
    assert min(rarities) > 0


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Was ist der Unterschied zwischen A1 und C2?"),
        ("en", "What is the difference between a hospital and a birth centre?"),
        ("fr", "Quelle est la différence entre A1 et C2 ?"),
        ("ar", "ما هو الفرق بين A1 و C2؟"),
        ("uk", "Яка різниця між A1 та C2?"),
        ("tr", "A1 ile C2 arasındaki fark nedir?"),
    ],
)
def test_a_question_for_a_difference_compares(language: str, text: str) -> None:
    assert read_question(text, language).compares


def test_other_questions_do_not_compare() -> None:
    assert not read_question("Welche Kurse in unterschiedlichen Sprachen gibt es?", "de").compares
