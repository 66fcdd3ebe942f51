"""Segments: sets of documents whose postings never change, only die and are merged."""

import json
import sqlite3
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from search.inverted.blocks import NOTHING, Block, Postings, found, packed, unpacked
from search.inverted.buffer import Lengths
from search.inverted.run import Numbers, Run

_KEPT = 1 << 9  # postings that were looked up, 30 KB on average in a large town

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


def _segment(id: int, keys: bytes, alive: bytes, lengths: str) -> Segment:
    fields = {field: tuple(x) for field, x in json.loads(lengths).items()}
    return Segment(id, np.frombuffer(keys, np.int64), np.frombuffer(alive, np.bool_), fields)


def add(connection: sqlite3.Connection, language: str, keys: Numbers, lengths: Lengths) -> int:
    """A new segment, still without postings. Returns its id."""
    alive = np.ones(len(keys), np.bool_)
    row = (language, keys.tobytes(), alive.tobytes(), json.dumps(lengths))
    insert = "INSERT INTO segment (language, keys, alive, lengths) VALUES (?, ?, ?, ?)"
    return connection.execute(insert, row).lastrowid or 0


def fill(connection: sqlite3.Connection, segment: int, runs: Iterable[Run]) -> None:
    """Write a new segment's postings."""
    for run in runs:
        rows = ((segment, *block) for block in packed(run))
        connection.executemany("INSERT INTO block VALUES (?, ?, ?, ?, ?, ?)", rows)


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
    connection.execute("DELETE FROM block WHERE segment = ?", (segment,))
    connection.execute("DELETE FROM segment WHERE id = ?", (segment,))


def load(connection: sqlite3.Connection, segment: int) -> Run:
    """All postings of a segment."""
    query = (
        "SELECT first, tokens, counts, places, impacts FROM block WHERE segment = ? ORDER BY first"
    )
    return unpacked([Block(*row) for row in connection.execute(query, (segment,))])


class Lookup:
    """Looks postings up; those found lately are kept, since they never change."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.postings = lru_cache(maxsize=_KEPT)(self._postings)

    def _postings(self, segment: int, token: bytes) -> Postings:
        query = (
            "SELECT first, tokens, counts, places, impacts FROM block "
            "WHERE segment = ? AND first <= ? ORDER BY first DESC LIMIT 1"
        )
        row = self._connection.execute(query, (segment, token)).fetchone()
        return found(Block(*row), token) if row else NOTHING
