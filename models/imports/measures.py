"""What an import of measures would change, and changing it: idempotent by (source, number)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from models.imports.measure_entries import Entry, Row
from models.imports.measure_history import untold
from models.imports.measure_plan import Change, Parts, compared, vanished
from models.imports.measure_writing import write
from models.imports.measures_table import Reading
from models.imports.reports import ReportRow, UnitsReport, otherwise
from models.imports.unit_writing import (
    department_ids,
    stored_departments,
    stored_groups,
    write_departments,
    write_groups,
)
from models.measure_changes import By
from models.measure_reading import MEASURE, read
from models.measure_record import DateChange
from models.measures import all_date_changes


@dataclass(frozen=True, slots=True)
class Plan:
    """All changes of an import in the order of the table, the vanished last.

    `departments` and `groups` are those that are new or otherwise than stored.
    """

    source: str
    changes: tuple[Change, ...]
    departments: tuple[Row, ...]
    groups: tuple[Row, ...]


def plan(session: Session, reading: Reading, source: str, by: By) -> Plan:
    """Compare a reading without problems with what is stored of its source. Changes nothing."""
    if reading.problems:
        raise ValueError("a table with problems is not imported")
    codes = {id: code for code, id in department_ids(session).items()}
    today = by.at.date()
    known = {x.source_id: x for x in read(session, MEASURE.c.source == source, today)}
    history = all_date_changes(session)
    changes = []
    for entry in reading.measures:
        old = known.pop(entry.number, None)
        parts = _parts(reading, entry, history.get(old.id, ()) if old else ())
        changes.append(compared(entry, parts, old, codes))
    gone = [vanished(measure, codes) for measure in known.values() if measure.active]
    return Plan(
        source,
        (*changes, *gone),
        otherwise(reading.departments or (), stored_departments(session)),
        otherwise(reading.groups or (), stored_groups(session)),
    )


def apply(session: Session, plan: Plan, by: By) -> UnitsReport:
    """Write a plan in the session's transaction."""
    write_departments(session, plan.departments)
    write_groups(session, plan.groups)
    changes = [change for change in plan.changes if change.kind != "unchanged"]
    write(session, plan.source, changes, by)
    return report(plan)


def report(plan: Plan) -> UnitsReport:
    """What a plan would do."""
    rows = tuple(
        ReportRow(x.kind, x.number, str(x.after["title"]), x.changed) for x in plan.changes
    )
    return UnitsReport(rows, len(plan.departments), len(plan.groups))


def _parts(reading: Reading, entry: Entry, stored: Sequence[DateChange]) -> Parts:
    steps, indicators = reading.steps, reading.indicators
    return Parts(
        None if steps is None else steps.get(entry.number, ()),
        None if indicators is None else indicators.get(entry.number, ()),
        untold(reading.date_changes.get(entry.number, ()), stored),
    )
