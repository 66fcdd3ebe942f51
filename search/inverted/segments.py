"""Segments: sets of documents whose postings never change, only die and are merged."""

import json
import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from search.inverted.buffer import Lengths
from search.inverted.run import Numbers

Alive = NDArray[np.bool_]


class Segment(NamedTuple):
    """A segment's documents in their order, and which of them still count."""

    id: int
    keys: Numbers
    alive: Alive
    lengths: Lengths

    @property
    def size(self) -> int:
        """How many documents still count."""
        return int(np.count_nonzero(self.alive))


def languages(connection: sqlite3.Connection) -> list[str]:
    """The languages that have segments."""
    query = "SELECT DISTINCT language FROM segment ORDER BY language"
    return [language for (language,) in connection.execute(query)]


def segments(connection: sqlite3.Connection, language: str) -> list[Segment]:
    """The segments of a language, oldest first."""
    query = "SELECT id, keys, alive, lengths FROM segment WHERE language = ? ORDER BY id"
    return [_segment(*row) for row in connection.execute(query, (language,))]


def ids(connection: sqlite3.Connection) -> set[int]:
    """The segments of all languages."""
    return {id for (id,) in connection.execute("SELECT id FROM segment")}


def add(connection: sqlite3.Connection, language: str, keys: Numbers, lengths: Lengths) -> int:
    """A new segment, still without postings. Returns its id, which is never used again."""
    alive = np.ones(len(keys), np.bool_)
    row = (language, keys.tobytes(), alive.tobytes(), json.dumps(lengths))
    insert = "INSERT INTO segment (language, keys, alive, lengths) VALUES (?, ?, ?, ?)"
    return connection.execute(insert, row).lastrowid or 0


def bury(connection: sqlite3.Connection, language: str, keys: Iterable[int]) -> None:
    """Let documents no longer count, wherever they are."""
    gone = np.array(list(keys), np.int64)
    for segment in segments(connection, language):
        alive = segment.alive & ~np.isin(segment.keys, gone)
        if alive.sum() != segment.size:
            update = "UPDATE segment SET alive = ? WHERE id = ?"
            connection.execute(update, (alive.tobytes(), segment.id))


def drop(connection: sqlite3.Connection, segment: int) -> None:
    """Forget a segment."""
    connection.execute("DELETE FROM segment WHERE id = ?", (segment,))


def _segment(id: int, keys: bytes, alive: bytes, lengths: str) -> Segment:
    fields = {field: tuple(x) for field, x in json.loads(lengths).items()}
    return Segment(id, np.frombuffer(keys, np.int64), np.frombuffer(alive, np.bool_), fields)
