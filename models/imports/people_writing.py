"""People into their accounts: first all of them, then what they are to each other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import accounts, groups, organizations
from models.account import ACCOUNT
from models.imports.unit_writing import department_ids

SOURCE = "people"
"""Of organizations that only the table of people names."""

PLAIN = ("name", "email", "language", "leads")
Changed = Mapping[str, tuple[int, Mapping[str, Any] | None]]


def write(session: Session, source: str, today: date, changed: Changed) -> None:
    """Make the accounts with the id 0, change the others; the keys are their ids in the source."""
    for id, (account, values) in changed.items():
        given = values or {}
        if not account:
            others = {"source": source, "source_id": id}
            account = accounts.make(session, today, given["name"], **others)  # noqa: PLW2901
        _change(session, account, given)
    for id, (_, values) in changed.items():
        _change_deputy(session, source, id, values or {})


def ids(session: Session, source: str) -> dict[str, int]:
    """The accounts of a source by their ids there."""
    query = select(ACCOUNT.c.source_id, ACCOUNT.c.id).where(ACCOUNT.c.source == source)
    query = query.order_by(ACCOUNT.c.id)
    return {row.source_id: row.id for row in session.execute(query)}


def _change(session: Session, account: int, values: Mapping[str, Any]) -> None:
    columns = {name: values[name] for name in PLAIN if name in values}
    if "organization" in values:
        columns["organization_id"] = _organization(session, values["organization"])
    if "department" in values:
        columns["department_id"] = department_ids(session)[values["department"]]
    if "email" in columns:
        columns["email_verified"] = False
    if columns:
        accounts.change(session, account, **columns)
    if "groups" in values:
        codes = {group.code: group.id for group in groups.everyone(session)}
        groups.put(session, account, [codes[code] for code in values["groups"]])


def _change_deputy(session: Session, source: str, id: str, values: Mapping[str, Any]) -> None:
    if "deputy" in values:
        known = ids(session, source)
        wanted = values["deputy"]
        deputy = wanted if isinstance(wanted, int) else known[wanted]
        accounts.change(session, known[id], deputy_id=deputy)


def _organization(session: Session, name: str) -> int:
    found = organizations.with_name(session, name)
    return organizations.make(session, SOURCE, name) if found is None else found
