"""The documented table of measures, its seven sheets, as what is to be stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from models.imports import measure_columns as columns
from models.imports.measure_checks import (
    Read,
    check_groups,
    check_measures,
    check_once,
    check_parents,
)
from models.imports.measure_entries import (
    Entry,
    Row,
    departments,
    entry,
    grouped,
    groups,
    indicators,
    steps,
)
from models.imports.measure_history import date_changes
from models.imports.measure_known import Known, named
from models.imports.measure_part_checks import check_moved, check_numbers, check_values
from models.imports.problems import Problem
from models.imports.sheet_reading import SheetReader
from models.imports.table import Sheet, Table
from models.measure_record import DateChange, Indicator, Step


@dataclass(frozen=True, slots=True)
class Reading:
    """What a table says. None for a sheet that it does not have: what that is about stays.

    Steps and indicators (their ids 0), and what the table tells of moved dates, are by the
    measure's number. With any problem nothing may be applied; notices are for the report only.
    """

    measures: tuple[Entry, ...] = ()
    steps: Mapping[str, tuple[Step, ...]] | None = None
    indicators: Mapping[str, tuple[Indicator, ...]] | None = None
    date_changes: Mapping[str, tuple[DateChange, ...]] = field(default_factory=dict)
    departments: tuple[Row, ...] | None = None
    groups: tuple[Row, ...] | None = None
    problems: tuple[Problem, ...] = ()
    notices: tuple[Problem, ...] = ()


def read_measures(table: Table, known: Known) -> Reading:
    """What `table` says; `known` is what it may name of the town."""
    if table.sheet(columns.MEASURES) is None:
        found = ", ".join(sheet.name for sheet in table.sheets) or "none"
        values = {"sheet": columns.MEASURES, "found": found}
        return Reading(problems=(Problem("sheet_missing", table.file, values=values),))
    reads = {name: _read(table, name) for name in columns.SHEETS}
    units = {**known.departments, **_codes(reads[columns.UNITS])}
    known = replace(known, departments=units)
    _check(reads, known)
    problems = tuple(x for read in reads.values() for x in read.reader.problems)
    if problems:
        return Reading(problems=problems, notices=table.notices)
    return replace(_reading(table, reads, known), notices=table.notices)


def _read(table: Table, name: str) -> Read:
    """One sheet; without it, nothing to read and nothing wrong."""
    sheet = table.sheet(name)
    if sheet is None:
        return Read(SheetReader(Sheet(table.file, name, ()), columns.FORMS[name]), ())
    reader = SheetReader(sheet, columns.FORMS[name])
    return Read(reader, reader.read())


def _codes(departments: Read) -> dict[str, str]:
    rows = [record.values for record in departments.records]
    return named((x["code"], x["name"]) for x in rows if {"code", "name"} <= x.keys())


def _check(reads: Mapping[str, Read], known: Known) -> None:
    measures = reads[columns.MEASURES]
    check_measures(measures, known)
    numbers = {record.values.get("number", "") for record in measures.records}
    for name in (columns.STEPS, columns.INDICATORS):
        check_numbers(reads[name], numbers)
        check_once(reads[name], ["number", "name"])
    for name in (columns.VALUES, columns.CHANGES):
        check_numbers(reads[name], numbers)
    check_moved(reads[columns.CHANGES], reads[columns.STEPS])
    check_values(reads[columns.VALUES], reads[columns.INDICATORS])
    check_parents(reads[columns.UNITS], known.departments)
    check_groups(reads[columns.BODIES], known.fields)


def _reading(table: Table, reads: Mapping[str, Read], known: Known) -> Reading:
    there = {name for name in columns.SHEETS if table.sheet(name)}
    records = {name: read.records for name, read in reads.items()}
    present = {name for name, _ in reads[columns.MEASURES].reader.columns.values()}
    figures = indicators(records[columns.INDICATORS], records[columns.VALUES])
    return Reading(
        measures=tuple(entry(x, present, known) for x in records[columns.MEASURES]),
        steps=steps(records[columns.STEPS]) if columns.STEPS in there else None,
        indicators=figures if columns.INDICATORS in there else None,
        date_changes=grouped(date_changes(records[columns.CHANGES])),
        departments=departments(records[columns.UNITS], known) if columns.UNITS in there else None,
        groups=groups(records[columns.BODIES], known) if columns.BODIES in there else None,
    )
