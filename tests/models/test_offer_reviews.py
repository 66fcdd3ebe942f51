"""Offers are looked at again when their day has come, or when somebody calls them wrong."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from models import offer_reviews, report, revision
from models.base import Session
from models.offer_review import Reason
from models.offer_rules import OfferRules
from models.offers import revision as offers_revision
from models.store import Store
from tests.models.upkeep import RULES, TODAY, by, now_is, offer, settle

DAY = timedelta(days=1)


def open_on(session: Session, day: date) -> list[int]:
    offer_reviews.refresh(session, day, RULES)
    return [one.offer for one in offer_reviews.open_now(session, day)]


@pytest.mark.parametrize(
    ("checked", "next_review"),
    [
        (date(2026, 5, 23), date(2026, 11, 23)),
        (date(2026, 8, 31), date(2027, 2, 28)),
        (date(2027, 8, 31), date(2028, 2, 29)),
        (date(2026, 12, 1), date(2027, 6, 1)),
    ],
)
def test_half_a_year_later_it_is_looked_at_again(checked: date, next_review: date) -> None:
    assert RULES.next_review(checked) == next_review


@pytest.mark.parametrize("months", [1, 6, 13])
def test_the_last_day_that_is_overdue_is_the_last_whose_period_is_over(months: int) -> None:
    rules = OfferRules(months=months)
    for days in range(800):
        today = date(2027, 1, 1) + timedelta(days=days)
        last = rules.last_overdue(today)
        assert rules.next_review(last) <= today < rules.next_review(last + DAY)


def test_its_own_day_comes_before_the_towns_period(store: Store) -> None:
    long_ago, tomorrow = date(2025, 1, 1), TODAY + DAY
    with store.transaction() as session:
        by_period, own, _fresh = settle(
            session,
            offer("period", last_checked=date(2026, 5, 23)),
            offer("own", last_checked=long_ago, review_due=tomorrow),
            offer("fresh", last_checked=date(2026, 5, 25)),
        )
        assert open_on(session, TODAY) == [by_period]
        assert open_on(session, tomorrow) == [by_period, own]


def test_of_what_nobody_ever_looked_at_the_period_begins_when_it_comes(store: Store) -> None:
    with store.transaction() as session:
        (course,) = settle(session, offer(last_checked=None))
        assert open_on(session, TODAY) == []
        assert open_on(session, date(2027, 5, 22)) == []
        assert open_on(session, date(2027, 5, 23)) == [course]


def test_what_is_over_or_taken_out_is_not_looked_at(store: Store) -> None:
    with store.transaction() as session:
        settle(
            session,
            offer("over", review_due=TODAY, valid_until=TODAY - DAY),
            offer("out", review_due=TODAY, inactive=True),
        )
        assert open_on(session, TODAY) == []


def test_what_an_import_says_was_looked_at_is_not_asked_for_any_more(store: Store) -> None:
    with store.transaction() as session:
        course, cafe = settle(session, offer(review_due=TODAY), offer("cafe"))
        offer_reviews.reported(session, cafe, TODAY)
        assert open_on(session, TODAY) == [course, cafe]
        settle(session, offer(review_due=TODAY + DAY), offer("cafe", last_checked=TODAY + DAY))
        assert open_on(session, TODAY) == []


def test_still_right_gives_it_another_half_year(store: Store) -> None:
    with store.transaction() as session:
        (course,) = settle(session, offer(review_due=TODAY))
        assert open_on(session, TODAY) == [course]
        before = offers_revision(session)
        assert offer_reviews.confirm(session, by(None), course, RULES)
        found = now_is(session, course)
        assert (found.last_checked, found.review_due) == (TODAY, date(2027, 5, 23))
        assert open_on(session, TODAY) == []
        assert revision.current(session, revision.OFFERS) > before
        assert not offer_reviews.confirm(session, by(None), course + 1, RULES)


def test_somebody_calls_it_wrong_and_its_keepers_are_asked_anew(store: Store) -> None:
    with store.transaction() as session:
        (course,) = settle(session, offer(review_due=TODAY - 20 * DAY))
        offer_reviews.refresh(session, TODAY - 20 * DAY, RULES)
        days = {"asked": TODAY - 20 * DAY, "reminded": TODAY - 6 * DAY}
        offer_reviews.mark(session, [course], **days)
        report.record(session, course, "hours", TODAY - DAY)  # before anybody asked
        for kind in ("hours", "place", "hours"):
            report.record(session, course, kind, TODAY)
            offer_reviews.reported(session, course, TODAY)
        found = offer_reviews.find(session, course, TODAY)
        assert found is not None
        assert (found.reason, found.since) == (Reason.REPORTED, TODAY)
        assert (found.asked, found.reminded, found.told) == (None, None, None)
        said = offer_reviews.said(session, [found])
        assert list(said[course].items()) == [("hours", 2), ("place", 1)]


def test_another_report_does_not_begin_the_asking_anew(store: Store) -> None:
    with store.transaction() as session:
        (course,) = settle(session)
        offer_reviews.reported(session, course, TODAY)
        offer_reviews.mark(session, [course], asked=TODAY)
        offer_reviews.reported(session, course, TODAY + DAY)
        found = offer_reviews.find(session, course, TODAY + DAY)
        assert found is not None
        assert (found.since, found.asked) == (TODAY, TODAY)
        assert offer_reviews.numbers(session, TODAY) == {Reason.REPORTED: 1}


def test_a_report_brings_forward_what_would_have_begun_later(store: Store) -> None:
    with store.transaction() as session:
        (course,) = settle(session, offer(last_checked=None))
        assert open_on(session, TODAY) == []
        offer_reviews.reported(session, course, TODAY)
        assert open_on(session, TODAY) == [course]


def test_a_table_of_last_week_does_not_take_back_that_it_is_right(store: Store) -> None:
    old = offer(last_checked=date(2026, 5, 1), review_due=date(2026, 11, 1))
    with store.transaction() as session:
        (course,) = settle(session, old)
        assert open_on(session, TODAY) == [course]
        offer_reviews.confirm(session, by(None), course, RULES)
        settle(session, old)
        assert open_on(session, TODAY) == []
        assert now_is(session, course).last_checked == TODAY
        settle(session, replace(old, review_due=TODAY + DAY))  # the town wants it sooner
        assert open_on(session, TODAY + DAY) == [course]
        settle(session, replace(old, last_checked=TODAY + DAY, review_due=None))
        assert open_on(session, TODAY + DAY) == []
