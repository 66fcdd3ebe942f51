"""What an import of people would change, and changing it: idempotent by (source, id).

An empty cell changes nothing, so that what people set in the chat stays. Nobody is removed and no
role is taken: that is done on purpose, in the chat.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy.orm import Session

from models import roles
from models.account import ACCOUNT
from models.imports.measure_entries import Row
from models.imports.people_stored import Stored, stored
from models.imports.people_table import Entry, Reading
from models.imports.people_writing import write
from models.imports.reports import Kind, ReportRow, UnitsReport, otherwise
from models.imports.unit_writing import (
    stored_departments,
    stored_groups,
    write_departments,
    write_groups,
)
from models.role import Role
from models.roles import Deed


@dataclass(frozen=True, slots=True)
class Change:
    """One person's. `account` is 0 when new; `missing` are roles of the table not held yet."""

    kind: Kind
    id: str
    name: str
    account: int = 0
    values: Mapping[str, Any] | None = None
    missing: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """All changes of an import in the order of the table, the vanished last.

    `departments` and `groups` are those that are new or otherwise than stored.
    """

    source: str
    changes: tuple[Change, ...]
    departments: tuple[Row, ...]
    groups: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class PeopleReport(UnitsReport):
    """`missing` are the ids of people who lack a role of the table."""

    missing: tuple[str, ...] = ()

    @property
    def anything(self) -> bool:
        """Whether the import changes anything: who vanished keeps account and roles."""
        others = self.departments + self.groups
        return bool(others) or any(row.kind in ("new", "changed") for row in self.rows)


def plan(session: Session, reading: Reading, source: str) -> Plan:
    """Compare a reading without problems with what is stored of its source. Changes nothing."""
    if reading.problems:
        raise ValueError("a table with problems is not imported")
    known = stored(session, ACCOUNT.c.source == source)
    ours = {old.account: id for id, old in known.items()}
    entries = [_by_id(entry, ours) for entry in reading.people]
    changes = [_change(session, entry, known.pop(entry.id, None)) for entry in entries]
    gone = [Change("vanished", id, old.values["name"], old.account) for id, old in known.items()]
    return Plan(
        source,
        (*changes, *gone),
        otherwise(reading.departments, stored_departments(session)),
        otherwise(reading.groups, stored_groups(session)),
    )


def apply(session: Session, plan: Plan, deed: Deed) -> PeopleReport:
    """Write a plan in the session's transaction."""
    write_departments(session, plan.departments)
    write_groups(session, plan.groups)
    changed = {x.id: (x.account, x.values) for x in plan.changes if x.values}
    write(session, plan.source, deed.at.date(), changed)
    return report(plan)


def report(plan: Plan) -> PeopleReport:
    """What a plan would do."""
    rows = tuple(
        ReportRow(x.kind, x.id, x.name, _columns(x) if x.kind == "changed" else ())
        for x in plan.changes
    )
    missing = tuple(x.id for x in plan.changes if x.missing)
    return PeopleReport(rows, len(plan.departments), len(plan.groups), missing)


def _by_id(entry: Entry, ours: Mapping[int, str]) -> Entry:
    """The same; a deputy of the same source is known by her id there."""
    deputy = entry.values.get("deputy")
    if not isinstance(deputy, int) or deputy not in ours:
        return entry
    return replace(entry, values={**entry.values, "deputy": ours[deputy]})


def _change(session: Session, entry: Entry, old: Stored | None) -> Change:
    if old is None:
        return Change("new", entry.id, entry.name, 0, entry.values, entry.roles)
    held = {grant.role for grant in roles.held(session, old.account)}
    missing = tuple(role for role in entry.roles if role not in held)
    other = {name: x for name, x in entry.values.items() if old.values.get(name) != x}
    kind: Kind = "changed" if other else "unchanged"
    return Change(kind, entry.id, entry.name, old.account, other, missing)


def _columns(change: Change) -> tuple[str, ...]:
    return tuple(change.values or ())
