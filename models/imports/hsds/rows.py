"""Rows of HSDS tables, however they came: from CSV files or out of nested JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from models import hsds_profile

Progress = Callable[[int, int], None]
"""How much of a whole is done, and the whole; here in bytes."""

MADE = "\x00"
"""Begins the ids that connect rows whose own id is missing; no cell holds it."""


class Origin(NamedTuple):
    """Where a row comes from: a CSV file, or a table (`sheet`) within a JSON file."""

    file: str
    sheet: str = ""


@dataclass(slots=True)
class Row:
    """The filled cells of a row by column; `number` counts from 1 with the header.

    In JSON `number` is that of the service. What an export only filled in counts as empty.
    """

    values: dict[str, str]
    number: int
    origin: Origin

    def get(self, column: str) -> str:
        """What a cell holds, "" if nothing."""
        return self.values.get(column, "")

    def has(self, column: str) -> bool:
        """Whether the table has the column, which for Lotse's own id is said though empty."""
        return column in self.values

    def yes(self, column: str) -> bool:
        """Whether a cell of Lotse's own says yes."""
        return self.get(column).lower() == hsds_profile.TRUE


class Tables(Protocol):
    """Tables by the names of HSDS 3.0, in the singular; a table that is missing has no rows."""

    def rows(self, table: str) -> Iterator[Row]:
        """Its rows in order."""


def without_filled_in(values: dict[str, str]) -> dict[str, str]:
    """The cells of a row without those that only stand there because the standard wants them."""
    if hsds_profile.FILLED in values:
        for column in values.pop(hsds_profile.FILLED).split(","):
            values.pop(column.strip(), None)
    return values
