"""The people of a source as a table would say them, to compare one with the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, select
from sqlalchemy.orm import Session

from models import organizations
from models.account import ACCOUNT
from models.groups import MEMBER
from models.groups import TABLE as GROUP
from models.imports.unit_writing import department_ids


@dataclass(frozen=True, slots=True)
class Stored:
    """One account; `values` as those of an Entry."""

    account: int
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Names:
    """What ids of rows are called in a table."""

    organizations: Mapping[int, str]
    departments: Mapping[int, str]
    deputies: Mapping[int, str | int]
    groups: Mapping[int, tuple[str, ...]]


def stored(session: Session, ours: ColumnElement[bool]) -> dict[str, Stored]:
    """By their ids in the source; `ours` is the condition that they are of that source."""
    rows = session.execute(select(ACCOUNT).where(ours).order_by(ACCOUNT.c.id)).mappings().all()
    names = _Names(
        organizations=organizations.names(session),
        departments={id: code for code, id in department_ids(session).items()},
        deputies={row["id"]: row["source_id"] for row in rows},
        groups=_groups(session),
    )
    return {row["source_id"]: Stored(row["id"], _values(row, names)) for row in rows}


def _values(row: RowMapping, names: _Names) -> dict[str, Any]:
    deputy = row["deputy_id"]
    return {
        "name": row["name"],
        "email": row["email"],
        "language": row["language"],
        "leads": row["leads"],
        "organization": names.organizations.get(row["organization_id"], ""),
        "department": names.departments.get(row["department_id"], ""),
        "deputy": names.deputies.get(deputy, deputy),
        "groups": names.groups.get(row["id"], ()),
    }


def _groups(session: Session) -> dict[int, tuple[str, ...]]:
    query = select(MEMBER.c.account_id, GROUP.c.code).join(GROUP, GROUP.c.id == MEMBER.c.group_id)
    found: dict[int, list[str]] = defaultdict(list)
    for row in session.execute(query.order_by(GROUP.c.code)):
        found[row.account_id].append(row.code)
    return {account: tuple(sorted(codes)) for account, codes in found.items()}
