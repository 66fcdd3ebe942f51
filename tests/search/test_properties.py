"""What holds for whatever anyone types."""

from hypothesis import given
from hypothesis import strategies as st

from search.emergency import EmergencyDetector, EmergencyTerms
from tests.search.questions import QUESTIONS
from tests.search.town import DOCUMENTS, town

TOWN, AGAIN = town(), town()
KEYS = [x.key for x in DOCUMENTS]
SNIPPETS = st.sampled_from([asked.text for asked in QUESTIONS])
TEXTS = st.one_of(st.text(), SNIPPETS, st.builds("{} {}".format, SNIPPETS, st.text()))
LANGUAGES = st.sampled_from(("de", "en", "ar", "fa", "uk", "ru", "tr", "pl", "ro", "fr", "xx", ""))


@given(TEXTS, LANGUAGES, st.none() | st.sets(st.sampled_from(KEYS)), st.integers(0, 20))
def test_hits_are_few_allowed_different_and_in_order(
    text: str, language: str, allowed: set[int] | None, limit: int
) -> None:
    answer = TOWN.ask(text, language, allowed, limit)
    keys = [hit.key for hit in answer.hits]
    scores = [hit.score for hit in answer.hits]
    assert set(keys) <= set(KEYS if allowed is None else allowed)
    assert len(set(keys)) == len(keys) <= limit
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)
    assert len(set(answer.topics)) == len(answer.topics) <= 5


@given(TEXTS, LANGUAGES)
def test_the_same_question_has_the_same_answer(text: str, language: str) -> None:
    assert TOWN.ask(text, language) == AGAIN.ask(text, language)


@given(st.text(), st.text())
def test_an_emergency_is_seen_whatever_stands_around_it(before: str, after: str) -> None:
    detector = EmergencyDetector.of([EmergencyTerms("fire", {"de": ("es brennt",)})])
    assert detector.detect(f"{before}\nes brennt\n{after}") == ("fire",)
