"""Invitations: made, found by their secret, accepted once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any, Literal

from sqlalchemy import RowMapping, delete, func, insert, select, update
from sqlalchemy.orm import Session

from models import accounts, audit, roles
from models.base import rows, table
from models.invitation import InvitationRow
from models.role import Role
from models.roles import Deed, Grant
from models.secrets import hashed, secret

TABLE = table(InvitationRow)
DAYS = 14
LONGEST_DAYS = 90
ENTITY = "invitation"
Refusal = Literal["unknown", "yours", "used", "expired", "other"]


@dataclass(frozen=True, slots=True)
class Offered:
    """What an invitation offers. `organization_id` and `language` limit its roles.

    With `account_id` the roles are for that account; else accepting makes one. Without roles it
    only links another channel to that account.
    """

    roles: tuple[Role, ...]
    name: str = ""
    email: str = ""
    language: str = ""
    organization_id: int | None = None
    department_id: int | None = None
    account_id: int | None = None

    def grant(self, role: Role) -> Grant:
        """One of its roles with the limits. Of several, the organization limits only the keeping
        of offers: who does more works for the town.
        """
        limited = len(self.roles) == 1 or role is Role.KEEPER
        return Grant(role, self.organization_id if limited else None, self.language)


@dataclass(frozen=True, slots=True)
class Invitation:
    """An invitation as it is stored."""

    id: int
    offered: Offered
    expires: date
    used: bool


@dataclass(frozen=True, slots=True)
class Guest:
    """Who accepts: her person, her account if she has one, and the language she reads."""

    person: int
    account: int | None
    language: str


def invite(session: Session, rng: Random, deed: Deed, offered: Offered, days: int = DAYS) -> str:
    """Make an invitation for `days` days. Returns its secret, which is kept nowhere."""
    made = secret(rng)
    today = deed.at.date()
    values = _columns(offered) | {
        "token_hash": hashed(made),
        "invited_by": deed.by,
        "created": today,
        "expires": today + timedelta(days=days),
    }
    id = session.execute(insert(TABLE).values(**values).returning(TABLE.c.id)).scalar_one()
    audit.record(session, deed.at, deed.by, "invitation.made", (ENTITY, id))
    return made


def find(session: Session, token_hash: str) -> Invitation | None:
    """The invitation behind the hash of a secret."""
    query = select(TABLE).where(TABLE.c.token_hash == token_hash)
    row = session.execute(query).mappings().one_or_none()
    return None if row is None else _invitation(row)


def refusal(invitation: Invitation | None, today: date, account: int | None) -> Refusal | None:
    """Why somebody with that account cannot accept it, or None when she can."""
    if invitation is None:
        return "unknown"
    meant = invitation.offered.account_id
    if invitation.used:
        return "yours" if meant is not None and meant == account else "used"
    if invitation.expires < today:
        return "expired"
    return "other" if meant is not None and account not in (None, meant) else None


def accept(session: Session, deed: Deed, invitation: Invitation, guest: Guest) -> int | None:
    """Give what is offered; her account's id, or None when somebody else was quicker.

    What is known of her moves from the invitation to the account.
    """
    mine = (TABLE.c.id == invitation.id) & TABLE.c.used_on.is_(None)
    if not rows(session.execute(update(TABLE).where(mine).values(used_on=deed.at.date()))):
        return None
    offered = invitation.offered
    account = guest.account or offered.account_id or _account(session, deed, offered, guest)
    moved = {"account_id": account, "name": "", "email": ""}
    session.execute(update(TABLE).where(TABLE.c.id == invitation.id).values(**moved))
    by_herself = Deed(deed.at, account)
    for role in offered.roles:
        roles.give(session, by_herself, account, offered.grant(role))
    accounts.link(session, guest.person, account)
    accounts.change(session, account, language=guest.language)
    audit.record(session, deed.at, account, "invitation.accepted", (ENTITY, invitation.id))
    return account


def waiting(session: Session, today: date) -> list[Invitation]:
    """Those for roles that can still be accepted, the next to expire first."""
    open_ones = TABLE.c.used_on.is_(None) & (TABLE.c.expires >= today) & (TABLE.c.roles != "")
    query = select(TABLE).where(open_ones).order_by(TABLE.c.expires, TABLE.c.id)
    return [_invitation(row) for row in session.execute(query).mappings()]


def made_for(session: Session, account: int, day: date) -> int:
    """How many were made on that day to link channels to an account."""
    links = (TABLE.c.account_id == account) & (TABLE.c.roles == "") & (TABLE.c.created == day)
    return session.scalar(select(func.count()).where(links)) or 0


def withdraw(session: Session, deed: Deed, id: int) -> bool:
    """The link works no more. False: it was used, or is not there."""
    unused = (TABLE.c.id == id) & TABLE.c.used_on.is_(None)
    gone = rows(session.execute(delete(TABLE).where(unused))) == 1
    if gone:
        audit.record(session, deed.at, deed.by, "invitation.withdrawn", (ENTITY, id))
    return gone


def forget_old(session: Session, before: date) -> int:
    """Enforce the period: what expired or was used before that day. How many went."""
    old = (TABLE.c.expires < before) | (TABLE.c.used_on < before)
    return rows(session.execute(delete(TABLE).where(old)))


def _account(session: Session, deed: Deed, offered: Offered, guest: Guest) -> int:
    others = {
        "email": offered.email,
        "language": guest.language,
        "organization_id": offered.organization_id,
        "department_id": offered.department_id,
    }
    return accounts.make(session, deed.at.date(), offered.name, **others)


def _columns(offered: Offered) -> dict[str, Any]:
    return {
        "roles": ",".join(offered.roles),
        "name": offered.name,
        "email": offered.email,
        "language": offered.language,
        "organization_id": offered.organization_id,
        "department_id": offered.department_id,
        "account_id": offered.account_id,
    }


def _invitation(row: RowMapping) -> Invitation:
    offered = Offered(
        roles=tuple(Role(role) for role in row["roles"].split(",") if role),
        name=row["name"],
        email=row["email"],
        language=row["language"],
        organization_id=row["organization_id"],
        department_id=row["department_id"],
        account_id=row["account_id"],
    )
    return Invitation(row["id"], offered, row["expires"], row["used_on"] is not None)
