"""Many rows at once into tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from models.base import table

Row = dict[str, Any]


def insert_all(session: Session, into: type[Any], rows: Sequence[Row]) -> None:
    """Insert rows with the same columns, if there are any."""
    if rows:
        session.connection().execute(insert(table(into)), list(rows))


def insert_for_ids(session: Session, into: type[Any], rows: Sequence[Row]) -> list[int]:
    """Insert rows; their ids in the same order."""
    if not rows:
        return []
    returning = insert(table(into)).returning(table(into).c.id, sort_by_parameter_order=True)
    return list(session.connection().scalars(returning, list(rows)))
