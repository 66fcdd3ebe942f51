"""Organizations of HSDS as the makers of offers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from models.hsds_profile import KEY, ORGANIZATION
from models.imports.hsds import values
from models.imports.hsds.ids import LONGEST, source_id, stable
from models.imports.hsds.owners import ORGANIZATION as TABLE
from models.imports.hsds.owners import Owners
from models.imports.hsds.parts import Parts
from models.imports.hsds.rows import Row
from models.offer import Organization


def makers(rows: Mapping[str, Row], owners: Owners, parts: Parts) -> dict[str, Organization]:
    """The organizations by their ids."""
    return {key: _maker(key, row, owners, parts) for key, row in rows.items()}


def _maker(key: str, row: Row, owners: Owners, parts: Parts) -> Organization:
    notices = owners.notices
    cells: dict[str, Any] = {name: row.get(column) for name, column in ORGANIZATION.items()}
    return Organization(
        **cells
        | {
            "source_id": source_id(row, TABLE, notices),
            "website": values.url(row, "website", notices),
            "email": values.email(row, "email", notices),
            "year_incorporated": values.whole(row, "year_incorporated", notices),
            "parent": _parent(row),
            "phones": parts.phones.of(TABLE, key),
        }
    )


def _parent(row: Row) -> str:
    """What the source knows the parent by, as that organization's own row says it or would."""
    if row.has(KEY):
        return row.get(ORGANIZATION["parent"])[: LONGEST[TABLE]]
    return stable(TABLE, row.get("parent_organization_id"))
