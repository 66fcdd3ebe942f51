"""What was deleted is gone from the database's own files, too.

SQLite overwrites what it deletes, but its journal (WAL) keeps older pages until they are written
over. PostgreSQL leaves deleted rows in their place, and VACUUM frees the place without overwriting
it: only a table that is written anew (FULL) has nothing of them. Its statistics keep samples of
what was there until they are made anew (ANALYZE).
"""

from __future__ import annotations

import logging
from collections.abc import Iterator

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import OperationalError

from models.base import Base
from models.engine import BUSY_MS

log = logging.getLogger(__name__)

PERSONAL = (
    *("person", "inbox", "owed", "delivery", "survey", "survey_invitation", "participation"),
    *("draft", "draft_file", "submission", "submission_file", "response", "response_file"),
    *("free_text", "contribution", "contact_wish", "thread", "thread_message"),
)
"""Tables that hold what people said, or whose rows tell who took part in something."""
SMALL = 16 * 2**20
"""Bytes of a table that is quickly written anew."""
LOCK_MS = 200
"""So long it waits for whoever is in the way: behind it others wait."""


def scrub(engine: Engine) -> bool:
    """Outside of transactions. False: somebody was in the way somewhere; it is tried again."""
    if engine.dialect.name == "sqlite":
        return _emptied(engine)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(f"SET lock_timeout = {LOCK_MS}"))
        done = [_rewritten(connection, statement) for statement in _statements(connection)]
        connection.execute(text("RESET lock_timeout"))
    return all(done)


def _emptied(engine: Engine) -> bool:
    """All of the journal goes into the file, and the journal becomes empty."""
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute("PRAGMA busy_timeout=0")
        (busy, *_) = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        cursor.execute(f"PRAGMA busy_timeout={BUSY_MS}")
    finally:
        connection.close()
    return not busy


def _statements(connection: Connection) -> Iterator[str]:
    for name in PERSONAL:
        table = Base.metadata.tables[name]
        size = text("SELECT pg_total_relation_size(CAST(:name AS regclass))")
        is_small = connection.scalars(size, {"name": table.name}).one() <= SMALL
        yield f"VACUUM ({'FULL, ' if is_small else ''}ANALYZE) {table.name}"


def _rewritten(connection: Connection, statement: str) -> bool:
    try:
        connection.execute(text(statement))
    except OperationalError as error:
        log.info("not scrubbed", extra={"error": type(error.orig).__name__})
        return False
    return True
