"""Invitations for many people of a table, and the table of their links."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from sqlalchemy.orm import Session

from models import account as accounts
from models import invitations
from models.imports.people import Change
from models.imports.people_writing import ids
from models.imports.table import Cell, Sheet, Table
from models.invitations import Invitation, Offered
from models.role import Role
from models.roles import Deed
from models.town import Town

NAME = "links"
HEADER = ("id", "name", "email", "role", "link", "telegram", "expires")


@dataclass(frozen=True, slots=True)
class Invited:
    """Somebody's new link."""

    id: str
    name: str
    email: str
    roles: tuple[Role, ...]
    secret: str
    expires: date


@dataclass(frozen=True, slots=True)
class Sending:
    """How invitations are made: for how long, and whether open ones are replaced."""

    rng: Random
    deed: Deed
    days: int = invitations.DAYS
    again: bool = False


def invite(
    session: Session, source: str, changes: Iterable[Change], sending: Sending
) -> list[Invited]:
    """A link for everybody who lacks a role of the table and has no open invitation.

    With `sending.again` open ones are withdrawn and replaced.
    """
    lacking = {change.id: change for change in changes if change.missing}
    open_ones = _open(session, sending.deed.at.date())
    made = []
    for id, account in ids(session, source).items():
        theirs = open_ones.get(account, [])
        if id in lacking and (sending.again or not theirs):
            _withdraw(session, theirs, sending)
            made.append(_invite(session, account, lacking[id], sending))
    return made


def table(made: Sequence[Invited], town: Town) -> Table:
    """The links to hand out, one row a person."""
    rows = (_row(one, town) for one in made)
    return Table(NAME, (Sheet(NAME, NAME, (HEADER, *rows)),))


def _open(session: Session, today: date) -> dict[int, list[Invitation]]:
    found: dict[int, list[Invitation]] = {}
    for one in invitations.waiting(session, today):
        found.setdefault(one.offered.account_id or 0, []).append(one)
    return found


def _withdraw(session: Session, open_ones: Iterable[Invitation], sending: Sending) -> None:
    for one in open_ones:
        invitations.withdraw(session, sending.deed, one.id)


def _invite(session: Session, account: int, change: Change, sending: Sending) -> Invited:
    found = accounts.find(session, account)
    keeps_offers = Role.KEEPER in change.missing
    organization = found.organization_id if found and keeps_offers else None
    offered = Offered(change.missing, account_id=account, organization_id=organization)
    secret = invitations.invite(session, sending.rng, sending.deed, offered, sending.days)
    expires = sending.deed.at.date() + timedelta(days=sending.days)
    email = found.email if found else ""
    return Invited(change.id, change.name, email, change.missing, secret, expires)


def _row(one: Invited, town: Town) -> tuple[Cell, ...]:
    web, telegram = town.invitation(one.secret), town.telegram_invitation(one.secret)
    roles = "; ".join(one.roles)
    return (one.id, one.name, one.email, roles, web, telegram or None, one.expires)
