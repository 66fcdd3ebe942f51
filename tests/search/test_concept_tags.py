"""Documents belong to concepts by their words and by what their editor says."""

from search.concept_tags import concepts_of
from search.document import Document
from tests.search.thesaurus import UNDERSTANDING


def tags(title: str, *topics: str, body: str = "", language: str = "de") -> dict[str, float]:
    texts = {language: {"title": title, "body": body}}
    return dict(concepts_of(Document(1, texts, topics), UNDERSTANDING))


def test_a_title_says_more_than_a_body() -> None:
    assert tags("Wohnung")["housing"] > tags("", body="Wohnung")["housing"] > 0


def test_an_editors_topics_stand_whatever_the_words_say() -> None:
    found = tags("Deutschkurs", "jobs", "housing")
    assert found["jobs"] == 1 > found["housing"] > found["german_course"]


def test_a_need_of_an_editors_topic_counts_in_full() -> None:
    own, foreign = (tags("Diplom Krankenschwester", topic) for topic in ("recognition", "housing"))
    assert own["nurse_recognition"] > foreign["nurse_recognition"] > 0


def test_words_are_read_in_german_where_there_is_german() -> None:
    texts = {"en": {"title": "flat"}, "de": {"title": "Arbeit"}}
    assert set(concepts_of(Document(1, texts), UNDERSTANDING)) == {"jobs"}
    assert set(tags("flat", language="en")) == {"housing"}


def test_facets_and_talk_are_no_concepts_of_a_document() -> None:
    assert tags("Hallo Frauen, das Wetter") == {}
