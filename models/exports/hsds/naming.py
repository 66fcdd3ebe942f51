"""What rows are called: ids that stay the same, and one row for what several offers share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from operator import attrgetter
from typing import Any

from models.hsds_profile import made_id, row_id

Record = dict[str, Any]
"""A row with what it holds, as JSON nests it; a value nobody knows has no key."""


@dataclass(frozen=True, slots=True)
class Words:
    """German names of codes, by taxonomy and code; a code without any is its own name."""

    terms: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def of(self, taxonomy: str, code: str) -> str:
        """The name of a term."""
        return self.terms.get((taxonomy, code), code)


@dataclass(frozen=True, slots=True)
class Naming:
    """Names of all rows of one export. `source` is whose ids the offers' `source_id` are; `makers`
    are the organizations in it, by source id.
    """

    source: str
    words: Words = field(default_factory=Words)
    makers: frozenset[str] = frozenset()
    _shared: dict[tuple[str, str], dict[object, str]] = field(default_factory=dict)

    def id(self, table: str, key: str) -> str:
        """The id of a row of `table` that its source knows by `key`."""
        return row_id(table, self.source, key)

    def shared(self, table: str, key: str, content: object) -> str:
        """The id of what several offers name: the same for the same, another for what the source
        calls alike and describes otherwise.
        """
        known = self._shared.setdefault((table, key), {})
        if content not in known:
            known[content] = self.id(table, f"{key}:{content!r}" if known else key)
        return known[content]

    def child(self, table: str, parent: str, record: Record, place: object = 0) -> Record:
        """A record with its id in front, made of whose it is and which one."""
        return {"id": made_id(f"{table}:{self.source}:{parent}:{place}"), **record}


class Picker:
    """Picks the fields of a value by their columns, without those that say nothing."""

    def __init__(self, columns: Mapping[str, str]) -> None:
        self._columns = tuple(columns.values())
        self._values = attrgetter(*columns)

    def __call__(self, value: object) -> Record:
        """The cells that are filled, as JSON has them: dates and times in ISO 8601."""
        found = zip(self._columns, self._values(value), strict=True)
        return {
            column: x.isoformat() if x.__class__ in DATED else x
            for column, x in found
            if x is not None and x is not False and x != ""
        }


DATED = (date, time)
