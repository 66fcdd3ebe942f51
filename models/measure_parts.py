"""What belongs to measures, read for many at once: steps, indicators, notes, changed dates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from sqlalchemy import RowMapping, Select, func, select
from sqlalchemy.orm import Session

from analysis.measures.point import Precision
from models.base import table
from models.measure_record import DateChange, Indicator, Note, Step, Value
from models.progress import (
    DateChangeRow,
    IndicatorRow,
    IndicatorValueRow,
    StatusNoteRow,
    StepRow,
)

STEP = table(StepRow)
INDICATOR = table(IndicatorRow)
VALUE = table(IndicatorValueRow)
NOTE = table(StatusNoteRow)
CHANGE = table(DateChangeRow)

NOTES = 5
"""How many notes a measure brings along."""

_INTERNAL = ("measure_id", "position")

P = TypeVar("P")
Grouped = Mapping[int, tuple[P, ...]]
Ids = Select[tuple[int]]
"""A query for the ids of the measures wanted."""


def steps(session: Session, ids: Ids) -> Grouped[Step]:
    """The milestones by measure, in their order."""
    ours = STEP.c.measure_id.in_(ids) & (STEP.c.position >= 0)
    query = select(STEP).where(ours).order_by(STEP.c.position, STEP.c.id)
    return _grouped(session.execute(query).mappings(), "measure_id", _step)


def indicators(session: Session, ids: Ids) -> Grouped[Indicator]:
    """The figures by measure with all their values, in the order of the table."""
    ours = INDICATOR.c.measure_id.in_(ids) & (INDICATOR.c.position >= 0)
    theirs = VALUE.c.indicator_id.in_(select(INDICATOR.c.id).where(ours))
    query = select(VALUE).where(theirs).order_by(VALUE.c.day)
    values = _grouped(session.execute(query).mappings(), "indicator_id", _value)
    found = select(INDICATOR).where(ours).order_by(INDICATOR.c.position, INDICATOR.c.id)
    rows = session.execute(found).mappings()
    return _grouped(rows, "measure_id", lambda row: _indicator(row, values))


def measure_of(session: Session, indicator: int) -> int:
    """The measure that an indicator belongs to, 0 when there is no such indicator."""
    query = select(INDICATOR.c.measure_id).where(INDICATOR.c.id == indicator)
    return session.scalar(query) or 0


def notes(session: Session, ids: Ids, most: int = NOTES) -> Grouped[Note]:
    """The last `most` notes by measure, newest first."""
    newest = (NOTE.c.at.desc(), NOTE.c.id.desc())
    place = func.row_number().over(partition_by=NOTE.c.measure_id, order_by=newest)
    inner = select(NOTE, place.label("place")).where(NOTE.c.measure_id.in_(ids)).subquery()
    query = select(inner).where(inner.c.place <= most).order_by(inner.c.place)
    return _grouped(session.execute(query).mappings(), "measure_id", _note)


def date_changes(session: Session, ids: Ids) -> Grouped[DateChange]:
    """How the dates of measures and of their steps moved, by measure, oldest first."""
    name = func.coalesce(STEP.c.name, "").label("step")
    query = select(CHANGE, name).outerjoin(STEP, STEP.c.id == CHANGE.c.step_id)
    there = (CHANGE.c.step_id == 0) | (STEP.c.position >= 0)
    query = query.where(CHANGE.c.measure_id.in_(ids), there).order_by(CHANGE.c.at, CHANGE.c.id)
    return _grouped(session.execute(query).mappings(), "measure_id", _date_change)


def _step(row: RowMapping) -> Step:
    precision = Precision(row["due_precision"])
    done, begun = row["done_on"], row["begun"]
    return Step(row["id"], row["name"], row["due"], precision, done, begun, row["comment"])


def _value(row: RowMapping) -> Value:
    return Value(row["day"], row["value"])


def _indicator(row: RowMapping, values: Grouped[Value]) -> Indicator:
    columns = {name: value for name, value in row.items() if name not in _INTERNAL}
    return Indicator(**columns, values=values.get(row["id"], ()))


def _note(row: RowMapping) -> Note:
    return Note(row["at"], row["account_id"], row["answer"], row["status"], row["text"])


def _date_change(row: RowMapping) -> DateChange:
    return DateChange(
        at=row["at"],
        account_id=row["account_id"],
        which=row["which"],
        old=row["old"],
        old_precision=Precision(row["old_precision"]),
        new=row["new"],
        new_precision=Precision(row["new_precision"]),
        reason=row["reason"],
        step=row["step"],
    )


def _grouped(rows: Iterable[Any], by: str, make: Callable[[RowMapping], P]) -> Grouped[P]:
    found: dict[int, list[P]] = defaultdict(list)
    for row in rows:
        found[row[by]].append(make(row))
    return {id: tuple(parts) for id, parts in found.items()}
