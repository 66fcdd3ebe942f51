"""What Alembic runs: migrations over a connection it is given, or over one to `url`."""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection, text

from models.engine import engine_for
from models.tables import METADATA

LOCK = 0x10753
"""PostgreSQL's advisory lock: of several processes that start at once, one migrates."""


def _run() -> None:
    attributes = context.config.attributes
    if (given := attributes.get("connection")) is not None:
        _migrate(given)
        return
    engine = engine_for(attributes["url"])
    try:
        with engine.connect() as connection:
            _migrate(connection)
    finally:
        engine.dispose()


def _migrate(connection: Connection) -> None:
    sqlite = connection.dialect.name == "sqlite"
    if sqlite and not connection.in_transaction():
        _forget_foreign_keys(connection)
    context.configure(connection=connection, target_metadata=METADATA, render_as_batch=True)
    with context.begin_transaction():
        if not sqlite:
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        context.run_migrations()


def _forget_foreign_keys(connection: Connection) -> None:
    """SQLite changes a table by copying it, and dropping the old one would cascade."""
    driver = connection.connection.driver_connection
    if driver is not None:
        driver.execute("PRAGMA foreign_keys=OFF")


_run()
