"""The index's SQLite file: its tables, and who may read and write when."""

import fcntl
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock

NAME = "search.db"
_LOCK = "search.lock"
_FORMAT = 1  # of tables, blocks and impacts: a file of another format is emptied
_WAIT = 60.0  # seconds, until another process has written
_TABLES = """
CREATE TABLE about (revision TEXT NOT NULL);
CREATE TABLE document (
    language TEXT, key INTEGER, digest TEXT NOT NULL, payload INTEGER NOT NULL,
    PRIMARY KEY (language, key)
) WITHOUT ROWID;
CREATE TABLE payload (id INTEGER PRIMARY KEY, payload BLOB NOT NULL);
CREATE TABLE segment (
    id INTEGER PRIMARY KEY AUTOINCREMENT, language TEXT NOT NULL, keys BLOB NOT NULL,
    alive BLOB NOT NULL, lengths TEXT NOT NULL
);
INSERT INTO about VALUES ('');
"""


class File:
    """The file, or a database in memory. Threads take turns; other processes may use it too."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self.lock = RLock()
        self._commits = 0
        if folder is None:
            self.writer = self.reader = _connected(":memory:")
        else:
            folder.mkdir(parents=True, exist_ok=True)
            self.writer = _sound(folder / NAME)
            self.reader = _connected(folder / NAME)

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Everything read within is of the same commit."""
        with self.lock:
            if self.reader.in_transaction:
                yield self.reader
                return
            self.reader.execute("BEGIN")
            try:
                yield self.reader
            finally:
                self.reader.execute("COMMIT")

    @contextmanager
    def alone(self) -> Iterator[None]:
        """No other process is in here meanwhile; waits for one that is."""
        if self._folder is None:
            yield
            return
        with (self._folder / _LOCK).open("a") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    @property
    def is_writing(self) -> bool:
        """Whether something was begun that is not committed."""
        return self.writer.in_transaction

    def begin(self) -> sqlite3.Connection:
        """Begin to write with `writer`; what it writes is seen after `commit`.

        Waits for another process that writes; after a minute it raises sqlite3.OperationalError.
        """
        self.writer.execute("BEGIN IMMEDIATE")
        return self.writer

    def empty(self, is_to_be: Callable[[sqlite3.Connection], bool]) -> None:
        """Take everything out, if that is still to be when nobody else writes."""
        if is_to_be(self.begin()):
            _make(self.writer)
        self.commit()

    def version(self) -> tuple[int, int]:
        """Differs when something was committed since, here or elsewhere."""
        return int(self.reader.execute("PRAGMA data_version").fetchone()[0]), self._commits

    def commit(self) -> None:
        """Let everybody see what was written."""
        with self.lock:
            if self.writer.in_transaction:
                self.writer.execute("COMMIT")
            self._commits += 1

    def close(self) -> None:
        """Let go of the file."""
        self.reader.close()
        self.writer.close()


def _sound(path: Path) -> sqlite3.Connection:
    """A connection; what cannot be read is made anew, since all of it can be."""
    try:
        return _connected(path)
    except sqlite3.OperationalError:
        raise  # locked, or no right to be here
    except sqlite3.DatabaseError:
        for end in ("", "-wal", "-shm"):
            path.with_name(path.name + end).unlink(missing_ok=True)
        return _connected(path)


def _connected(path: Path | str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        path, timeout=_WAIT, isolation_level=None, check_same_thread=False, cached_statements=64
    )
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    _prepare(connection)
    return connection


def _prepare(connection: sqlite3.Connection) -> None:
    if _format(connection) == _FORMAT:
        return
    connection.execute("BEGIN IMMEDIATE")
    if _format(connection) != _FORMAT:  # nobody made it meanwhile
        _make(connection)
    connection.execute("COMMIT")


def _make(connection: sqlite3.Connection) -> None:
    for (name,) in connection.execute(_OURS).fetchall():
        connection.execute(f"DROP TABLE {name}")
    for statement in filter(str.strip, _TABLES.split(";")):
        connection.execute(statement)
    connection.execute(f"PRAGMA user_version={_FORMAT}")


_OURS = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"


def _format(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
