"""Of several processes on one database, one at a time may do a certain thing."""

from __future__ import annotations

import fcntl
import hashlib
import threading
from contextlib import suppress
from pathlib import Path
from typing import IO, Protocol

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import SQLAlchemyError


class Lead(Protocol):
    """Taken by one process, and free again when it dies. All calls block."""

    def held(self) -> bool:
        """Whether this process leads, trying to take the lead if it does not."""

    def resign(self) -> None:
        """Let somebody else lead."""


def lead_of(engine: Engine, what: str) -> Lead:
    """The lead for `what` among all processes on this database."""
    if engine.dialect.name == "postgresql":
        return PostgresLead(engine, what)
    file = engine.url.database
    return FileLead(Path(f"{file}.{what}.lock")) if file and file != ":memory:" else Alone()


class PostgresLead:
    """A session's advisory lock, on a connection kept for nothing else.

    The server frees the lock when the connection ends, however the process did. A pooler between
    has to keep sessions together (PgBouncer: `pool_mode = session`).
    """

    def __init__(self, engine: Engine, what: str) -> None:
        self._engine = engine
        self._key = _number(what)
        self._connection: Connection | None = None
        self._one_at_a_time = threading.Lock()

    def held(self) -> bool:
        """Whether the lock is ours; asks the server every time, which may have lost it."""
        with self._one_at_a_time:
            try:
                return self._is_alive() or self._taken()
            except SQLAlchemyError:
                self._let_go()
                return False

    def resign(self) -> None:
        """Give the lock back, so that the next one need not wait for the server to miss us."""
        with self._one_at_a_time:
            self._unlock()
            self._let_go()

    def _is_alive(self) -> bool:
        if self._connection is None:
            return False
        self._connection.execute(text("SELECT 1"))
        return True

    def _taken(self) -> bool:
        connection = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        self._connection = connection
        question = text("SELECT pg_try_advisory_lock(:key)")
        if connection.scalar(question, {"key": self._key}):
            return True
        self._let_go()
        return False

    def _unlock(self) -> None:
        if self._connection is None:
            return
        with suppress(SQLAlchemyError):
            unlock = text("SELECT pg_advisory_unlock(:key)")
            self._connection.execute(unlock, {"key": self._key})

    def _let_go(self) -> None:
        """The connection is closed for good: back in the pool it would keep the lock."""
        if self._connection is not None:
            self._connection.invalidate()
            self._connection.close()
            self._connection = None


class FileLead:
    """A lock on a file beside the SQLite database, which the system frees when a process ends."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._open: IO[bytes] | None = None

    def held(self) -> bool:
        """Whether the lock is ours, taking it if it is free."""
        if self._open is not None:
            return True
        opened = self._file.open("ab")
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            opened.close()
            return False
        self._open = opened
        return True

    def resign(self) -> None:
        """Close the file. It stays: to delete it would let two processes lock two files."""
        if self._open is not None:
            self._open.close()
            self._open = None


class Alone:
    """Nobody else can reach a database in memory."""

    def held(self) -> bool:
        """Always."""
        return True

    def resign(self) -> None:
        """There is nobody to take over."""


def _number(what: str) -> int:
    """PostgreSQL names its advisory locks by 64-bit numbers."""
    digest = hashlib.sha256(f"lotse {what}".encode()).digest()
    return int.from_bytes(digest[:8], "big", signed=True)
