"""Organizations (Träger) as values, by the ids of their rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from models.offer_children import Children
from models.offer_parts import Organization
from models.organization import OrganizationRow

LONGEST_ID = 255
FIELDS = (
    *("name", "website", "source_id", "alternate_name", "description", "email", "uri", "logo"),
    *("legal_status", "year_incorporated", "parent"),
)
"""Those that stand under their own names in the table."""


def key(maker: Organization) -> str:
    """What knows it within its source: its id there, else its name."""
    return (maker.source_id or maker.name)[:LONGEST_ID]


def makers(children: Children, ids: Sequence[int]) -> dict[int, Organization]:
    """The organizations `ids`."""
    row = OrganizationRow
    query = select(row.id, *(getattr(row, name) for name in FIELDS)).where(row.id.in_(ids))
    phones = children.phones_of_makers(ids)
    return {
        id: Organization(**_said(values), phones=phones.get(id, ()))
        for id, *values in children.rows(query)
    }


def _said(values: list[Any]) -> dict[str, Any]:
    said = dict(zip(FIELDS, values, strict=True))
    return said | ({"source_id": ""} if said["source_id"] == said["name"][:LONGEST_ID] else {})
