"""Wishes for translations: made once, in one hand at a time, and gone in the end."""

from datetime import timedelta

from models import translations
from models.store import Store
from models.translations import CLAIM, PAUSE, PERIOD, TRIES, Subject
from tests.clock import MONDAY_MORNING as NOW

ABOUT = (Subject.NEWS, 7)


def wished(store: Store, *targets: str) -> int:
    with store.transaction() as session:
        return translations.wish(session, ABOUT, "de", targets, NOW)


def test_the_same_is_wished_for_once_and_never_into_its_own_language(store: Store) -> None:
    assert wished(store, "ar", "de", "uk") == 2
    assert wished(store, "ar") == 0
    assert wished(store, "de") == 0
    with store.transaction() as session:
        assert translations.waiting(session, ABOUT) == {"ar", "uk"}
        assert translations.waiting(session, (Subject.THREAD, 7)) == frozenset()


def test_a_wish_is_in_one_hand_until_that_has_had_its_time(store: Store) -> None:
    wished(store, "ar", "uk")
    with store.transaction() as session:
        (first,) = translations.claim(session, 1, NOW)
        assert first.target == "ar"
    with store.transaction() as session:
        (second,) = translations.claim(session, 5, NOW)
        assert second.target == "uk"
        assert translations.claim(session, 5, NOW) == []
    with store.transaction() as session:
        again = translations.claim(session, 5, NOW + CLAIM)
        assert [one.target for one in again] == ["ar", "uk"]
        assert translations.done(session, first)
        assert not translations.done(session, first)


def test_it_is_tried_again_after_longer_and_longer_pauses_and_then_given_up(store: Store) -> None:
    wished(store, "ar")
    now = NOW
    for tried in range(1, TRIES + 1):
        with store.transaction() as session:
            (one,) = translations.claim(session, 5, now)
            assert translations.failed(session, one, now) is (tried < TRIES)
            assert translations.claim(session, 5, now + PAUSE * tried - timedelta(seconds=1)) == []
        now += PAUSE * tried
    with store.transaction() as session:
        assert translations.waiting(session, ABOUT) == frozenset()


def test_what_nobody_translates_is_forgotten(store: Store) -> None:
    wished(store, "ar", "uk")
    with store.transaction() as session:
        assert translations.forget_old(session, NOW + PERIOD) == 0
        assert translations.forget(session, Subject.THREAD, [7]) == 0
        assert translations.forget_old(session, NOW + PERIOD + timedelta(seconds=1)) == 2
