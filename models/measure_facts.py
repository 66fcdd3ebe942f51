"""What the report on measures says about each of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from sqlalchemy.orm import Session

from analysis.measures.point import Point, Precision, point_around
from analysis.reports.measures.facts import (
    Change,
    Facts,
    Indicator,
    Known,
    Listed,
    Reported,
    Step,
)
from models import deadlines, measures
from models.measure_changes import NO_REASON
from models.measure_record import DateChange, Measure
from models.measure_record import Indicator as Kept
from models.measure_record import Step as KeptStep
from models.measure_smart import missing
from models.steering import Listed as OnTheList
from models.steering import steering_list
from models.town import Town


def facts(session: Session, town: Town, today: date, language: str) -> Facts:
    """Everything of the town's table on a day; fields of action in `language`."""
    changes = measures.all_date_changes(session)
    every = measures.load(session, today)
    reported = {one.id: _reported(one, changes.get(one.id, ())) for one in every}
    fields = tuple(deadlines.field_names(session, language).items())
    listed = (_listed(one, reported) for one in steering_list(session, today))
    return Facts(town.name, today, fields, tuple(reported.values()), tuple(listed))


def _listed(one: OnTheList, reported: Mapping[int, Reported]) -> Listed:
    precision = one.step.due_precision if one.step else one.measure.end_precision
    due = point_around(one.due, precision) or Point(one.due, one.due, Precision.DAY)
    return Listed(reported[one.measure.id], one.step.name if one.step else "", due, one.since)


def _reported(measure: Measure, changes: Iterable[DateChange]) -> Reported:
    note = next((note.text for note in measure.notes if note.text), "")
    return Reported(
        number=measure.number,
        title=measure.title,
        field=measure.field,
        status=measure.status,
        verdict=measure.verdict,
        kind=measure.kind,
        responsible=measure.responsible,
        partners=measure.partners,
        start=measure.begins,
        end=measure.ends,
        running=measure.running,
        due_time=measure.due_time,
        note=measure.override_reason or note,
        steps=tuple(_step(step) for step in measure.steps),
        indicators=tuple(_indicator(one) for one in measure.indicators),
        changes=tuple(_change(change) for change in changes),
        missing=missing(measure),
    )


def _step(step: KeptStep) -> Step:
    due = point_around(step.due, step.due_precision) if step.due else None
    return Step(step.name, due, step.done_on is not None)


def _indicator(kept: Kept) -> Indicator:
    last = kept.values[-1] if kept.values else None
    return Indicator(
        kept.name,
        kept.unit,
        _known(kept.baseline, kept.baseline_date),
        _known(last.value, last.day) if last else None,
        _known(kept.target, kept.target_date),
    )


def _known(value: float | None, day: date | None) -> Known | None:
    return None if value is None else Known(value, day)


def _change(change: DateChange) -> Change:
    return Change(
        on=change.at.date(),
        which=change.which,
        old=point_around(change.old, change.old_precision) if change.old else None,
        new=point_around(change.new, change.new_precision) if change.new else None,
        step=change.step,
        reason="" if change.reason == NO_REASON else change.reason,
    )
