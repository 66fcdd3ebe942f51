"""Importing people: known again by their ids, nobody removed, invitations for who lacks a role."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest

from models import account as accounts
from models import departments, groups, invitations, organizations, roles
from models.account import Account
from models.base import Session
from models.imports.people_links import Invited, Sending, invite
from models.imports.people_links import table as links_table
from models.imports.people_writing import ids
from models.invitations import Guest
from models.role import Role
from models.roles import Deed, Grant
from models.secrets import hashed
from models.store import Store
from models.town import Town
from models.turn import Sender
from tests.models.people_tables import BOSS, DEED, SCHOOL, SOURCE, imported, planned
from tests.people import at

TODAY = DEED.at.date()
RNG = Random(1)


@pytest.fixture
def session(store: Store) -> Iterator[Session]:
    with store.transaction() as opened:
        yield opened


def stored(session: Session, id: str) -> Account:
    found = accounts.find(session, ids(session, SOURCE)[id])
    assert found is not None
    return found


def invited(session: Session, *people: dict[str, Any], again: bool = False) -> list[Invited]:
    plan = planned(session, *people)
    return invite(session, SOURCE, plan.changes, Sending(RNG, DEED, again=again))


def accept(session: Session, one: Invited, address: str) -> None:
    found = invitations.find(session, hashed(one.secret))
    assert found is not None
    guest = Guest(at(session, Sender("web", address), None), None, "de")
    assert invitations.accept(session, DEED, found, guest)


def test_everything_of_a_row_is_stored_but_roles(session: Session) -> None:
    report = imported(session)
    assert [(row.kind, row.source_id) for row in report.rows] == [("new", "ib"), ("new", "vhs")]
    assert (report.departments, report.groups) == (1, 2)
    boss, school = stored(session, "ib"), stored(session, "vhs")
    assert (boss.name, boss.email, boss.language) == (
        "Integrationsbüro",
        "integration@example.org",
        "de",
    )
    assert organizations.name_of(session, boss.organization_id) == "Stadt Mittelstadt"
    assert departments.head_of(session, boss.department_id) == boss.id
    assert [group.name for group in groups.of(session, boss.id)] == [
        "AG Sprache",
        "Steuerungsgruppe",
    ]
    assert school.deputy_id == boss.id
    assert boss.roles == school.roles == frozenset()
    assert report.missing == ("ib", "vhs")


def test_the_same_again_changes_nothing(session: Session) -> None:
    imported(session)
    report = imported(session)
    assert {row.kind for row in report.rows} == {"unchanged"}
    assert not report.anything


def test_changes_are_named_by_their_columns(session: Session) -> None:
    imported(session)
    other = {"name": "Büro", "email": "buero@example.org", "groups": "STG", "leads": "nein"}
    report = imported(session, BOSS | other, SCHOOL | {"deputy": "buero@example.org"})
    boss, school = report.rows
    assert (boss.kind, set(boss.changed)) == ("changed", set(other))
    assert school.kind == "unchanged"
    assert stored(session, "ib").name == "Büro"


def test_an_empty_cell_leaves_what_was_set_in_the_chat(session: Session) -> None:
    imported(session)
    report = imported(session, {"id": "ib", "name": BOSS["name"]}, SCHOOL)
    assert [row.kind for row in report.rows] == ["unchanged", "unchanged"]
    assert stored(session, "ib").email == BOSS["email"]


def test_who_vanished_is_named_and_stays(session: Session) -> None:
    imported(session)
    report = imported(session, BOSS)
    assert [(row.kind, row.source_id) for row in report.rows] == [
        ("unchanged", "ib"),
        ("vanished", "vhs"),
    ]
    assert stored(session, "vhs").name == "Volkshochschule"
    assert not report.anything


def test_a_plan_alone_changes_nothing(session: Session) -> None:
    planned(session)
    assert ids(session, SOURCE) == {}


def test_each_link_gives_the_roles_of_its_row(session: Session) -> None:
    imported(session)
    made = invited(session)
    assert [(one.id, one.roles) for one in made] == [
        ("ib", (Role.MANAGER, Role.OWNER)),
        ("vhs", (Role.KEEPER,)),
    ]
    for one in made:
        accept(session, one, one.id)
    boss, school = stored(session, "ib"), stored(session, "vhs")
    assert boss.roles == {Role.MANAGER, Role.OWNER}
    assert roles.held(session, school.id) == [Grant(Role.KEEPER, school.organization_id)]
    assert imported(session).missing == ()


def test_nobody_is_invited_twice_unless_asked_for(session: Session) -> None:
    imported(session)
    first = invited(session)
    assert invited(session) == []
    again = invited(session, again=True)
    assert [one.id for one in again] == [one.id for one in first]
    assert len(invitations.waiting(session, TODAY)) == 2
    assert invitations.find(session, hashed(first[0].secret)) is None


def test_an_expired_invitation_is_made_anew(session: Session) -> None:
    imported(session)
    invited(session)
    late = DEED.at + timedelta(days=15)
    plan = planned(session)
    again = invite(session, SOURCE, plan.changes, Sending(RNG, Deed(late)))
    assert len(again) == 2


def test_a_new_role_is_offered_beside_those_held(session: Session) -> None:
    imported(session)
    for one in invited(session):
        accept(session, one, one.id)
    more = SCHOOL | {"role": "keeper; Netzwerk"}
    assert [(one.id, one.roles) for one in invited(session, BOSS, more)] == [
        ("vhs", (Role.NETWORK,))
    ]


def test_the_table_of_links_is_for_handing_out(session: Session) -> None:
    imported(session)
    made = invited(session)
    town = Town("M", ("de",), "de", address="https://lotse.example.org", telegram_bot="MBot")
    header, boss, _ = links_table(made, town).sheets[0].rows
    row = dict(zip(map(str, header), boss, strict=True))
    assert row == {
        "id": "ib",
        "name": "Integrationsbüro",
        "email": "integration@example.org",
        "role": "manager; owner",
        "link": f"https://lotse.example.org/?start=join_{made[0].secret}",
        "telegram": f"https://t.me/MBot?start=join_{made[0].secret}",
        "expires": date(2026, 12, 7),
    }
