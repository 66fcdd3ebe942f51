"""What a source knows its rows by, as ids that stay the same for good."""

from __future__ import annotations

from uuid import UUID, uuid5

from models.hsds_profile import KEY, NAMESPACE
from models.imports.hsds.notices import Notices
from models.imports.hsds.rows import MADE, Row

LONGEST = {"service": 64, "location": 255, "organization": 255}
"""What the columns of the database take."""


def is_uuid(key: str) -> bool:
    """Whether an id is a UUID as RFC 4122 writes it, in small letters."""
    try:
        return str(UUID(key)) == key
    except ValueError:
        return False


def source_id(row: Row, table: str, notices: Notices) -> str:
    """What the source knows a row by: Lotse's own column, else the id, made a UUID if it is none.

    "" for a row that has no id at all.
    """
    if row.has(KEY) and len(row.get(KEY)) <= LONGEST[table]:
        return row.get(KEY)
    key = row.get("id")
    if not key.startswith(MADE) and key and not is_uuid(key.lower()):
        notices.count("hsds_id_made", row.origin, "id")
    return stable(table, key)


def stable(table: str, key: str) -> str:
    """An id as a UUID that is always the same (RFC 4122, version 5); "" when there is none."""
    if not key or key.startswith(MADE):
        return ""
    lower = key.lower()
    return lower if is_uuid(lower) else str(uuid5(NAMESPACE, f"{table}:{key}"))
