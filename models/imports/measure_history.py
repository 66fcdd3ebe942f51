"""How dates moved before Lotse knew of it, as a table tells it: added, never taken away."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from analysis.measures.point import Point, Precision
from models.imports.measure_words import CAUSES, meanings
from models.imports.sheet_reading import Record
from models.measure_parts import CHANGE
from models.measure_parts import STEP as STEP_ROW
from models.measure_record import DateChange

NOON = time(12, tzinfo=UTC)
"""A table knows the day alone; noon in UTC is the same day in the town."""

START, END, STEP = "start", "end", "step"
CAUSE_OF = meanings(CAUSES)
"""The usual reasons are kept as codes, so that they read in every language."""

Key = tuple[date, str, str, date | None, date | None]


def date_changes(records: Iterable[Record]) -> list[tuple[str, DateChange]]:
    """Each with the number of its measure."""
    return [(record.values["number"], _date_change(record)) for record in records]


def untold(told: Iterable[DateChange], stored: Sequence[DateChange]) -> tuple[DateChange, ...]:
    """What a table tells and nobody has written down: other dates, or on another day."""
    known = {_key(change) for change in stored}
    return tuple({_key(change): change for change in told if _key(change) not in known}.values())


def write_date_changes(session: Session, measure: int, changes: Iterable[DateChange]) -> None:
    """Add changes to a measure's history; its steps are there already."""
    mine = select(STEP_ROW.c.name, STEP_ROW.c.id).where(STEP_ROW.c.measure_id == measure)
    steps: dict[str, int] = dict(session.execute(mine).all())
    for change in changes:
        dates = {"old": change.old, "new": change.new, "which": change.which}
        exact = {"old_precision": change.old_precision, "new_precision": change.new_precision}
        row = {"measure_id": measure, "at": change.at, "reason": change.reason}
        row["step_id"] = steps.get(change.step, 0)
        session.execute(insert(CHANGE).values(**row, **dates, **exact))


def day_of(change: DateChange) -> date:
    """The day on which a date was moved."""
    return change.at.astimezone(UTC).date()


def _key(change: DateChange) -> Key:
    return day_of(change), change.which, change.step, change.old, change.new


def _date_change(record: Record) -> DateChange:
    values = record.values
    step = values.get("step", "")
    which = STEP if step else values.get("which", END)
    old, new = (_dated(values.get(name), which) for name in ("old", "new"))
    return DateChange(
        at=datetime.combine(values["changed_on"], NOON),
        account_id=None,
        which=which,
        old=old[0],
        old_precision=old[1],
        new=new[0],
        new_precision=new[1],
        reason=CAUSE_OF.get(values["reason"].casefold(), values["reason"]),
        step=step,
    )


def _dated(point: Point | None, which: str) -> tuple[date | None, Precision]:
    if point is None:
        return None, Precision.OPEN
    return point.first if which == START else point.last, point.precision
