"""What all tables share."""

from __future__ import annotations

from typing import Any, cast

from sqlalchemy import CursorResult, MetaData, Result, Table
from sqlalchemy.orm import DeclarativeBase, Session

__all__ = ["Base", "Session", "rows", "table"]

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Every table says in its docstring which purpose it serves and how long a row is kept.

    `KEPT` is that period in words for the record of processing; a test asks for it.
    """

    metadata = MetaData(naming_convention=NAMES)


def table(row: type[Base]) -> Table:
    """The table behind a mapped class, for core statements on hot paths."""
    return cast(Table, row.__table__)


def rows(result: Result[Any]) -> int:
    """How many rows a statement touched."""
    return cast(CursorResult[Any], result).rowcount
