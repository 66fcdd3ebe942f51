"""Words are learned anew when offers changed, and not more often than is good."""

from datetime import UTC, datetime, timedelta

from models import learned_words, revision
from models.store import Store
from search.translating.word_translations import WordTranslations

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
FLAT = WordTranslations({"en": {"flat": {"wohnung": 0.9}}})


def test_words_are_learned_first_of_all_and_then_after_changes(store: Store) -> None:
    with store.transaction() as session:
        assert learned_words.are_due(session, NOW)
        learned_words.keep(session, FLAT.to_json(), 0, NOW)
        assert not learned_words.are_due(session, NOW + timedelta(days=9))
        revision.bump(session, revision.OFFERS)
        assert not learned_words.are_due(session, NOW + timedelta(minutes=1))
        assert learned_words.are_due(session, NOW + learned_words.PAUSE)


def test_what_was_learned_last_is_what_is_known(store: Store) -> None:
    with store.transaction() as session:
        assert learned_words.known(session).german("flat", "en") == {}
        learned_words.keep(session, WordTranslations().to_json(), 1, NOW)
        learned_words.keep(session, FLAT.to_json(), 2, NOW)
        assert learned_words.known(session).german("flat", "en") == {"wohnung": 0.9}


def test_the_same_words_again_are_no_news(store: Store) -> None:
    with store.transaction() as session:
        learned_words.keep(session, FLAT.to_json(), 1, NOW)
        before = learned_words.revision(session)
        learned_words.keep(session, FLAT.to_json(), 2, NOW)
        assert learned_words.revision(session) == before
