"""Measures into their table, with the history that a change leaves behind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from models import audit, reminder_queue
from models.goal import GOAL as BELOW
from models.goal import MAIN
from models.imports.measure_entries import Row
from models.imports.measure_history import write_date_changes
from models.imports.measure_part_writing import write_indicators, write_steps
from models.imports.measure_plan import Change
from models.imports.unit_writing import department_ids
from models.measure_changes import ENTITY, NO_REASON, By
from models.measure_parts import CHANGE, NOTE
from models.measure_reading import GOAL, MEASURE

STEP = "step"

_NAMED = ("department", "main_goal", "goal")
"""What a measure's row keeps as an id."""


def write(session: Session, source: str, changes: Iterable[Change], by: By) -> None:
    """Write what changed. Every change is accounted for, and what waits to remind of it is void."""
    units = department_ids(session)
    for change in changes:
        row = _row(session, change.after, units)
        id = _update(session, change, row) or _insert(session, source, change, row | _since(by))
        _write_history(session, id, change, by)
        _write_parts(session, id, change)
        write_date_changes(session, id, change.date_changes)
        reminder_queue.take_back(session, reminder_queue.about(session, id), by.at)
        audit.record(session, by.at, by.account_id, "measure.imported", (ENTITY, id))


def _write_parts(session: Session, id: int, change: Change) -> None:
    if change.steps is not None:
        write_steps(session, id, change.steps)
    if change.indicators is not None:
        write_indicators(session, id, change.indicators)


def _row(session: Session, values: Row, units: Mapping[str, int]) -> dict[str, Any]:
    row = {name: value for name, value in values.items() if name not in _NAMED}
    department = units.get(values["department"])
    return row | {"department_id": department, "goal_id": _goal(session, values)}


def _since(by: By) -> dict[str, date]:
    return {"known_since": by.at.date()}


def _insert(session: Session, source: str, change: Change, row: Row) -> int:
    key = {"source": source, "source_id": change.number, "number": change.number, "version": 1}
    made = insert(MEASURE).values(**key, **row).returning(MEASURE.c.id)
    return int(session.execute(made).scalar_one())


def _update(session: Session, change: Change, row: Row) -> int:
    """The measure's id; 0 for a new one. A moved date makes void what was planned for the old."""
    any_date = change.moved or change.moved_steps
    moved = {"version": MEASURE.c.version + 1} if any_date else {}
    query = update(MEASURE).where(MEASURE.c.id == change.id)
    session.execute(query.values(**row, **moved))
    return change.id


def _write_history(session: Session, id: int, change: Change, by: By) -> None:
    signed = {"measure_id": id, "at": by.at, "account_id": by.account_id}
    why = {"reason": change.date_reason or NO_REASON}
    for dates in (*_moved(change), *_moved_steps(change)):
        session.execute(insert(CHANGE).values(**signed, **dates, **why))
    if change.before and "status" in change.changed:
        told = {"answer": "import", "status": change.after["status"], "text": ""}
        session.execute(insert(NOTE).values(**signed, **told))


def _moved(change: Change) -> Iterator[Row]:
    for which in change.moved:
        exact = f"{which}_precision"
        yield {
            "which": which,
            "old": change.before[which],
            "old_precision": change.before[exact],
            "new": change.after[which],
            "new_precision": change.after[exact],
        }


def _moved_steps(change: Change) -> Iterator[Row]:
    for old, new in change.moved_steps:
        yield {
            "which": STEP,
            "step_id": old.id,
            "old": old.due,
            "old_precision": old.due_precision,
            "new": new.due,
            "new_precision": new.due_precision,
        }


def _goal(session: Session, values: Row) -> int | None:
    """The goal that a measure is for, made when it is new; None without any."""
    field, main, goal = values["field"], values["main_goal"], values["goal"]
    above = _goal_id(session, (field, MAIN, main), None) if main else None
    return _goal_id(session, (field, BELOW, goal), above) if goal else above


def _goal_id(session: Session, key: tuple[str, str, str], parent: int | None) -> int:
    columns = dict(zip(("field", "level", "title"), key, strict=True))
    query = select(GOAL.c.id, GOAL.c.parent_id).filter_by(**columns)
    found = session.execute(query).one_or_none()
    if found is None:
        made = insert(GOAL).values(**columns, explanation="", parent_id=parent)
        return int(session.execute(made.returning(GOAL.c.id)).scalar_one())
    if found.parent_id != parent:
        session.execute(update(GOAL).where(GOAL.c.id == found.id).values(parent_id=parent))
    return int(found.id)
