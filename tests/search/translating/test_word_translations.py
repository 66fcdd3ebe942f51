"""What words mean in German, learned from documents that stand in two languages."""

import pytest

from search.document import Document
from search.translating.learning import learn_translations
from search.translating.lines import aligned_lines
from search.translating.word_translations import WordTranslations

TEXTS = [
    ("Wohnung suchen", "Looking for a flat"),
    ("Eine Wohnung für die Familie\nSchule für das Kind", "A flat for the family\nSchool"),
    ("Hilfe bei der Wohnung\nSchule und Kind", "Help with the flat\nSchool and child"),
    ("Das Kind lernt in der Schule", "The child learns at school"),
    ("Familie mit Kind", "Family with child"),
]
DOCUMENTS = [
    Document(number, {"de": {"body": german}, "en": {"body": english}})
    for number, (german, english) in enumerate(TEXTS)
]


@pytest.fixture(scope="module")
def learned() -> WordTranslations:
    return learn_translations(DOCUMENTS)


def test_a_word_finds_its_german_word(learned: WordTranslations) -> None:
    flat = learned.german("flat", "en")
    assert max(flat, key=flat.__getitem__).startswith("wohnung")


def test_words_without_meaning_have_no_translation(learned: WordTranslations) -> None:
    assert learned.german("the", "en") == {}
    assert not {"fur", "die", "der"} & {x for of in learned.languages["en"].values() for x in of}


def test_what_nobody_wrote_is_not_known(learned: WordTranslations) -> None:
    assert learned.german("flat", "ar") == {}
    assert learned.german("university", "en") == {}


def test_translations_come_back_from_text(learned: WordTranslations) -> None:
    again = WordTranslations.from_json(learned.to_json())
    assert again.to_json() == learned.to_json()
    assert again.german("flat", "en").keys() == learned.german("flat", "en").keys()


def test_lines_stand_beside_each_other_only_where_there_are_as_many() -> None:
    even = Document(1, {"de": {"body": "eins\nzwei"}, "en": {"body": "one\n\ntwo"}})
    odd = Document(2, {"de": {"body": "eins\nzwei"}, "en": {"body": "one, two"}})
    alone = Document(3, {"de": {"title": "eins"}, "en": {"body": "one"}})
    assert list(aligned_lines([even, odd, alone], "en", "de")) == [
        ("one", "eins"),
        ("two", "zwei"),
        ("one, two", "eins zwei"),
    ]
