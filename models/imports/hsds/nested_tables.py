"""A nested record of HSDS as rows of tables, the same that come as CSV."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from models.hsds_profile import KEY
from models.imports.hsds.layout import Layout, layout_of, refitted
from models.imports.hsds.notices import Notices
from models.imports.hsds.rows import MADE, Origin, Row, without_filled_in
from models.imports.hsds.values import cleaned

Json = Mapping[str, Any]

NAMED = ("service", "organization", "location", "taxonomy_term", "taxonomy")
"""Tables whose ids mean something; rows of others may stand in several places under one id."""
LINKED = ("attribute", "translation")
"""Tables that say with `link_entity` of which table the row is that they belong to."""
ELSEWHERE: Mapping[str, tuple[str, ...]] = {
    "organization": ("locations", "services"),
    "location": ("services", "organization"),
}
"""What a record repeats that stands in its own place too."""
NULLS = frozenset(("null", "NULL", "Null"))


@dataclass(slots=True)
class NestedTables:
    """The tables that nested records hold. With `flat` they are not nested: all ids are kept."""

    file: str
    number: int
    notices: Notices
    flat: bool = False
    versions: set[str] = field(default_factory=set)
    _rows: dict[str, list[Row]] = field(default_factory=dict)
    _origins: dict[str, Origin] = field(default_factory=dict)
    _known: set[tuple[str, str]] = field(default_factory=set)
    _made: Iterator[int] = field(default_factory=count)

    def rows(self, table: str) -> Iterator[Row]:
        """The rows of a table in the order in which they stand."""
        return iter(self._rows.get(table, ()))

    def add(self, name: str, record: Json, links: Mapping[str, str]) -> tuple[str, str]:
        """Put a record of the table `name` with all that it holds into rows.

        Gives its table in 3.0 and its id; "" for a table that is not kept. A record that came
        before, under an id that means something, is the same one.
        """
        layout = layout_of(name, record)
        if layout is None:
            return "", ""
        table, id = layout.table, self._id(layout.table, record)
        if table not in NAMED or (table, id) not in self._known:
            self._known.add((table, id))
            self.versions.add(layout.version)
            origin = self._origins.setdefault(table, Origin(self.file, table))
            row = Row({"id": id, **links}, self.number, origin)
            self._rows.setdefault(table, []).append(row)
            self._fill(row, layout, record)
            row.values |= links
            refitted(layout, without_filled_in(row.values))
        return table, id

    def add_all(self, name: str, records: Iterable[Any], links: Mapping[str, str]) -> None:
        """Put those of some records into rows that are records."""
        for record in records:
            if isinstance(record, dict):
                self.add(name, record, links)

    def _id(self, table: str, record: Json) -> str:
        if self.flat or table in NAMED:
            known = record.get("id")
            return (isinstance(known, str | int) and cleaned(str(known))) or self._new()
        return self._new()

    def _new(self) -> str:
        return f"{MADE}{next(self._made)}"

    def _fill(self, row: Row, layout: Layout, record: Json) -> None:
        values, columns = row.values, layout.columns
        for key, value in record.items():
            if value.__class__ is not str or key not in columns:
                self._put(row, layout, key, value)
            elif key != "id" and ((text := cleaned(value)) or key == KEY):
                values[key] = text
        if not NULLS.isdisjoint(values.values()):
            self._empty(row)

    def _put(self, row: Row, layout: Layout, key: str, value: object) -> None:
        """What is no text: other records, lists of them, numbers, truth values."""
        if isinstance(value, dict):
            self._hold(row, layout.table, key, value)
        elif isinstance(value, list):
            self._children(row, layout.table, key, value)
        elif not _says_anything(value):
            return
        elif key not in layout.columns:
            self._strange(row, key)
        elif key != "id":
            row.values[key] = "true" if value is True else str(value)

    def _hold(self, row: Row, parent: str, key: str, record: Json) -> None:
        """A single record that this one points to."""
        if key in ELSEWHERE.get(parent, ()):
            return
        term = parent == "attribute" and key == "taxonomy"
        table, id = self.add("old_taxonomy" if term else key, record, {})
        if table:
            row.values[f"{table}_id"] = id
        else:
            self._strange(row, key)

    def _children(self, row: Row, parent: str, key: str, found: list[Any]) -> None:
        """Records that point to this one."""
        records = [x for x in found if isinstance(x, dict)]
        if not records or key in ELSEWHERE.get(parent, ()):
            return
        layout = layout_of(key, records[0])
        if layout is None:
            self._strange(row, key)
            return
        links = {f"{parent}_id": row.values["id"]}
        if layout.table in LINKED:
            links = {"link_id": row.values["id"], "link_entity": parent}
        self.add_all(key, records, links)

    def _empty(self, row: Row) -> None:
        """Take the word that some programs write for nothing as nothing."""
        for key in [key for key, value in row.values.items() if value in NULLS]:
            self.notices.count("hsds_null", row.origin, value=row.values.pop(key))

    def _strange(self, row: Row, key: str) -> None:
        self.notices.count("hsds_column", row.origin, value=key)


def _says_anything(value: object) -> bool:
    return value is not None and value is not False and value != ""
