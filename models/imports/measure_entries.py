"""Rows of the measures table as what is to be stored: pure, no database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from analysis.measures.period import Period, Point, Precision
from models.imports.measure_defaults import DEFAULTS
from models.imports.measure_known import Known, Names
from models.imports.sheet_reading import Record
from models.measure_record import Indicator, Step, Value

Row = Mapping[str, Any]

_RENAMED = {"light": "light_override", "light_reason": "override_reason"}
_OWN = {"number", "field", "period", "start", "end", "running", "date_reason"}
_OWN |= {"responsible", "department", "deputy"}
"""Columns that are not stored as they are read."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One measure of a table. `values` are by stored column, for the table's columns only.

    `department` in them is a code. `responsible_id` None with a `responsible_unit` says that the
    table names a unit that has no account.
    """

    number: str
    values: Row
    date_reason: str = ""


def entry(record: Record, present: Collection[str], known: Known) -> Entry:
    """The measure of a row; `present` are the sheet's columns."""
    given = record.values
    stored = {_RENAMED.get(name, name): name for name in present if name not in _OWN}
    values: dict[str, Any] = {
        name: given.get(column, DEFAULTS[name]) for name, column in stored.items()
    }
    for wanted, make in _MAKERS.items():
        if wanted.intersection(present):
            values |= make(given, present, known)
    return Entry(given.get("number", ""), values, given.get("date_reason", ""))


def _field(given: Row, _present: Collection[str], known: Known) -> Row:
    return {"field": code(given.get("field", ""), known.fields)}


def _department(given: Row, _present: Collection[str], known: Known) -> Row:
    return {"department": code(given.get("department", ""), known.departments)}


def _deputy(given: Row, _present: Collection[str], known: Known) -> Row:
    return {"deputy_id": known.accounts.get(given.get("deputy", "").casefold())}


def _responsible(given: Row, _present: Collection[str], known: Known) -> Row:
    unit, key = given.get("responsible", ("", ""))
    id = known.accounts.get((key or unit).casefold())
    name = known.account_names.get(id, "") if id else ""
    return {"responsible_id": id, "responsible_unit": (unit or name) if key else (name or unit)}


def _period(given: Row, present: Collection[str], _known: Known) -> Row:
    written: Period | None = given.get("period")
    end: Period = written or given.get("end", Period())
    start: Point | None = written.start if written else given.get("start")
    values: dict[str, Any] = {}
    if {"period", "start"}.intersection(present):
        values |= {"start": start.first if start else None, "start_precision": _precision(start)}
    if {"period", "end"}.intersection(present):
        values |= {"end": end.due, "end_precision": _precision(end.end)}
    if {"period", "end", "running"}.intersection(present):
        values["running"] = end.running or given.get("running", False)
    return values


_MAKERS: dict[frozenset[str], Callable[[Row, Collection[str], Known], Row]] = {
    frozenset({"field"}): _field,
    frozenset({"department"}): _department,
    frozenset({"deputy"}): _deputy,
    frozenset({"responsible"}): _responsible,
    frozenset({"period", "start", "end", "running"}): _period,
}


def code(written: str, names: Names) -> str:
    """The code of what a cell names by code or by name; as written when nobody knows it."""
    return names.get(written.casefold(), written)


def steps(records: Iterable[Record]) -> dict[str, tuple[Step, ...]]:
    """Milestones by the measure's number, in the order of the sheet."""
    return grouped((record.values["number"], _step(record.values)) for record in records)


def indicators(
    records: Iterable[Record], values: Iterable[Record]
) -> dict[str, tuple[Indicator, ...]]:
    """Figures with their values, by the measure's number, in the order of the sheet."""
    given = [record.values for record in values]
    known = grouped(
        ((row["number"], row["indicator"]), Value(row["day"], row["value"])) for row in given
    )
    return grouped(
        (row["number"], _indicator(row, known.get((row["number"], row["name"]), ())))
        for row in (record.values for record in records)
    )


def departments(records: Iterable[Record], known: Known) -> tuple[Row, ...]:
    """The rows of the table department; `parent` is a code."""
    rows = [record.values for record in records]
    return tuple(
        {
            "code": row["code"],
            "name": row["name"],
            "kind": row.get("kind", "amt"),
            "parent": code(row.get("parent", ""), known.departments),
        }
        for row in rows
    )


def groups(records: Iterable[Record], known: Known) -> tuple[Row, ...]:
    """The rows of the table working_group."""
    rows = [record.values for record in records]
    return tuple(
        {
            "code": row["code"],
            "name": row["name"],
            "kind": row["kind"],
            "field": code(row.get("field", ""), known.fields),
        }
        for row in rows
    )


def _step(given: Row) -> Step:
    due: Point | None = given.get("due")
    last = due.last if due else None
    done, begun = given.get("done_on"), given.get("begun", False)
    return Step(0, given["name"], last, _precision(due), done, begun, given.get("comment", ""))


def _indicator(given: Row, values: Iterable[Value]) -> Indicator:
    told = {name: value for name, value in given.items() if name != "number"}
    in_order = tuple(sorted(values, key=lambda value: value.day))
    return Indicator(id=0, **told, values=in_order)


def _precision(point: Point | None) -> Precision:
    return point.precision if point else Precision.OPEN


K = TypeVar("K")
P = TypeVar("P")


def grouped(pairs: Iterable[tuple[K, P]]) -> dict[K, tuple[P, ...]]:
    """What belongs to each key, in order."""
    found: dict[K, list[P]] = defaultdict(list)
    for key, part in pairs:
        found[key].append(part)
    return {key: tuple(parts) for key, parts in found.items()}
