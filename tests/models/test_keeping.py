"""Who keeps an offer: a person with the role, her organization, and otherwise whoever leads."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from models import absences, keeping
from models import account as accounts
from models import accounts as all_accounts
from models.base import Session
from models.role import Role
from models.store import Store
from tests.models.upkeep import TODAY, offer, settle, somebody, works_for

MAIL = "vhs@example.org"


def kept(session: Session, offer: int) -> tuple[int, ...]:
    return keeping.keepers_of(session, offer, TODAY)


def may(session: Session, account: int, offer: int) -> bool:
    her = accounts.find(session, account)
    assert her is not None
    return keeping.may_keep(session, her, offer, TODAY)


def test_a_person_is_asked_before_her_colleagues_who_may_keep_it_too(store: Store) -> None:
    with store.transaction() as session:
        (course,) = settle(session, offer(keeper_email="VHS@example.org"))
        her = somebody(session, "Kurse", Role.KEEPER, email=MAIL, email_verified=True)
        colleague = somebody(session, "Büro", Role.KEEPER, limit="Volkshochschule")
        assert kept(session, course) == (her,)
        assert may(session, her, course)
        assert may(session, colleague, course)


def test_an_address_that_nobody_proved_is_nobodys(store: Store) -> None:
    with store.transaction() as session:
        (course,) = settle(session, offer(keeper_email=MAIL))
        her = somebody(session, "Kurse", Role.KEEPER, email=MAIL)
        assert kept(session, course) == ()
        assert not may(session, her, course)


def test_a_role_limited_to_the_organization_keeps_all_of_its_offers(store: Store) -> None:
    with store.transaction() as session:
        course, cafe = settle(session, offer(), offer("cafe", keeper="Amt für Soziales"))
        her = somebody(session, "Büro", Role.KEEPER, limit="volkshochschule")
        other = somebody(session, "Volkshochschule", Role.KEEPER, limit="Frauentreff")
        assert kept(session, course) == kept(session, cafe) == (her,)
        assert not may(session, other, course)


@pytest.mark.parametrize("named", ["account", "organization"])
def test_without_a_limit_the_keepers_name_decides(store: Store, named: str) -> None:
    with store.transaction() as session:
        course, cafe = settle(session, offer(keeper="Amt für Soziales"), offer("cafe"))
        name = "Amt für Soziales" if named == "account" else "Frau K."
        her = somebody(session, name, Role.KEEPER)
        if named == "organization":
            works_for(session, her, "Amt für Soziales")
        assert kept(session, course) == (her,)
        assert kept(session, cafe) == ()
        assert may(session, her, course)
        assert not may(session, her, cafe)


def test_where_nobody_is_named_it_is_whoever_makes_the_offer(store: Store) -> None:
    with store.transaction() as session:
        (course,) = settle(session, offer(keeper=""))
        her = somebody(session, "Volkshochschule", Role.KEEPER)
        somebody(session, "Volkshochschule", Role.COUNSELLOR)
        assert kept(session, course) == (her,)


def test_who_leads_may_keep_everything_and_lists_what_nobody_keeps(store: Store) -> None:
    with store.transaction() as session:
        course, cafe = settle(session, offer(), offer("cafe", keeper="Niemand"))
        her = somebody(session, "Volkshochschule", Role.KEEPER)
        lead = somebody(session, "Integrationsbüro", Role.MANAGER)
        assert may(session, lead, course)
        assert [listed(session, one) for one in (lead, her)] == [[cafe], [course]]


def listed(session: Session, account: int) -> list[int]:
    her = accounts.find(session, account)
    assert her is not None
    return [one.id for one in keeping.offers_of(session, her, TODAY)]


def test_what_is_due_first_comes_first_and_what_is_over_does_not_come(store: Store) -> None:
    with store.transaction() as session:
        never, late, soon, _over = settle(
            session,
            offer("never"),
            offer("late", review_due=date(2027, 5, 1)),
            offer("soon", review_due=date(2026, 12, 1)),
            offer("over", valid_until=TODAY - timedelta(days=1)),
        )
        her = somebody(session, "Volkshochschule", Role.KEEPER)
        assert listed(session, her) == [soon, late, never]


def test_while_she_is_away_her_deputy_is_asked_if_she_may_keep_offers(store: Store) -> None:
    with store.transaction() as session:
        (course,) = settle(session)
        able = somebody(session, "Vertretung", Role.KEEPER)
        other = somebody(session, "Sekretariat", Role.NETWORK)
        her = somebody(session, "Volkshochschule", Role.KEEPER, deputy_id=able)
        absences.add(session, her, TODAY, TODAY)
        assert kept(session, course) == (able,)
        assert may(session, able, course)
        assert may(session, her, course)
        all_accounts.change(session, her, deputy_id=other)
        assert kept(session, course) == (her,)
        assert not may(session, able, course)


def test_a_whole_offer_is_kept_as_its_row_is(store: Store) -> None:
    with store.transaction() as session:
        whole = offer(keeper_email=MAIL, review_due=TODAY)
        (course,) = settle(session, whole)
        assert keeping.find(session, course) == keeping.kept(replace(whole, id=course))
        assert keeping.find(session, course + 1) is None
