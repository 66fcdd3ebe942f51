"""Documents by language and key: their digests, and what they were put with."""

import json
import sqlite3
from collections.abc import Iterable


def revision(connection: sqlite3.Connection) -> str:
    """What was committed last."""
    return str(connection.execute("SELECT revision FROM about").fetchone()[0])


def remember(connection: sqlite3.Connection, revision: str) -> None:
    """That this is what is committed now."""
    connection.execute("UPDATE about SET revision = ?", (revision,))


def digests(connection: sqlite3.Connection, language: str, keys: range) -> dict[int, str]:
    """The digests of a language's documents with such keys, by these."""
    query = "SELECT key, digest FROM document WHERE language = ? AND key BETWEEN ? AND ?"
    return dict(connection.execute(query, (language, keys.start, keys.stop - 1)).fetchall())


def store(
    connection: sqlite3.Connection, place: tuple[str, int], payload: bytes, digest: str
) -> None:
    """Keep a document at its language and key."""
    forget(connection, place)
    insert = "INSERT INTO payload (payload) VALUES (?)"
    id = connection.execute(insert, (payload,)).lastrowid
    connection.execute("INSERT INTO document VALUES (?, ?, ?, ?)", (*place, digest, id))


def forget(connection: sqlite3.Connection, place: tuple[str, int]) -> None:
    """Keep a document no longer."""
    query = "DELETE FROM document WHERE language = ? AND key = ? RETURNING payload"
    for row in connection.execute(query, place).fetchall():
        connection.execute("DELETE FROM payload WHERE id = ?", row)


def payloads(connection: sqlite3.Connection, language: str, keys: Iterable[int]) -> list[bytes]:
    """What documents were put with, in the order of the keys. Raises KeyError."""
    query = (
        "SELECT payload.payload FROM document JOIN payload ON payload.id = document.payload "
        "WHERE document.language = ? AND document.key = ?"
    )
    found = []
    for key in keys:
        row = connection.execute(query, (language, key)).fetchone()
        if row is None:
            raise KeyError(key)
        found.append(row[0])
    return found


def held(connection: sqlite3.Connection, language: str, keys: Iterable[int]) -> dict[int, bytes]:
    """What documents were put with, by key, of those that the language has."""
    query = (
        "SELECT document.key, payload.payload FROM document "
        "JOIN payload ON payload.id = document.payload "
        "WHERE document.language = ? AND document.key IN (SELECT value FROM json_each(?))"
    )
    return dict(connection.execute(query, (language, json.dumps(list(keys)))).fetchall())
