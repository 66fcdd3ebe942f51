"""Services out of a JSON file, one after the other, each with the tables that it holds."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from models.imports.hsds.json_stream import JsonStream
from models.imports.hsds.layout import NAMES
from models.imports.hsds.nested_tables import Json, NestedTables
from models.imports.hsds.notices import Notices
from models.imports.hsds.package import LARGEST
from models.imports.hsds.rows import Progress
from models.imports.problems import Problem, Unreadable
from models.imports.table import MEGABYTE

SERVICES = ("services", "service")
EACH = 100
"""Services after which progress is told."""


def json_tables(
    path: Path, notices: Notices, progress: Progress | None = None
) -> Iterator[NestedTables]:
    """The tables of each service in the file. Raises Unreadable, also after many services.

    Services stand in a list, in an answer's `contents` or `services`, alone, within organizations,
    or as one of several tables next to each other.
    """
    size = path.stat().st_size
    if size > LARGEST * MEGABYTE:
        raise Unreadable(Problem("large", path.name, values={"most": LARGEST}))
    with path.open("rb") as stream, io.TextIOWrapper(stream, "utf-8-sig") as text:
        records = _records(JsonStream(path.name, text.read).objects())
        for number, found in enumerate(records, 1):
            _tell(progress, number, (stream.tell(), size))
            yield _tables(path.name, number, notices, found)
    _tell(progress, EACH, (size, size))


def _tell(progress: Progress | None, number: int, done: tuple[int, int]) -> None:
    if progress and number % EACH == 0:
        progress(*done)


def _records(objects: Iterator[Any]) -> Iterator[Json]:
    """Services, those within others brought out of them; or all tables in one record."""
    for found in objects:
        if not isinstance(found, dict):
            continue
        services = next((found[x] for x in SERVICES if isinstance(found.get(x), list)), None)
        if services is None or _is_flat(found):
            yield found
        else:
            yield from _within(found, [x for x in services if isinstance(x, dict)])


def _within(found: Json, services: list[Json]) -> Iterator[Json]:
    """The services of an organization, or of an answer that holds nothing else."""
    if {"id", "name"}.isdisjoint(found):
        yield from services
        return
    maker = {name: value for name, value in found.items() if name not in SERVICES}
    yield from ({"organization": maker, **service} for service in services)


def _is_flat(record: Json) -> bool:
    """Whether it is tables next to each other, and no record itself."""
    tables = [x for x in record if x.lower() in NAMES and isinstance(record[x], list)]
    return len(tables) > 1 and {"id", "name"}.isdisjoint(record)


def _tables(file: str, number: int, notices: Notices, record: Json) -> NestedTables:
    flat = _is_flat(record) and not {*record}.isdisjoint(SERVICES)
    tables = NestedTables(file, number, notices, flat)
    if not flat:
        tables.add("service", record, {})
        return tables
    for name, rows in record.items():
        if isinstance(rows, list) and name.lower() in NAMES:
            tables.add_all(name, rows, {})
    return tables
