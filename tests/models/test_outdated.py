"""What has fallen behind: translations whose German text is newer, and reviews nobody did."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from sqlalchemy import Engine

from models import offer_reviews, outdated
from models.base import Session
from models.imports import offers as importing
from models.imports.reading import Reading
from models.offer import Offer
from models.offers import load
from models.store import Store
from tests.models.offer_strategies import catalogues
from tests.models.upkeep import RULES, SOURCE, TODAY, offer, renamed, settle


def behind(session: Session, language: str = "") -> list[tuple[str, str, tuple[str, ...]]]:
    found = outdated.translations(session, TODAY, language)
    return [(one.offer.source_id, one.language, one.fields) for one in found]


def test_a_new_german_title_leaves_its_translation_behind(store: Store) -> None:
    with store.transaction() as session:
        settle(session)
        assert behind(session) == []
        settle(session, offer(title="Deutsch am Morgen"))
        assert behind(session) == [("kurs", "ar", ("title",))]
        assert behind(session, "uk") == []
        settle(session, translated(offer(title="Deutsch am Morgen"), "الألمانية صباحًا"))
        assert behind(session) == []


def translated(found: Offer, title: str) -> Offer:
    return replace(found, texts={**found.texts, "ar": {"title": title}})


def test_what_is_over_needs_no_translation(store: Store) -> None:
    with store.transaction() as session:
        settle(session)
        over = offer(title="Deutsch am Morgen", valid_until=TODAY - timedelta(days=1))
        settle(session, over)
        assert behind(session) == []


@settings(max_examples=8)
@given(catalogues())
def test_they_are_those_that_offers_name(shared: Engine, offers: tuple[Offer, ...]) -> None:
    """Counted without reading offers, found by reading them."""
    with Session(shared) as session:
        for found in (offers, tuple(renamed(one, f"{n}") for n, one in enumerate(offers))):
            reading = Reading(found, None, ())
            importing.apply(session, importing.plan(session, reading, SOURCE))
        named = {(one.id, column) for one in load(session, TODAY) for column in one.outdated}
        counted = {
            (one.offer.id, f"{field}::{one.language}")
            for one in outdated.translations(session, TODAY)
            for field in one.fields
        }
        assert counted == named
        pairs = {(id, column.partition("::")[2]) for id, column in named}
        assert outdated.number(session, TODAY) == len(pairs)
        session.rollback()


def test_reviews_that_wait_the_longest_first_asked_for_or_not(store: Store) -> None:
    with store.transaction() as session:
        _, cafe, *_ = settle(
            session,
            offer(review_due=TODAY),
            offer("cafe"),
            offer("alt", last_checked=date(2026, 5, 20)),
            offer("nie", last_checked=None),
        )
        offer_reviews.reported(session, cafe, TODAY - timedelta(days=1))
        for _ in range(2):
            found = outdated.overdue(session, TODAY, RULES)
            assert [(one.offer.source_id, one.reason) for one in found] == [
                ("alt", "due"),
                ("cafe", "reported"),
                ("kurs", "due"),
            ]
            offer_reviews.refresh(session, TODAY - timedelta(days=3), RULES)
