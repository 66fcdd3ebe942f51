"""Which files a form needs, and what is in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

from surveys.xlsform.files import ENDINGS, BrokenFile, Files, Rows, rows_of
from surveys.xlsform.problems import Problem
from surveys.xlsform.rows import Row, Table
from surveys.xlsform.types import Rest, kind

CALLS = re.compile(r"\b(instance|pulldata)\(\s*(['\"])([^'\"]+)\2")
EXPRESSIONS = (
    *("relevant", "required", "constraint", "calculation", "default", "choice_filter"),
    *("repeat_count", "read_only"),
)


@dataclass(frozen=True, slots=True)
class Need:
    """A file that a row names, in which column; several endings where only a stem is said."""

    row: Row
    column: str
    stem: str
    names: tuple[str, ...]


def instances_of(
    survey: Table, lists: Iterable[str], files: Files
) -> tuple[dict[str, Rows], list[Problem]]:
    """The rows of every file by its stem, and what is missing or broken, each said once."""
    found: dict[str, Rows] = {}
    problems: list[Problem] = []
    known = set(lists)
    for need in _needs(survey):
        if need.stem in known:
            continue
        known.add(need.stem)
        rows = _rows(need, files)
        found[need.stem] = rows if isinstance(rows, tuple) else ()
        if isinstance(rows, Problem):
            problems.append(rows)
    return found, problems


def _rows(need: Need, files: Files) -> Rows | Problem:
    for name in need.names:
        data = files(name)
        if data is None:
            continue
        try:
            return rows_of(name, data)
        except BrokenFile:
            return need.row.error("file_unreadable", need.column, name=name)
    return need.row.warning("file_missing", need.column, name=need.names[0])


def _needs(survey: Table) -> Iterator[Need]:
    for row in survey.rows:
        yield from _lists(row)
    cells = ((row, column) for row in survey.rows for column in EXPRESSIONS)
    for row, column in cells:
        calls = CALLS.findall(row.code(column))
        yield from (_need(row, column, name) for _, _, name in calls)


def _lists(row: Row) -> Iterator[Need]:
    meant, name = kind(row.code("type")), row.code("name")
    if meant.file and meant.list:
        yield _need(row, "type", meant.list)
    if meant.type is Rest.INSTANCE and name:
        ending = f".{row.code('type').lower().partition('-')[0]}"
        yield Need(row, "type", name, (name + ending,))


def _need(row: Row, column: str, name: str) -> Need:
    path = PurePath(name)
    if path.suffix.lower() in ENDINGS:
        return Need(row, column, path.stem, (name,))
    return Need(row, column, name, tuple(name + ending for ending in ENDINGS))
