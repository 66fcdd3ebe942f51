"""What must fit together in a table of measures, between cells, rows and sheets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from analysis.measures.period import Period
from models.imports.measure_known import Known, Names
from models.imports.problems import Unexpected, nearest
from models.imports.sheet_reading import Record, SheetReader

LONGEST_FIELD = 16


@dataclass(frozen=True, slots=True)
class Read:
    """A sheet as it was read; `reader` takes the problems. No records: no such sheet."""

    reader: SheetReader
    records: Sequence[Record]

    def wrong(self, record: Record, column: str, problem: Unexpected) -> None:
        """Note a problem at a row's column."""
        self.reader.wrong(record.row, column, problem)


def check_once(read: Read, columns: Sequence[str]) -> None:
    """No two rows have the same values in `columns`; the last of them is where it is said."""
    rows: dict[tuple[Any, ...], int] = {}
    for record in read.records:
        key = tuple(record.values.get(column) for column in columns)
        if None in key:
            continue
        first = rows.setdefault(key, record.row)
        if first != record.row:
            problem = Unexpected("id_twice", value=str(key[-1]), first=first)
            read.wrong(record, columns[-1], problem)


def check_measures(read: Read, known: Known) -> None:
    """Every measure names what there is, and its columns agree with one another."""
    check_once(read, ["number"])
    if not (read.records or read.reader.problems):
        read.reader.wrong(2, "number", Unexpected("no_measures"))
    for record in read.records:
        check_field(read, record, known.fields)
        check_known(read, record, "department", known.departments)
        _check_accounts(read, record, known)
        _check_period(read, record)
        _check_needs(read, record)
    _check_goals(read)
    _check_successors(read)


def check_known(read: Read, record: Record, column: str, names: Names) -> None:
    """A cell holds one of `names`, or nothing."""
    written = record.values.get(column)
    if written is not None and written.casefold() not in names:
        like = nearest(written, [*names, *names.values()])
        read.wrong(record, column, Unexpected("unknown_code", value=written, nearest=like))


def check_field(read: Read, record: Record, fields: Names) -> None:
    """A field of action is one of the town's; any code is, as long as the town has none."""
    if fields:
        check_known(read, record, "field", fields)
    written = record.values.get("field", "")
    length = len(fields.get(written.casefold(), written))
    if length > LONGEST_FIELD:
        read.wrong(record, "field", Unexpected("long", length=length, most=LONGEST_FIELD))


def check_parents(read: Read, departments: Names) -> None:
    """Departments stand below departments, and none below itself."""
    check_once(read, ["code"])
    parents = {x.values.get("code"): x.values.get("parent") for x in read.records}
    for record in read.records:
        check_known(read, record, "parent", departments)
        code = record.values.get("code")
        if code is not None and code in _above(code, parents):
            read.wrong(record, "parent", Unexpected("circle", value=code))


def check_groups(read: Read, fields: Names) -> None:
    """A group's field is one of the town's."""
    check_once(read, ["code"])
    for record in read.records:
        check_field(read, record, fields)


def _above(code: str, parents: dict[Any, Any]) -> set[str]:
    above: set[str] = set()
    current = parents.get(code)
    while current is not None and current not in above:
        above.add(current)
        current = parents.get(current)
    return above


def _check_accounts(read: Read, record: Record, known: Known) -> None:
    unit, key = record.values.get("responsible", ("", ""))
    deputy = record.values.get("deputy", "")
    wanted = {"responsible": key or (unit if "@" in unit else ""), "deputy": deputy}
    for column, name in wanted.items():
        if name and name.casefold() not in known.accounts:
            like = nearest(name, known.accounts)
            problem = Unexpected("account_unknown", value=name, nearest=like)
            read.wrong(record, column, problem)


def _check_period(read: Read, record: Record) -> None:
    values = record.values
    if "period" in values and record.filled.intersection(("start", "end")):
        read.wrong(record, "period", Unexpected("period_twice"))
    start, end = values.get("start"), values.get("end", Period()).end
    if start and end and end.last < start.first:
        read.wrong(record, "end", Unexpected("ends_early"))


def _check_needs(read: Read, record: Record) -> None:
    values, filled = record.values, record.filled
    if values.get("kind", "measure") == "measure" and "field" not in filled:
        read.wrong(record, "field", Unexpected("required", what="the field of action"))
    if "light" in filled and "light_reason" not in filled:
        read.wrong(record, "light_reason", Unexpected("required", what="why the light is set"))
    if "goal" in filled and "main_goal" not in filled:
        what = "the main goal above the goal"
        read.wrong(record, "main_goal", Unexpected("required", what=what))


def _check_successors(read: Read) -> None:
    """What took a measure's place is another measure of the table."""
    numbers = {record.values.get("number") for record in read.records}
    for record in read.records:
        successor = record.values.get("merged_into")
        if successor is None:
            continue
        if successor == record.values.get("number"):
            read.wrong(record, "merged_into", Unexpected("own_successor", value=successor))
        elif successor not in numbers:
            like = nearest(successor, [str(number) for number in numbers if number])
            problem = Unexpected("measure_unknown", value=successor, nearest=like)
            read.wrong(record, "merged_into", problem)


def _check_goals(read: Read) -> None:
    """A goal stands below one main goal of its field."""
    seen: dict[tuple[str, str], tuple[str, int]] = {}
    for record in read.records:
        field, goal, main = (record.values.get(x, "") for x in ("field", "goal", "main_goal"))
        first, row = seen.setdefault((field, goal), (main, record.row)) if goal else (main, 0)
        if first != main:
            problem = Unexpected("goal_twice", value=first, first=row)
            read.wrong(record, "main_goal", problem)
