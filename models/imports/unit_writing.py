"""Departments and groups into their tables, known again by their codes; none is ever removed."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Table, insert, select, update
from sqlalchemy.orm import Session

from models.base import table
from models.department import GroupRow
from models.imports.measure_entries import Row
from models.imports.measure_known import DEPARTMENT

GROUP = table(GroupRow)
_PARENT = DEPARTMENT.alias("parent")


def department_ids(session: Session) -> dict[str, int]:
    """Ids by code."""
    return dict(session.execute(select(DEPARTMENT.c.code, DEPARTMENT.c.id)).all())


def stored_departments(session: Session) -> tuple[Row, ...]:
    """What is stored, as a table would say it, by code."""
    joined = DEPARTMENT.outerjoin(_PARENT, _PARENT.c.id == DEPARTMENT.c.parent_id)
    columns = (DEPARTMENT.c.code, DEPARTMENT.c.name, DEPARTMENT.c.kind)
    query = select(*columns, _PARENT.c.code.label("parent")).select_from(joined)
    rows = session.execute(query.order_by(DEPARTMENT.c.code)).mappings()
    return tuple({**row, "parent": row["parent"] or ""} for row in rows)


def stored_groups(session: Session) -> tuple[Row, ...]:
    """What is stored, as a table would say it, by code."""
    query = select(GROUP.c.code, GROUP.c.name, GROUP.c.kind, GROUP.c.field).order_by(GROUP.c.code)
    return tuple(dict(row) for row in session.execute(query).mappings())


def write_departments(session: Session, rows: Sequence[Row]) -> None:
    """Add or change departments; their parents are departments by code."""
    _write(session, DEPARTMENT, [{**row, "parent": None} for row in rows])
    ids = department_ids(session)
    for row in rows:
        ours = update(DEPARTMENT).where(DEPARTMENT.c.code == row["code"])
        session.execute(ours.values(parent_id=ids.get(row["parent"])))


def write_groups(session: Session, rows: Sequence[Row]) -> None:
    """Add or change groups."""
    _write(session, GROUP, rows)


def _write(session: Session, into: Table, rows: Sequence[Row]) -> None:
    known = set(session.scalars(select(into.c.code)))
    for row in rows:
        values = {name: value for name, value in row.items() if name in into.c}
        if row["code"] in known:
            session.execute(update(into).where(into.c.code == row["code"]).values(**values))
        else:
            session.execute(insert(into).values(**values))
