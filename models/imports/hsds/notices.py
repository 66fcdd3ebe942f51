"""Collects what the report says about a reading, so that nobody drowns in it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from models.imports.hsds.rows import Origin, Row
from models.imports.problems import Problem, shown

MOST = 10
"""So many of one kind are told row by row; of the others only how many there are."""

Kind = tuple[str, Origin, str]


@dataclass(slots=True)
class Notices:
    """`tell` names a row, `count` only adds up; `problems` makes the report of both."""

    _told: list[Problem] = field(default_factory=list)
    _kinds: Counter[Kind] = field(default_factory=Counter)
    _counts: Counter[tuple[Kind, tuple[tuple[str, Any], ...]]] = field(default_factory=Counter)

    def tell(self, code: str, row: Row, column: str = "", **values: Any) -> None:
        """Something is so with a row; personal values are never among `values`."""
        kind = (code, row.origin, column)
        self._kinds[kind] += 1
        if self._kinds[kind] <= MOST:
            quoted = {name: shown(value) for name, value in values.items()}
            file, sheet = row.origin
            self._told.append(Problem(code, file, sheet, row.number, column, quoted))

    def add(self, problem: Problem) -> None:
        """Something that is said of a file or of a whole table."""
        self._told.append(problem)

    def count(self, code: str, origin: Origin, column: str = "", **values: Any) -> None:
        """Something is so once more; told once, with the `count`."""
        self._counts[(code, origin, column), tuple(values.items())] += 1

    def problems(self) -> tuple[Problem, ...]:
        """All notices, those with a row first."""
        more = (
            Problem("hsds_more", *origin, None, column, {"count": count - MOST})
            for (_, origin, column), count in self._kinds.items()
            if count > MOST
        )
        counted = (
            Problem(code, *origin, None, column, {"count": count} | _quoted(values))
            for ((code, origin, column), values), count in self._counts.items()
        )
        return (*self._told, *more, *counted)


def _quoted(values: tuple[tuple[str, Any], ...]) -> dict[str, Any]:
    return {name: shown(value) for name, value in values}
