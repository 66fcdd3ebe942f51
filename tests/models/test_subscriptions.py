"""Who wants news: with consent, by chat or by account, ended by one tap, forgotten as all is."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from models import accounts, parting, person, person_data, subscription
from models.person import Person
from models.role import Role
from models.store import Store
from models.subscription import SUBSCRIPTION, Agreed, Rhythm, Subscription, Wanted
from models.turn import Sender
from tests.people import LONG_AGO, account

DAY = date(2026, 11, 23)
AGREED = Agreed("2026-11", DAY)
WANTED = Wanted(frozenset({"work", "health"}), "Nord", Rhythm.WEEKLY)


def met(store: Store, name: str = "amal", account: int | None = None) -> Person:
    with store.transaction() as session:
        her = person.meet(session, Sender("telegram", name), DAY)
        if account is not None:
            accounts.link(session, her.id, account)
    return replace(her, account_id=account)


def with_task(store: Store) -> int:
    with store.transaction() as session:
        return account(session, Role.NETWORK)


def kept(store: Store) -> list[tuple[int | None, int | None]]:
    with store.transaction() as session:
        query = select(SUBSCRIPTION.c.account_id, SUBSCRIPTION.c.person_id)
        return [(row[0], row[1]) for row in session.execute(query)]


@pytest.mark.parametrize("has_task", [False, True])
def test_she_begins_changes_and_ends_it(store: Store, has_task: bool) -> None:
    her = met(store, account=with_task(store) if has_task else None)
    with store.transaction() as session:
        assert subscription.of(session, her) is None
        assert not subscription.change(session, her, WANTED)
        subscription.begin(session, her, WANTED, AGREED)
        subscription.begin(session, her, WANTED, AGREED)
        assert subscription.of(session, her) == Subscription(WANTED, "2026-11", DAY)
        assert subscription.change(session, her, Wanted())
        changed = subscription.of(session, her)
        assert changed
        assert (changed.wanted, changed.is_on) == (Wanted(), True)
        assert subscription.end(session, her)
        assert not subscription.end(session, her)
        assert subscription.of(session, her) is None


def test_without_a_consent_there_is_none(sqlite_store: Store) -> None:
    her = met(sqlite_store)
    with sqlite_store.transaction() as session, pytest.raises(ValueError, match="agreed"):
        subscription.begin(session, her, WANTED, Agreed("", DAY))
    assert kept(sqlite_store) == []


def test_with_a_task_she_can_refuse_and_come_back(sqlite_store: Store) -> None:
    her, other = met(sqlite_store, account=with_task(sqlite_store)), met(sqlite_store, "bilal")
    with sqlite_store.transaction() as session:
        assert not subscription.refuse(session, other, DAY)
        subscription.begin(session, her, WANTED, AGREED)
        assert subscription.refuse(session, her, DAY)
        assert not subscription.refuse(session, her, DAY)
        assert not subscription.end(session, her)
        refused = subscription.of(session, her)
        assert refused
        assert (refused.refused, refused.is_on) == (True, False)
        assert subscription.accept(session, her)
        assert subscription.of(session, her) is None


def test_it_comes_along_to_an_account_that_has_not_decided(store: Store) -> None:
    first, second, task = met(store), met(store, "work"), with_task(store)
    with store.transaction() as session:
        subscription.begin(session, first, WANTED, AGREED)
        subscription.begin(session, second, Wanted(), AGREED)
        accounts.link(session, first.id, task)
        accounts.link(session, second.id, task)
        found = subscription.of(session, replace(first, account_id=task))
    assert found
    assert found.wanted == WANTED
    assert kept(store) == [(task, None)]


@pytest.mark.parametrize("has_task", [False, True])
def test_whoever_is_forgotten_has_none(store: Store, has_task: bool) -> None:
    task = with_task(store) if has_task else None
    her = met(store, account=task)
    with store.transaction() as session:
        subscription.begin(session, her, WANTED, AGREED)
        if task is None:
            person_data.forget(session, her, LONG_AGO)
        else:
            parting.forget(session, LONG_AGO, task)
    assert kept(store) == []


def test_all_of_it_is_shown_to_her(sqlite_store: Store) -> None:
    her = met(sqlite_store)
    with sqlite_store.transaction() as session:
        assert subscription.everything(session, her) is None
        subscription.begin(session, her, WANTED, AGREED)
        assert subscription.everything(session, her) == {
            "topics": ["health", "work"],
            "district": "Nord",
            "rhythm": "weekly",
            "consent": "2026-11",
            "since": "2026-11-23",
            "refused": False,
        }
