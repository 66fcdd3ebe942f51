"""Roles given and taken, each with a line in the audit."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from models import audit, thread_release
from models.account import ROLE
from models.base import rows
from models.role import ANSWERING, Role

ACCOUNT = "account"


class LastAdministrator(Exception):
    """Without an administrator nobody could make another one."""


@dataclass(frozen=True, slots=True)
class Grant:
    """A role as it is held: limited to an organization or to a language, or not at all."""

    role: Role
    organization_id: int | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Deed:
    """When something was decided and whose account decided it; None is the command line."""

    at: datetime
    by: int | None = None


def give(session: Session, deed: Deed, account: int, grant: Grant) -> None:
    """Give a role; given again, its newest limits hold."""
    mine = (ROLE.c.account_id == account) & (ROLE.c.role == grant.role)
    session.execute(delete(ROLE).where(mine))
    limits = {"organization_id": grant.organization_id, "language": grant.language}
    values = {"account_id": account, "role": grant.role, "given": deed.at.date(), **limits}
    session.execute(insert(ROLE).values(**values))
    audit.record(session, deed.at, deed.by, f"role.given.{grant.role}", (ACCOUNT, account))


def take(session: Session, deed: Deed, account: int, role: Role) -> bool:
    """Take a role away. False: it was not held. Raises LastAdministrator, and then it stays.

    Who counsels nobody any more gives her conversations back at once.
    """
    if role is Role.ADMINISTRATOR:
        _keep_one(session, account)
    mine = (ROLE.c.account_id == account) & (ROLE.c.role == role)
    taken = rows(session.execute(delete(ROLE).where(mine))) == 1
    if taken:
        audit.record(session, deed.at, deed.by, f"role.taken.{role}", (ACCOUNT, account))
        if role in ANSWERING and not _answers(session, account):
            thread_release.release(session, deed.at, deed.by, account)
    return taken


def held(session: Session, account: int) -> list[Grant]:
    """The roles of an account with their limits, in the order of Role."""
    found = session.execute(select(ROLE).where(ROLE.c.account_id == account))
    grants = [Grant(Role(row.role), row.organization_id, row.language) for row in found]
    return sorted(grants, key=lambda grant: list(Role).index(grant.role))


def languages(session: Session, account: int, among: Collection[Role]) -> frozenset[str]:
    """What these roles of hers are limited to; empty where one of them is not limited."""
    spoken = frozenset(one.language for one in held(session, account) if one.role in among)
    return frozenset() if "" in spoken else spoken


def counted(session: Session) -> dict[Role, int]:
    """How many accounts hold each role."""
    query = select(ROLE.c.role, func.count()).group_by(ROLE.c.role)
    return {Role(role): number for role, number in session.execute(query)}


def _answers(session: Session, account: int) -> bool:
    mine = (ROLE.c.account_id == account) & ROLE.c.role.in_(ANSWERING)
    return session.execute(select(ROLE.c.role).where(mine)).first() is not None


def _keep_one(session: Session, account: int) -> None:
    """Locked, so that two administrators who remove each other do not both succeed."""
    query = select(ROLE.c.account_id).where(ROLE.c.role == Role.ADMINISTRATOR).with_for_update()
    if list(session.scalars(query)) == [account]:
        raise LastAdministrator
