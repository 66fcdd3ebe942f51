"""Groups (Steuerungsgruppe, Arbeitsgruppe, Netzwerk) and who belongs to them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from models.base import table
from models.department import GroupMemberRow, GroupRow

TABLE = table(GroupRow)
MEMBER = table(GroupMemberRow)
STEERING, WORKING, NETWORK = "steering", "working", "network"


@dataclass(frozen=True, slots=True)
class Group:
    """A group; `kind` as in GroupRow, `field` the code of its field of action or ""."""

    id: int
    code: str
    name: str
    kind: str
    field: str


def everyone(session: Session) -> list[Group]:
    """All groups, by name."""
    return [Group(**row) for row in session.execute(_ALL).mappings()]


def of(session: Session, account: int) -> list[Group]:
    """The groups that somebody belongs to."""
    mine = TABLE.c.id.in_(select(MEMBER.c.group_id).where(MEMBER.c.account_id == account))
    return [Group(**row) for row in session.execute(_ALL.where(mine)).mappings()]


def members(session: Session, group: int) -> list[int]:
    """The accounts in a group."""
    query = select(MEMBER.c.account_id).where(MEMBER.c.group_id == group)
    return list(session.scalars(query.order_by(MEMBER.c.account_id)))


def members_of_kind(session: Session, kind: str) -> list[int]:
    """The accounts in all groups of a kind, each once: of the steering group, for its list."""
    those = select(TABLE.c.id).where(TABLE.c.kind == kind)
    query = select(MEMBER.c.account_id).where(MEMBER.c.group_id.in_(those)).distinct()
    return list(session.scalars(query.order_by(MEMBER.c.account_id)))


def put(session: Session, account: int, groups: Collection[int]) -> None:
    """Somebody belongs to exactly these groups."""
    session.execute(delete(MEMBER).where(MEMBER.c.account_id == account))
    if groups:
        rows = [{"account_id": account, "group_id": group} for group in sorted(set(groups))]
        session.execute(insert(MEMBER), rows)


_ALL = select(TABLE).order_by(TABLE.c.name, TABLE.c.id)
