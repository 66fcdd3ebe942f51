"""What is over its period goes, and only that."""

from datetime import date, timedelta
from random import Random

import pytest

from jobs import retention
from models import (
    absences,
    asked,
    feedback,
    inbox,
    invitations,
    link_codes,
    offer_drafts,
    person,
)
from models.invitations import Offered
from models.role import Role
from models.roles import Deed
from models.store import Store
from models.turn import Sender
from tests.clock import Clock
from tests.models.upkeep import called, settle
from tests.people import account

TODAY = Clock().now.date()


def people(store: Store) -> int:
    with store.transaction() as session:
        return len(session.execute(person.TABLE.select()).all())


def ran(store: Store, clock: Clock) -> int:
    with store.transaction() as session:
        return retention.run(session, clock())


def test_a_person_who_blocked_lotse_goes_after_thirty_days(store: Store) -> None:
    clock = Clock()
    with store.transaction() as session:
        her = person.meet(session, Sender("telegram", "1"), TODAY)
        person.leave(session, her, TODAY)
        person.meet(session, Sender("telegram", "2"), TODAY)
    clock.later(timedelta(days=30))
    assert ran(store, clock) == 0
    clock.later(timedelta(days=1))
    assert ran(store, clock) == 1
    assert people(store) == 1


def test_a_person_who_is_silent_for_two_years_goes(store: Store) -> None:
    clock = Clock()
    with store.transaction() as session:
        person.meet(session, Sender("web", "x"), TODAY)
    clock.later(timedelta(days=730))
    assert ran(store, clock) == 0
    clock.later(timedelta(days=1))
    assert ran(store, clock) == 1


@pytest.mark.parametrize(("days", "left"), [(2, 2), (3, 1)])
def test_ids_of_handled_updates_go_and_waiting_ones_stay(
    store: Store, days: int, left: int
) -> None:
    clock = Clock()
    with store.transaction() as session:
        inbox.take_in(session, "telegram", TODAY, [("1", b"{}"), ("2", b"{}")])
        assert inbox.claim(session, "telegram", "1")
    clock.later(timedelta(days=days))
    ran(store, clock)
    with store.transaction() as session:
        assert len(session.execute(inbox.INBOX.select()).all()) == left


@pytest.mark.parametrize(("days", "left"), [(31, 1), (32, 0)])
def test_a_tap_on_a_link_in_a_mail_is_known_longer_than_the_link_is_good(
    store: Store, days: int, left: int
) -> None:
    clock = Clock()
    with store.transaction() as session:
        inbox.take_in(session, "mail", TODAY, [("1", b"{}")])
        assert inbox.claim(session, "mail", "1")
    clock.later(timedelta(days=days))
    ran(store, clock)
    with store.transaction() as session:
        assert len(session.execute(inbox.INBOX.select()).all()) == left


def test_a_new_day_counts_as_seen(store: Store) -> None:
    sender = Sender("web", "x")
    with store.transaction() as session:
        person.meet(session, sender, date(2026, 1, 1))
        assert person.meet(session, sender, TODAY).last_seen == TODAY


def test_what_invitations_links_and_absences_leave_goes_in_its_time(store: Store) -> None:
    clock = Clock()
    deed = Deed(clock())
    with store.transaction() as session:
        mine = account(session)
        invitations.invite(session, Random(1), deed, Offered((Role.OWNER,)), days=14)
        link_codes.make(session, Random(1), mine, clock())
        absences.add(session, mine, TODAY, TODAY)
    gone = {}
    for days in (0, 1, 14, 44, 45, 730, 731):
        clock.now = Clock().now + timedelta(days=days)
        gone[days] = ran(store, clock)
    # the code, the absence, the invitation a month after its last day, the line in the audit
    assert gone == {0: 0, 1: 2, 14: 0, 44: 0, 45: 1, 730: 0, 731: 1}


def test_changes_of_offers_that_were_never_sent_go_after_thirty_days(store: Store) -> None:
    clock = Clock()
    with store.transaction() as session:
        (course,) = settle(session)
        wanted = called(session, course, "Deutsch am Morgen")
        offer_drafts.draft(session, Deed(clock(), account(session, Role.KEEPER)), wanted)
    clock.later(timedelta(days=30))
    assert ran(store, clock) == 0
    clock.later(timedelta(seconds=1))
    assert ran(store, clock) == 1


def test_replies_that_a_browser_never_fetched_go_after_thirty_days(store: Store) -> None:
    clock = Clock()
    with store.transaction() as session:
        person.meet(session, Sender("web", "x"), TODAY)
        inbox.owe(session, ("web", "x"), b"hers")
        inbox.owe(session, ("web", "deleted"), b"nobody's")
    assert ran(store, clock) == 1
    clock.later(timedelta(days=30))
    assert ran(store, clock) == 0
    clock.later(timedelta(days=1))
    assert ran(store, clock) == 1


def test_counters_go_after_ten_years(store: Store) -> None:
    clock = Clock()
    with store.transaction() as session:
        asked.count(session, asked.Asked(TODAY, "housing", "de", "", asked.Outcome.HIGH))
        about = feedback.About(TODAY, "housing", "de", "", None)
        feedback.rate(session, "abcdef", about, "helped")
    clock.later(timedelta(days=3650))
    assert ran(store, clock) == 0
    clock.later(timedelta(days=3))
    assert ran(store, clock) == 2
