"""A nested record of HSDS as rows of tables, the same that come as CSV."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from models.hsds_profile import KEY
from models.imports.hsds.layout import COLUMNS, Layout, layout_of, refitted
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
NULL = "null"


@dataclass(frozen=True, slots=True)
class _Open:
    """A row that is being made."""

    layout: Layout
    origin: Origin
    values: dict[str, str]


@dataclass(slots=True)
class NestedTables:
    """The tables that nested records hold. With `flat` they are not nested: all ids are kept."""

    file: str
    number: int
    notices: Notices
    flat: bool = False
    versions: set[str] = field(default_factory=set)
    _rows: dict[str, list[Row]] = field(default_factory=dict)
    _known: set[tuple[str, str]] = field(default_factory=set)
    _made: Iterator[int] = field(default_factory=count)

    def rows(self, table: str) -> Iterator[Row]:
        """The rows of a table in the order in which they stand."""
        return iter(self._rows.get(table, ()))

    def add(self, name: str, record: Json, links: Mapping[str, str]) -> tuple[str, str]:
        """Put a record of the table `name` with all that it holds into rows.

        Gives its table in 3.0 and its id; "" for a table that is not kept.
        """
        layout = layout_of(name, record.keys())
        if layout is None:
            return "", ""
        self.versions.add(layout.version)
        id = self._id(layout.table, record)
        if (layout.table, id) in self._known:
            return layout.table, id
        self._known.add((layout.table, id))
        origin = Origin(self.file, layout.table)
        row = _Open(layout, origin, {"id": id, **links})
        rows = self._rows.setdefault(layout.table, [])
        place = len(rows)
        for key, value in record.items():
            if key != "id" and value is not None:
                self._put(row, key, value)
        values = refitted(layout, without_filled_in(row.values))
        rows.insert(place, Row(values, self.number, origin))
        return layout.table, id

    def _id(self, table: str, record: Json) -> str:
        known = record.get("id")
        if (self.flat or table in NAMED) and isinstance(known, str | int):
            return cleaned(str(known)) or self._new()
        return self._new()

    def _new(self) -> str:
        return f"{MADE}{next(self._made)}"

    def _put(self, row: _Open, key: str, value: object) -> None:
        if isinstance(value, Mapping):
            self._hold(row, key, value)
        elif isinstance(value, list):
            self._children(row, key, [x for x in value if isinstance(x, Mapping)])
        elif key in COLUMNS[row.layout.table] or key in row.layout.renamed:
            self._cell(row, key, value)
        elif value is not False and value != "":
            self._strange(row, key)

    def _cell(self, row: _Open, key: str, value: object) -> None:
        written = cleaned(_text(value))
        if written.lower() == NULL:
            self.notices.count("hsds_null", row.origin, value=written)
        elif written or key == KEY:
            row.values[key] = written

    def _hold(self, row: _Open, key: str, record: Json) -> None:
        """A single record that this one points to."""
        if key in ELSEWHERE.get(row.layout.table, ()):
            return
        term = row.layout.table == "attribute" and key == "taxonomy"
        table, id = self.add("old_taxonomy" if term else key, record, {})
        if table:
            row.values[f"{table}_id"] = id
        else:
            self._strange(row, key)

    def _children(self, row: _Open, key: str, records: Iterable[Json]) -> None:
        """Records that point to this one."""
        table, id = row.layout.table, row.values["id"]
        if key in ELSEWHERE.get(table, ()):
            return
        for record in records:
            layout = layout_of(key, record.keys())
            if layout is None:
                self._strange(row, key)
                return
            linked = layout.table in LINKED
            links = {"link_id": id, "link_entity": table} if linked else {f"{table}_id": id}
            self.add(key, record, links)

    def _strange(self, row: _Open, key: str) -> None:
        self.notices.count("hsds_column", row.origin, value=key)


def _text(value: object) -> str:
    """A JSON value as CSV has it."""
    if value is False:
        return ""
    return "true" if value is True else str(value)
