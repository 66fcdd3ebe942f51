"""The demo town's people: known by ids that begin with "demo-", so that no real one is taken."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import accounts, roles
from models.account import ACCOUNT, ROLE
from models.role import Role
from models.roles import Deed, Grant

MARK = "demo-"
TERMINAL = "terminal"
HELD = ROLE.alias("held")


def with_role(session: Session, role: Role) -> int | None:
    """The account of the demo town that holds a role and the fewest others."""
    ours = ACCOUNT.c.source_id.startswith(MARK) & (ROLE.c.role == role)
    query = select(ACCOUNT.c.id).join(ROLE, ROLE.c.account_id == ACCOUNT.c.id).where(ours)
    number = select(func.count()).where(HELD.c.account_id == ACCOUNT.c.id).scalar_subquery()
    return session.scalar(query.order_by(number, ACCOUNT.c.id).limit(1))


def at_the_terminal(session: Session, role: Role, deed: Deed) -> int:
    """An account to try a role with: the demo town's, else one made for that."""
    found = with_role(session, role) or _made_before(session, role)
    if found is None:
        others = {"source": TERMINAL, "source_id": str(role)}
        found = accounts.make(session, deed.at.date(), f"lotse chat --as {role}", **others)
        roles.give(session, deed, found, Grant(role))
    return found


def _made_before(session: Session, role: Role) -> int | None:
    ours = (ACCOUNT.c.source == TERMINAL) & (ACCOUNT.c.source_id == role)
    holds = select(ROLE.c.account_id).where(ROLE.c.role == role)
    return session.scalar(select(ACCOUNT.c.id).where(ours, ACCOUNT.c.id.in_(holds)).limit(1))
