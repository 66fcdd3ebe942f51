"""Every language names every topic, and no term leads to two of them."""

from collections import defaultdict

import pytest

from models.lexicon import load_topics
from search.shapes import shapes
from tests.locales.files import LANGUAGES, header, tables, wrong_wildcards

CODES = set(tables("de", "topics.toml"))
# What people ask for most, and so needs the most words.
# fmt: off
FREQUENT = (
    "german_course", "migration_counselling", "asylum", "residence", "citizenship",
    "family_reunion", "recognition", "jobs", "welfare", "apprenticeship", "labour_rights",
    "childcare", "school", "pregnancy", "child_benefit", "housing", "homeless", "registration",
    "debt", "legal", "discrimination", "violence", "doctor", "health_insurance", "mental",
)
# fmt: on


def letters(term: str) -> tuple[str, ...]:
    return tuple(sorted(shape.strip("*") for shape in shapes(term)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_topic_has_a_name_that_fits_a_button(language: str) -> None:
    topics = tables(language, "topics.toml")
    names = [entry["name"] for entry in topics.values()]
    assert set(topics) == CODES
    assert all(name.strip() and len(name) <= 32 for name in names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("language", LANGUAGES)
def test_topics_have_enough_terms(language: str) -> None:
    few = {
        code: len(entry["synonyms"])
        for code, entry in tables(language, "topics.toml").items()
        if len(entry["synonyms"]) < (10 if code in FREQUENT else 5)
    }
    assert few == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_term_belongs_to_two_topics(language: str) -> None:
    owners = defaultdict(set)
    for code, entry in tables(language, "topics.toml").items():
        for term in (entry["name"], *entry["synonyms"]):
            owners[letters(term)].add(code)
    assert {term: codes for term, codes in owners.items() if len(codes) > 1} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_terms_are_well_formed(language: str) -> None:
    for code, entry in tables(language, "topics.toml").items():
        assert wrong_wildcards(entry["synonyms"]) == [], code
        short = [term for term in entry["synonyms"] if len("".join(letters(term))) < 3]
        assert short == [], code


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_single_word_is_too_general(language: str) -> None:
    general = {"kurs", "hilfe", "amt", "help", "work", "course", "office", "beratung", "arbeit"}
    general |= {"عمل", "مساعدة", "کار", "کمک", "робота", "допомога", "работа", "помощь", "kurs"}
    general |= {"iş", "yardım", "praca", "pomoc", "muncă", "ajutor", "travail", "aide", "cours"}
    alone = {letters(word) for word in general}
    terms = [x for entry in tables(language, "topics.toml").values() for x in entry["synonyms"]]
    assert [term for term in terms if letters(term) in alone] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_says_how_it_was_made_and_whether_it_was_reviewed(language: str) -> None:
    assert "How made:" in header(language, "topics.toml")
    assert "Reviewed by a native speaker:" in header(language, "topics.toml")


def test_loading_gives_each_topic_in_all_languages() -> None:
    for topic in load_topics():
        assert set(topic.names) == set(LANGUAGES) == set(topic.synonyms), topic.code
