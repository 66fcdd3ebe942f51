"""How dates moved before Lotse knew of it, as a table tells it: added, never taken away."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time

from sqlalchemy import insert
from sqlalchemy.orm import Session

from analysis.measures.point import Point, Precision
from models.imports.sheet_reading import Record
from models.measure_parts import CHANGE
from models.measure_record import DateChange

NOON = time(12, tzinfo=UTC)
"""A table knows the day alone; noon in UTC is the same day in the town."""

START, END = "start", "end"
Key = tuple[date, str, date | None, date | None]


def date_changes(records: Iterable[Record]) -> list[tuple[str, DateChange]]:
    """Each with the number of its measure."""
    return [(record.values["number"], _date_change(record)) for record in records]


def untold(told: Iterable[DateChange], stored: Sequence[DateChange]) -> tuple[DateChange, ...]:
    """What a table tells and nobody has written down: other dates, or on another day."""
    known = {_key(change) for change in stored}
    return tuple({_key(change): change for change in told if _key(change) not in known}.values())


def write_date_changes(session: Session, measure: int, changes: Iterable[DateChange]) -> None:
    """Add changes to a measure's history."""
    for change in changes:
        dates = {"old": change.old, "new": change.new, "which": change.which}
        exact = {"old_precision": change.old_precision, "new_precision": change.new_precision}
        row = {"measure_id": measure, "at": change.at, "reason": change.reason}
        session.execute(insert(CHANGE).values(**row, **dates, **exact))


def day_of(change: DateChange) -> date:
    """The day on which a date was moved."""
    return change.at.astimezone(UTC).date()


def _key(change: DateChange) -> Key:
    return day_of(change), change.which, change.old, change.new


def _date_change(record: Record) -> DateChange:
    values = record.values
    which = values.get("which", END)
    old, new = (_dated(values.get(name), which) for name in ("old", "new"))
    return DateChange(
        at=datetime.combine(values["changed_on"], NOON),
        account_id=None,
        which=which,
        old=old[0],
        old_precision=old[1],
        new=new[0],
        new_precision=new[1],
        reason=values["reason"],
    )


def _dated(point: Point | None, which: str) -> tuple[date | None, Precision]:
    if point is None:
        return None, Precision.OPEN
    return point.first if which == START else point.last, point.precision
