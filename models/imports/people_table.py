"""The documented table of people, its three sheets, as what is to be stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from models.imports import people_columns as columns
from models.imports.measure_checks import (
    Read,
    check_groups,
    check_known,
    check_once,
    check_parents,
)
from models.imports.measure_columns import BODIES, UNITS
from models.imports.measure_entries import Row, departments, groups
from models.imports.measure_known import Known, Names, named
from models.imports.problems import Problem, Unexpected, nearest
from models.imports.sheet_reading import Record, SheetReader
from models.imports.table import Sheet, Table
from models.role import Role


@dataclass(frozen=True, slots=True)
class Entry:
    """One person of a table. `values` are by column, for its filled cells only.

    `department` and `groups` in them are codes; `deputy` is an id of this table, or the id of an
    account.
    """

    id: str
    roles: tuple[Role, ...]
    values: Mapping[str, Any]

    @property
    def name(self) -> str:
        """What the post is called."""
        return str(self.values["name"])


@dataclass(frozen=True, slots=True)
class Reading:
    """What a table says. None for a sheet that it does not have.

    With any problem nothing may be applied; notices are for the report only.
    """

    people: tuple[Entry, ...] = ()
    departments: tuple[Row, ...] = ()
    groups: tuple[Row, ...] = ()
    problems: tuple[Problem, ...] = ()
    notices: tuple[Problem, ...] = ()


def read_people(table: Table, known: Known, bodies: Names) -> Reading:
    """What `table` says; `known` and the groups `bodies` are what it may name of the town."""
    if table.sheet(columns.PEOPLE) is None:
        found = ", ".join(sheet.name for sheet in table.sheets) or "none"
        values = {"sheet": columns.PEOPLE, "found": found}
        return Reading(problems=(Problem("sheet_missing", table.file, values=values),))
    reads = {name: _read(table, name) for name in columns.SHEETS}
    known = replace(known, departments={**known.departments, **_codes(reads[UNITS])})
    bodies = {**bodies, **_codes(reads[BODIES])}
    people = _by_key(reads[columns.PEOPLE])
    _check(reads, known, bodies, people)
    problems = tuple(x for read in reads.values() for x in read.reader.problems)
    if problems:
        return Reading(problems=problems, notices=table.notices)
    return Reading(
        people=tuple(_entry(x, known, bodies, people) for x in reads[columns.PEOPLE].records),
        departments=departments(reads[UNITS].records, known),
        groups=groups(reads[BODIES].records, known),
        notices=table.notices,
    )


def _read(table: Table, name: str) -> Read:
    sheet = table.sheet(name)
    empty = SheetReader(Sheet(table.file, name, ()), columns.FORMS[name])
    if sheet is None:
        return Read(empty, ())
    reader = SheetReader(sheet, columns.FORMS[name])
    return Read(reader, reader.read())


def _codes(read: Read) -> dict[str, str]:
    rows = [record.values for record in read.records]
    return named((x["code"], x["name"]) for x in rows if {"code", "name"} <= x.keys())


def _by_key(read: Read) -> dict[str, str]:
    """The table's ids by name, by e-mail and by id, each stronger than the former."""
    rows = [record.values for record in read.records if "id" in record.values]
    return {
        str(row[column]).casefold(): str(row["id"])
        for column in ("name", "email", "id")
        for row in rows
        if column in row
    }


def _check(
    reads: Mapping[str, Read], known: Known, bodies: Names, people: Mapping[str, str]
) -> None:
    read = reads[columns.PEOPLE]
    check_once(read, ["id"])
    check_once(read, ["email"])
    if not (read.records or read.reader.problems):
        read.reader.wrong(2, "id", Unexpected("no_people"))
    for record in read.records:
        check_known(read, record, "department", known.departments)
        _check_deputy(read, record, {**known.accounts, **people})
        _check_groups(read, record, bodies)
        if record.values.get("leads") and "department" not in record.filled:
            read.wrong(record, "leads", Unexpected("required", what="a department that she leads"))
    check_parents(reads[UNITS], known.departments)
    check_groups(reads[BODIES], known.fields)


def _check_deputy(read: Read, record: Record, known: Mapping[str, object]) -> None:
    written = record.values.get("deputy")
    if written is None:
        return
    found = known.get(written.casefold())
    if found is None:
        like = nearest(written, known)
        read.wrong(record, "deputy", Unexpected("deputy_unknown", value=written, nearest=like))
    elif found == record.values.get("id"):
        read.wrong(record, "deputy", Unexpected("own_deputy", value=written))


def _check_groups(read: Read, record: Record, bodies: Names) -> None:
    for written in record.values.get("groups", ()):
        if written.casefold() not in bodies:
            like = nearest(written, [*bodies, *bodies.values()])
            problem = Unexpected("unknown_code", value=written, nearest=like)
            read.wrong(record, "groups", problem)


def _entry(record: Record, known: Known, bodies: Names, people: Mapping[str, str]) -> Entry:
    values = dict(record.values)
    id, roles = values.pop("id"), values.pop("role", ())
    if "department" in values:
        values["department"] = known.departments[values["department"].casefold()]
    if "groups" in values:
        values["groups"] = tuple(sorted({bodies[one.casefold()] for one in values["groups"]}))
    if "deputy" in values:
        key = values["deputy"].casefold()
        values["deputy"] = people.get(key) or known.accounts[key]
    return Entry(id, roles, values)
