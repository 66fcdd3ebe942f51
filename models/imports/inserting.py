"""Many rows at once into tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import insert
from sqlalchemy.orm import Session

from models.base import table

T = TypeVar("T")
Row = dict[str, Any]

AT_ONCE = 500
"""Ids in one statement; SQLite takes 32,766 values."""


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


def chunks(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """A part after the other, none larger than one statement takes."""
    for start in range(0, len(values), AT_ONCE):
        yield values[start : start + AT_ONCE]
