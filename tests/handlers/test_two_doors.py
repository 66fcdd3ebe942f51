"""Two Lotses on one database: what works once works once, whoever comes to which of them."""

from collections.abc import Sequence
from random import Random

from models import accounts, invitations, link_codes
from models.base import Session
from models.invitations import Offered
from models.role import Role
from models.roles import Deed
from models.store import Store
from tests.clock import Clock
from tests.handlers import joining
from tests.people import account
from tests.twins import together

GUESTS = ("a", "b")
LINKS = 20
NOW = Clock()()


def said(url: str, lines: Sequence[str]) -> list[list[str]]:
    """What two people hear who say the same at the same time, each at a door of her own."""
    return together(joining.main, lines, *((url, guest) for guest in GUESTS))


def invited(session: Session, seed: int) -> str:
    """A link for a role that nobody has."""
    offered = Offered((Role.NETWORK,), name=f"Verein {seed}")
    return invitations.invite(session, Random(seed), Deed(NOW), offered)


def test_a_link_gives_its_role_to_one_of_two(store: Store, url: str) -> None:
    with store.transaction() as session:
        lines = [f"/start join_{invited(session, seed)}" for seed in range(LINKS)]
    answers = zip(*said(url, lines), strict=True)
    welcomed = [["Willkommen" in answer for answer in both] for both in answers]
    assert [sum(both) for both in welcomed] == [1] * LINKS
    with store.transaction() as session:
        assert len(accounts.everyone(session)) == len({both.index(True) for both in welcomed})


def test_a_code_links_one_of_two(store: Store, url: str) -> None:
    with store.transaction() as session:
        code = link_codes.make(session, Random(1), account(session, Role.OWNER), NOW)
    first, second = said(url, [f"/link {code}"])
    assert sorted("Verbunden" in answer for answer in (*first, *second)) == [False, True]
