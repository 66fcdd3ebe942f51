"""The steering group's list: what has been overdue for long, for the next session's agenda."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from analysis.measures.status import OPEN
from models import measures, reminders
from models.measure_record import Measure, Step
from models.reminders import State


@dataclass(frozen=True, slots=True)
class Listed:
    """A measure, or a step of it, that stands on the list since a day."""

    measure: Measure
    step: Step | None
    due: date
    since: date


def steering_list(session: Session, today: date) -> tuple[Listed, ...]:
    """What is still open of it, the longest due first. Nobody is written to because of it."""
    open_ones = {m.id: m for m in measures.load(session, today) if m.status in OPEN}
    found = []
    for row in reminders.load(session):
        measure = open_ones.get(row.measure_id)
        if row.state is not State.LISTED or measure is None:
            continue
        step = next((step for step in measure.steps if step.id == row.step_id), None)
        if row.due == _due(measure, step, row.step_id):
            found.append(Listed(measure, step, row.due, row.decided))
    return tuple(sorted(found, key=lambda one: (one.due, one.measure.number, one.measure.id)))


def _due(measure: Measure, step: Step | None, step_id: int) -> date | None:
    """The date that the entry would be about today."""
    if not step_id:
        return measure.end
    return step.due if step and step.done_on is None else None
