"""What every import tells: row by row, what is new, changed, unchanged or vanished."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from models.imports.measure_entries import Row

Kind = Literal["new", "changed", "unchanged", "vanished"]


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A line of the report. `changed` are columns, `outdated` translations left behind by it."""

    kind: Kind
    source_id: str
    title: str
    changed: tuple[str, ...] = ()
    outdated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """An import row by row."""

    rows: tuple[ReportRow, ...]

    def count(self, kind: Kind) -> int:
        """How many are new, changed, unchanged, vanished."""
        return sum(row.kind == kind for row in self.rows)

    @property
    def anything(self) -> bool:
        """Whether the import changes anything at all."""
        return any(row.kind != "unchanged" for row in self.rows)


@dataclass(frozen=True, slots=True)
class UnitsReport(Report):
    """With how many departments and groups are new or changed."""

    departments: int = 0
    groups: int = 0

    @property
    def anything(self) -> bool:
        """Whether the import changes anything at all."""
        others = self.departments + self.groups
        return bool(others) or any(row.kind != "unchanged" for row in self.rows)


def otherwise(rows: Sequence[Row], stored: Sequence[Row]) -> tuple[Row, ...]:
    """The rows that are new or otherwise than stored."""
    return tuple(row for row in rows if row not in stored)
