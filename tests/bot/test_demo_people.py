"""The demo town has people in every role, and links to try each."""

import pytest

from bot.cli.demo_people import links
from bot.settings import Settings
from models import account as accounts
from models import demo_people, invitations, parting
from models.measures import load
from models.role import Role
from models.roles import Deed
from models.secrets import hashed
from models.store import Store
from tests.clock import Clock

NOW = Clock()()


def test_each_role_has_a_link_for_somebody_who_holds_it(town: Store) -> None:
    with town.transaction() as session:
        made = links(session, Settings(_env_file=None))
        assert list(made) == list(Role)
        for role, link in made.items():
            found = invitations.find(session, hashed(link.partition("=join_")[2]))
            assert found is not None
            held = accounts.find(session, found.offered.account_id or 0)
            assert held is not None
            assert role in held.roles


def test_the_one_to_try_measures_with_has_some(town: Store) -> None:
    with town.transaction() as session:
        owner = demo_people.with_role(session, Role.OWNER)
        assert owner is not None
        assert parting.measures(session, owner) > 0
        assert [x.number for x in load(session, NOW.date()) if x.responsible_id == owner]


@pytest.mark.parametrize("role", Role)
def test_without_the_demo_town_an_account_is_made_once(store: Store, role: Role) -> None:
    with store.transaction() as session:
        first = demo_people.at_the_terminal(session, role, Deed(NOW))
        assert demo_people.at_the_terminal(session, role, Deed(NOW)) == first
        found = accounts.find(session, first)
        assert found is not None
        assert found.roles == {role}
