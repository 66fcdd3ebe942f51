"""To what a row belongs: HSDS lets a phone or a schedule be of a service, a location, and more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import TypeVar

from models.imports.hsds.notices import Notices
from models.imports.hsds.rows import MADE, Row

Owner = tuple[str, str]
"""A table and an id in it."""

SERVICE, LOCATION, AT = "service", "location", "service_at_location"
CONTACT, ORGANIZATION, PHONE = "contact", "organization", "phone"

COLUMNS = {table: f"{table}_id" for table in (SERVICE, LOCATION, AT, CONTACT, ORGANIZATION, PHONE)}

Value = TypeVar("Value")


class Owned(defaultdict[Owner, list[Value]]):
    """Values by what they belong to, in the order of their rows."""

    def __init__(self) -> None:
        super().__init__(list)

    def of(self, table: str, id: str) -> tuple[Value, ...]:
        """Those of one owner."""
        return tuple(self.get((table, id), ()))


@dataclass(slots=True)
class Owners:
    """The ids that there are by table, and which services are at which locations."""

    notices: Notices
    ids: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    pairs: dict[tuple[str, str], str] = field(default_factory=dict)
    _made: Iterator[int] = field(default_factory=count)

    def keyed(self, table: str, rows: Iterable[Row]) -> Iterator[tuple[str, Row]]:
        """The rows of a table with their ids. One that has none gets one that no other row names;
        of two with the same the second is left out.
        """
        first: dict[str, int] = {}
        for row in rows:
            key = row.get("id") or f"{MADE}row {next(self._made)}"
            if key in first:
                self.notices.tell("hsds_id_twice", row, "id", value=key, first=first[key])
                continue
            first[key] = row.number
            self.ids[table].add(key)
            yield key, row

    def of(self, row: Row, tables: Sequence[str]) -> Owner | None:
        """What a row belongs to, the first of `tables` that is there. None is told."""
        cells = row.values
        for table in tables:
            key = cells.get(COLUMNS[table])
            if key and key in self.ids[table]:
                at = self._there(row, key) if table == SERVICE and AT in tables else ""
                return (AT, at) if at else (table, key)
        self._tell(row, tables)
        return None

    def _there(self, row: Row, service: str) -> str:
        """The service_at_location of a row that names the service and the location."""
        location = row.get(COLUMNS[LOCATION])
        return self.pairs.get((service, location), "") if location else ""

    def known(self, row: Row, table: str, column: str, left: str) -> str:
        """The id in a column if there is such a row; else it is told, and ""."""
        key = row.get(column)
        if key and key not in self.ids[table]:
            self.dangling(row, table, column, left)
            return ""
        return key

    def dangling(self, row: Row, table: str, column: str, left: str) -> None:
        """Tell that a row points to nothing."""
        value = row.get(column)
        self.notices.tell("hsds_dangling", row, column, entity=table, value=value, left=left)

    def _tell(self, row: Row, tables: Sequence[str]) -> None:
        named = [table for table in tables if row.get(COLUMNS[table])]
        if named:
            self.dangling(row, named[0], COLUMNS[named[0]], "left out")
        else:
            self.notices.tell("hsds_orphan", row)
