"""Invitations: secret, once, for a while, limited, and gone after their period."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from random import Random

import pytest
from sqlalchemy import select

from models import account as accounts
from models import invitations, organizations, parting, roles
from models.audit import AuditRow
from models.base import Session
from models.invitations import TABLE, Guest, Invitation, Offered
from models.role import Role, may_decide
from models.roles import Deed, Grant, LastAdministrator
from models.secrets import hashed
from models.store import Store
from models.turn import Sender
from tests.clock import Clock
from tests.people import account, at

NOW: datetime = Clock()()
TODAY: date = NOW.date()
BY_THE_TOWN = Deed(NOW)


@pytest.fixture
def session(store: Store) -> Iterator[Session]:
    with store.transaction() as opened:
        yield opened


def invited(session: Session, offered: Offered, days: int = 14) -> tuple[str, Invitation]:
    secret = invitations.invite(session, Random(1), BY_THE_TOWN, offered, days)
    found = invitations.find(session, hashed(secret))
    assert found is not None
    return secret, found


def guest(session: Session, address: str = "1", of: int | None = None) -> Guest:
    return Guest(at(session, Sender("web", address), of, "uk"), of, "uk")


def test_the_secret_has_128_bits_and_more_and_is_not_stored(session: Session) -> None:
    secret, _ = invited(session, Offered((Role.OWNER,)))
    assert len(secret) * 6 >= 128
    assert secret not in repr(session.execute(select(TABLE)).all())
    other = invitations.invite(session, Random(2), BY_THE_TOWN, Offered((Role.OWNER,)))
    assert other != secret


def test_accepting_makes_an_account_with_what_was_offered(session: Session) -> None:
    choir = organizations.make(session, "people", "Chor")
    offered = Offered(
        (Role.KEEPER, Role.EDITOR), "Leitung", "chor@example.org", "ar", organization_id=choir
    )
    _, found = invited(session, offered)
    made = invitations.accept(session, BY_THE_TOWN, found, guest(session))
    assert made is not None
    she = accounts.find(session, made)
    assert she is not None
    assert (she.name, she.email, she.language) == ("Leitung", "chor@example.org", "uk")
    assert she.organization_id == choir
    assert roles.held(session, made) == [
        Grant(Role.KEEPER, choir, "ar"),
        Grant(
            Role.EDITOR, None, "ar"
        ),  # of several, only the keeping of offers is an organization's
    ]


def test_an_invitation_works_once(session: Session) -> None:
    secret, found = invited(session, Offered((Role.OWNER,), "Amt", "amt@example.org"))
    first = invitations.accept(session, BY_THE_TOWN, found, guest(session, "1"))
    assert first is not None
    assert invitations.accept(session, BY_THE_TOWN, found, guest(session, "2")) is None
    again = invitations.find(session, hashed(secret))
    assert invitations.refusal(again, TODAY, None) == "used"
    assert invitations.refusal(again, TODAY, first) == "yours"
    left = session.execute(select(TABLE.c.name, TABLE.c.email)).all()
    assert left == [("", "")]


@pytest.mark.parametrize(("days", "why"), [(14, None), (15, "expired")])
def test_it_works_up_to_its_last_day(session: Session, days: int, why: str | None) -> None:
    _, found = invited(session, Offered((Role.OWNER,)))
    assert invitations.refusal(found, TODAY + timedelta(days=days), None) == why


def test_who_has_an_account_keeps_it_and_gets_the_role_added(session: Session) -> None:
    mine = account(session, Role.NETWORK)
    _, found = invited(session, Offered((Role.OWNER,)))
    accepted = invitations.accept(session, BY_THE_TOWN, found, guest(session, of=mine))
    assert accepted == mine
    assert [grant.role for grant in roles.held(session, mine)] == [Role.NETWORK, Role.OWNER]


def test_what_is_meant_for_one_account_is_not_for_another(session: Session) -> None:
    meant, mine = account(session), account(session, Role.NETWORK)
    _, found = invited(session, Offered((Role.OWNER,), account_id=meant))
    assert invitations.refusal(found, TODAY, mine) == "other"
    assert invitations.refusal(found, TODAY, None) is None
    assert invitations.accept(session, BY_THE_TOWN, found, guest(session)) == meant


def test_a_withdrawn_invitation_is_unknown(session: Session) -> None:
    secret, found = invited(session, Offered((Role.OWNER,)))
    assert invitations.waiting(session, TODAY) == [found]
    assert invitations.withdraw(session, BY_THE_TOWN, found.id)
    assert not invitations.withdraw(session, BY_THE_TOWN, found.id)
    assert invitations.refusal(invitations.find(session, hashed(secret)), TODAY, None) == "unknown"


def test_a_used_invitation_cannot_be_withdrawn(session: Session) -> None:
    _, found = invited(session, Offered((Role.OWNER,)))
    invitations.accept(session, BY_THE_TOWN, found, guest(session))
    assert not invitations.withdraw(session, BY_THE_TOWN, found.id)


def test_a_role_given_again_has_its_newest_limits(session: Session) -> None:
    mine = account(session, Role.COUNSELLOR)
    roles.give(session, BY_THE_TOWN, mine, Grant(Role.COUNSELLOR, language="ar"))
    assert roles.held(session, mine) == [Grant(Role.COUNSELLOR, language="ar")]


def test_the_last_administrator_stays_one(session: Session) -> None:
    first, second = account(session, Role.ADMINISTRATOR), account(session, Role.ADMINISTRATOR)
    assert roles.take(session, Deed(NOW, first), second, Role.ADMINISTRATOR)
    assert not roles.take(session, Deed(NOW, first), second, Role.ADMINISTRATOR)
    with pytest.raises(LastAdministrator):
        roles.take(session, Deed(NOW, second), first, Role.ADMINISTRATOR)
    assert roles.counted(session) == {Role.ADMINISTRATOR: 1}


def test_giving_and_taking_are_accounted_for_without_contents(session: Session) -> None:
    boss, mine = account(session, Role.MANAGER), account(session)
    roles.give(session, Deed(NOW, boss), mine, Grant(Role.OWNER))
    roles.take(session, Deed(NOW, boss), mine, Role.OWNER)
    lines = session.execute(
        select(AuditRow.action, AuditRow.account_id, AuditRow.entity, AuditRow.entity_id)
        .where(AuditRow.account_id == boss)
        .order_by(AuditRow.id)
    )
    assert [tuple(line) for line in lines] == [
        ("role.given.owner", boss, "account", mine),
        ("role.taken.owner", boss, "account", mine),
    ]


def test_managers_decide_about_all_roles_but_administrator() -> None:
    assert {role for role in Role if may_decide({Role.MANAGER}, role)} == set(Role) - {
        Role.ADMINISTRATOR
    }
    assert all(may_decide({Role.ADMINISTRATOR}, role) for role in Role)
    assert not any(may_decide(set(Role) - {Role.MANAGER, Role.ADMINISTRATOR}, x) for x in Role)


def test_invitations_go_a_month_after_they_are_over(session: Session) -> None:
    invited(session, Offered((Role.OWNER,)), days=14)
    invitations.invite(session, Random(9), BY_THE_TOWN, Offered((Role.OWNER,)), 90)
    used = invitations.waiting(session, TODAY)[-1]
    invitations.accept(session, BY_THE_TOWN, used, guest(session))
    assert invitations.forget_old(session, TODAY) == 0
    assert invitations.forget_old(session, TODAY + timedelta(days=1)) == 1
    assert invitations.forget_old(session, TODAY + timedelta(days=15)) == 1


def test_an_account_without_anything_left_is_dropped(session: Session) -> None:
    mine = account(session, Role.OWNER)
    assert not parting.drop_if_idle(session, mine)
    roles.take(session, BY_THE_TOWN, mine, Role.OWNER)
    assert parting.drop_if_idle(session, mine)
    assert accounts.find(session, mine) is None


def test_an_account_with_an_open_invitation_is_kept(session: Session) -> None:
    mine = account(session)
    invited(session, Offered((Role.OWNER,), account_id=mine))
    assert not parting.drop_if_idle(session, mine)
