"""A nested record as rows of tables, each pointing to whose it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from models.exports.hsds.naming import Record
from models.hsds_tables import NESTED, ONE

LINKED = ("attribute", "translation")
"""What can be of any table: `link_entity` says of which."""
SHARED = ("organization", "location", "taxonomy", "taxonomy_term")
"""What several records hold; a row of it is written once."""

Row = tuple[str, Mapping[str, Any]]
"""The table, and the row's cells by column."""


class Rows:
    """The rows of many records, what they share only once."""

    def __init__(self) -> None:
        self._known: set[tuple[str, str]] = set()

    def of(self, table: str, record: Record) -> Iterator[Row]:
        """The rows of a record of `table`."""
        if table in SHARED:
            key = (table, str(record["id"]))
            if key in self._known:
                return
            self._known.add(key)
        nested = NESTED.get(table, {})
        row = {name: value for name, value in record.items() if name not in nested}
        for name, child in nested.items():
            if name in record:
                yield from self._held(table, row, (name, child), record[name])
        yield table, row

    def _held(self, table: str, row: Record, held: tuple[str, str], found: Any) -> Iterator[Row]:
        name, child = held
        if name in ONE:
            row[f"{child}_id"] = found["id"]
            yield from self.of(child, found)
            return
        link = _link(table, child, row["id"])
        for record in found:
            yield from self.of(child, record | link)


def _link(table: str, child: str, id: str) -> Record:
    if child in LINKED:
        return {"link_id": id, "link_entity": table}
    return {f"{table}_id": id}
