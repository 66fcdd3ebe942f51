"""INSERT … ON CONFLICT, which SQLite and PostgreSQL spell alike and SQLAlchemy keeps apart."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Dialect
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session


def insert_for(session: Session, table: Any) -> Any:
    """An insert of the session's dialect, with `on_conflict_do_update` and `…_do_nothing`."""
    return insert_in(session.get_bind().dialect, table)


def insert_in(dialect: Dialect, table: Any) -> Any:
    """The same for a dialect that is known."""
    insert = sqlite.insert if dialect.name == "sqlite" else postgresql.insert
    return insert(table)
