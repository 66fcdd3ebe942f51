"""Departments (Dezernat, Amt): their heads, up the hierarchy."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.account import ACCOUNT
from models.base import table
from models.department import DepartmentRow

TABLE = table(DepartmentRow)


@dataclass(frozen=True, slots=True)
class Department:
    """A department; `kind` as in DepartmentRow."""

    id: int
    code: str
    name: str
    kind: str
    parent_id: int | None


def everyone(session: Session) -> list[Department]:
    """All departments, by name."""
    return [Department(**row) for row in session.execute(_ALL).mappings()]


def find(session: Session, id: int | None) -> Department | None:
    """One department."""
    row = session.execute(_ALL.where(TABLE.c.id == id)).mappings().one_or_none()
    return None if row is None else Department(**row)


def head_of(session: Session, id: int | None, besides: int | None = None) -> int | None:
    """The account that leads a department, or the next one above that has a head.

    `besides` is passed over: nobody is told of her own delay as her own head.
    """
    seen: set[int] = set()
    while id is not None and id not in seen:
        seen.add(id)
        leads = (ACCOUNT.c.department_id == id) & ACCOUNT.c.leads & (ACCOUNT.c.id != (besides or 0))
        head = session.scalar(select(ACCOUNT.c.id).where(leads).order_by(ACCOUNT.c.id).limit(1))
        if head is not None:
            return int(head)
        id = session.scalar(select(TABLE.c.parent_id).where(TABLE.c.id == id))
    return None


_ALL = select(TABLE).order_by(TABLE.c.name, TABLE.c.id)
