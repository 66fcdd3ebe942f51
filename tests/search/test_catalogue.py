"""What someone asks finds the offers that help, and nothing else does."""

import pytest

from search.answer import Thresholds, Zone
from search.catalogue import Catalogue
from search.document import Document
from search.reading import Kind
from tests.search.questions import NONSENSE, QUESTIONS, Asked
from tests.search.town import DOCUMENTS, UNDERSTANDING, town
from tests.shipped import words

TOWN = town()
TOPICS_OF = {x.key: x.topics for x in DOCUMENTS}


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: f"{asked.language}-{asked.topic}")
def test_a_question_finds_its_topic_and_its_offers(asked: Asked) -> None:
    answer = TOWN.ask(asked.text, asked.language)
    assert asked.topic in answer.topics[:3]
    assert any(asked.topic in TOPICS_OF[hit.key] for hit in answer.hits[:3])


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    """The same offers, understood by all words that Lotse ships: weights were learned so."""
    return Catalogue.of(DOCUMENTS, words().understanding)


@pytest.mark.parametrize(("language", "text"), NONSENSE)
def test_nonsense_is_never_sure_but_topics_are_offered(
    language: str, text: str, shipped: Catalogue
) -> None:
    answer = shipped.ask(text, language)
    assert Thresholds().zone(answer.probability) is not Zone.HIGH
    assert answer.topics or answer.reading.kind is not Kind.QUESTION


def test_what_the_town_has_is_surer_than_nonsense(shipped: Catalogue) -> None:
    ours = [shipped.ask(asked.text, asked.language).probability for asked in QUESTIONS]
    others = [shipped.ask(text, language).probability for language, text in NONSENSE]
    assert min(ours) > max(others)


def test_a_compound_is_found_by_its_parts() -> None:
    assert TOWN.ask("Schuldner", "de").hits[0].key == 107
    assert TOWN.ask("Vertrag für Miete", "de").hits[0].key == 104


def test_the_language_of_the_best_text_is_told() -> None:
    assert TOWN.ask("أبحث عن سكن", "ar").hits[0].language == "ar"
    assert TOWN.ask("Wohnungshilfe", "ar").hits[0].language == "de"


def test_what_is_not_allowed_makes_room_for_others() -> None:
    assert TOWN.ask("Deutschkurs", "de", allowed={101}).hits[0].key == 101
    assert not TOWN.ask("Deutschkurs", "de", allowed=()).found


def test_no_more_than_the_limit() -> None:
    assert len(TOWN.ask("Deutschkurs", "de", limit=1).hits) == 1


def test_a_question_in_another_script_than_the_chosen_language_is_understood() -> None:
    assert TOWN.ask("квартира", "de").hits[0].key == 104
    assert TOWN.ask("دورة مسائية", "de").hits[0].key == 100


def test_a_title_weighs_more_than_a_body() -> None:
    fields = ({"title": "Garten", "body": "Fest"}, {"title": "Fest", "body": "Garten"})
    both = Catalogue.of(
        [Document(n, {"de": texts}) for n, texts in enumerate(fields)], UNDERSTANDING
    )
    assert [hit.key for hit in both.ask("Garten", "de").hits] == [0, 1]


def test_offers_without_topics_of_an_editor_are_found_by_their_words() -> None:
    untagged = [Document(x.key, x.texts) for x in DOCUMENTS]
    assert Catalogue.of(untagged, UNDERSTANDING).ask("أبحث عن شقة", "ar").hits[0].key == 104


@pytest.mark.parametrize("documents", [(), (Document(1, {}),), (Document(1, {"de": {}}),)])
def test_an_empty_town_has_no_answer(documents: tuple[Document, ...]) -> None:
    assert not Catalogue.of(documents, UNDERSTANDING).ask("Deutschkurs", "de").found


def test_a_misspelt_topic_is_still_near() -> None:
    assert TOWN.ask("Shulden", "de").topics[0] == "debt"
    assert TOWN.ask("Dojtsch lernen", "de").topics[0] == "german_course"
