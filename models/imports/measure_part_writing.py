"""Steps and indicators of measures into their tables. Each is known again by its name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Table, insert, select, update
from sqlalchemy.orm import Session

from models.measure_parts import INDICATOR, STEP, VALUE
from models.measure_record import Indicator, Step, Value
from models.upsert import insert_for

RETIRED = -1
"""The position of what the table no longer has."""

Columns = Mapping[str, Any]


def write_steps(session: Session, measure: int, steps: Sequence[Step]) -> None:
    """Make a measure's steps exactly these; others are retired, never removed."""
    names = ("due", "due_precision", "done_on", "begun", "comment")
    rows = {step.name: {name: getattr(step, name) for name in names} for step in steps}
    _write(session, STEP, measure, rows)


def write_indicators(session: Session, measure: int, indicators: Sequence[Indicator]) -> None:
    """Make a measure's indicators exactly these; others are retired, and no value is lost."""
    names = ("unit", "baseline", "baseline_date", "target", "target_date")
    rows = {x.name: {name: getattr(x, name) for name in names} for x in indicators}
    ids = _write(session, INDICATOR, measure, rows)
    for indicator in indicators:
        _write_values(session, ids[indicator.name], indicator.values)


def _write(
    session: Session, table: Table, measure: int, rows: Mapping[str, Columns]
) -> dict[str, int]:
    """The ids by name of what was written."""
    known = _ids(session, table, measure)
    ours = update(table).where(table.c.measure_id == measure)
    session.execute(ours.values(position=RETIRED))
    for position, (name, columns) in enumerate(rows.items()):
        row = {"name": name, "position": position, **columns}
        if name in known:
            session.execute(update(table).where(table.c.id == known[name]).values(**row))
        else:
            session.execute(insert(table).values(measure_id=measure, **row))
    return _ids(session, table, measure)


def _ids(session: Session, table: Table, measure: int) -> dict[str, int]:
    query = select(table.c.name, table.c.id).where(table.c.measure_id == measure)
    return dict(session.execute(query).all())


def _write_values(session: Session, indicator: int, values: Iterable[Value]) -> None:
    for value in values:
        row = insert_for(session, VALUE)
        row = row.values(indicator_id=indicator, day=value.day, value=value.value)
        changed = {"value": value.value}
        key = ["indicator_id", "day"]
        session.execute(row.on_conflict_do_update(index_elements=key, set_=changed))
