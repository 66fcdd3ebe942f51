"""All measures of a source as the documented table, which an import reads back the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from analysis.measures.period import Point, Precision, point_around, written
from models.imports import measure_columns as columns
from models.imports import unit_writing as units
from models.imports.measure_history import day_of
from models.imports.measure_known import known
from models.imports.measure_plan import columns as stored
from models.imports.measure_words import CAUSES, DEPARTMENTS, GROUPS, SPOKEN, WHICH, german
from models.imports.table import Cell, Sheet, Table
from models.measure_reading import MEASURE, read
from models.measure_record import DateChange, Measure
from models.measures import all_date_changes

LEFT_OUT = ("period", "date_reason")
"""What an import understands and an export says in other columns, or not at all."""

Row = Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Names:
    """What the table calls departments and accounts, by id."""

    departments: Mapping[int, str]
    accounts: Mapping[int, str]


def measures_table(session: Session, source: str, today: date) -> Table:
    """The seven sheets; what is inactive is left out."""
    ours = MEASURE.c.active & (MEASURE.c.source == source)
    measures = read(session, ours, today)
    codes = {id: code for code, id in units.department_ids(session).items()}
    history = all_date_changes(session)
    names = Names(codes, known(session).keys)
    rows: dict[str, Iterable[Row]] = {
        columns.MEASURES: (_measure(x, names) for x in measures),
        columns.STEPS: (row for x in measures for row in _steps(x)),
        columns.INDICATORS: (row for x in measures for row in _indicators(x)),
        columns.VALUES: (row for x in measures for row in _values(x)),
        columns.CHANGES: (row for x in measures for row in _date_changes(x, history.get(x.id, ()))),
        columns.UNITS: _spoken(units.stored_departments(session), DEPARTMENTS),
        columns.BODIES: _spoken(units.stored_groups(session), GROUPS),
    }
    return Table("", tuple(_sheet(name, found) for name, found in rows.items()))


def _sheet(name: str, rows: Iterable[Row]) -> Sheet:
    header = tuple(x for x in columns.FORMS[name].plain if x not in LEFT_OUT)
    cells = tuple(tuple(_cell(row.get(column)) for column in header) for row in rows)
    return Sheet("", name, (header, *cells))


def _cell(value: Any) -> Cell:
    """Nothing at all where an empty cell means the same."""
    return value if value or (value == 0 and value is not False) else None


def _measure(measure: Measure, names: Names) -> Row:
    values = stored(measure, names.departments)
    values |= {"light": values["light_override"], "light_reason": values["override_reason"]}
    for column, words in SPOKEN.items():
        values[column] = german(words, values[column])
    return values | {
        "number": measure.number,
        "start": _point(measure.begins),
        "end": _point(measure.ends),
        "responsible": _responsible(measure, names),
        "deputy": names.accounts.get(measure.deputy_id or 0),
    }


def _responsible(measure: Measure, names: Names) -> str:
    key = names.accounts.get(measure.responsible_id or 0)
    return f"{measure.responsible_unit} <{key}>" if key else measure.responsible_unit


def _steps(measure: Measure) -> Iterator[Row]:
    for step in measure.steps:
        yield {
            "number": measure.number,
            "name": step.name,
            "due": _dated(step.due, step.due_precision),
            "begun": step.begun,
            "done_on": step.done_on,
            "comment": step.comment,
        }


def _indicators(measure: Measure) -> Iterator[Row]:
    for indicator in measure.indicators:
        yield {
            "number": measure.number,
            "name": indicator.name,
            "unit": indicator.unit,
            "baseline": indicator.baseline,
            "baseline_date": indicator.baseline_date,
            "target": indicator.target,
            "target_date": indicator.target_date,
        }


def _values(measure: Measure) -> Iterator[Row]:
    for indicator in measure.indicators:
        named = {"number": measure.number, "indicator": indicator.name}
        for value in indicator.values:
            yield {**named, "day": value.day, "value": value.value}


def _date_changes(measure: Measure, changes: Iterable[DateChange]) -> Iterator[Row]:
    for change in changes:
        yield {
            "number": measure.number,
            "changed_on": day_of(change),
            "which": None if change.step else german(WHICH, change.which),
            "step": change.step,
            "old": _dated(change.old, change.old_precision),
            "new": _dated(change.new, change.new_precision),
            "reason": german(CAUSES, change.reason),
        }


def _spoken(rows: Iterable[Row], words: Mapping[str, str]) -> Iterator[Row]:
    for row in rows:
        yield {**row, "kind": german(words, str(row["kind"]))}


def _dated(day: date | None, precision: Precision) -> date | str | None:
    return _point(point_around(day, precision)) if day else None


def _point(point: Point | None) -> date | str | None:
    """A day as a date, a longer span in words, and nothing for what is open."""
    if point is None:
        return None
    return point.last if point.precision is Precision.DAY else written(point)
