"""Rows of the measure table, and of what belongs to them, as measures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Label, RowMapping, Select, case, func, select
from sqlalchemy.orm import Session

from analysis.measures.light import Light, MeasureFacts, Override, StepFacts, light_of
from analysis.measures.point import Precision, point_around
from analysis.measures.status import NOT_BEGUN, Status
from models import measure_parts
from models.account import ACCOUNT
from models.base import table
from models.department import DepartmentRow
from models.goal import MAIN, GoalRow
from models.measure import MeasureRow
from models.measure_record import Measure, Step

MEASURE = table(MeasureRow)
GOAL = table(GoalRow)
_PARENT = GOAL.alias("parent")
_DEPARTMENT = table(DepartmentRow)
_OWNER = ACCOUNT.alias("owner")
_DEPUTY = ACCOUNT.alias("deputy")

_CONVERTED: dict[str, Callable[[Any], Any]] = {
    "status": Status,
    "start_precision": Precision,
    "end_precision": Precision,
}


def read(session: Session, where: ColumnElement[bool], today: date) -> tuple[Measure, ...]:
    """The measures `where`, by number; their lights as of `today`."""
    ids = select(MEASURE.c.id).where(where)
    parts = {
        "steps": measure_parts.steps(session, ids),
        "indicators": measure_parts.indicators(session, ids),
        "notes": measure_parts.notes(session, ids),
    }
    rows = session.execute(_query().where(where)).mappings()
    return tuple(_measure(row, parts, today) for row in rows)


def _query() -> Select[Any]:
    columns = [column for column in MEASURE.c if column.name != "goal_id"]
    return (
        select(*columns, *_names())
        .outerjoin(_OWNER, _OWNER.c.id == MEASURE.c.responsible_id)
        .outerjoin(_DEPUTY, _DEPUTY.c.id == MEASURE.c.deputy_id)
        .outerjoin(_DEPARTMENT, _DEPARTMENT.c.id == MEASURE.c.department_id)
        .outerjoin(GOAL, GOAL.c.id == MEASURE.c.goal_id)
        .outerjoin(_PARENT, _PARENT.c.id == GOAL.c.parent_id)
        .order_by(MEASURE.c.number, MEASURE.c.id)
    )


def _names() -> tuple[Label[str], ...]:
    main = case((GOAL.c.level == MAIN, GOAL.c.title), else_=_PARENT.c.title)
    goal = case((GOAL.c.level == MAIN, ""), else_=GOAL.c.title)
    owner = func.coalesce(_OWNER.c.name, MEASURE.c.responsible_unit)
    return (
        func.coalesce(main, "").label("main_goal"),
        func.coalesce(goal, "").label("goal"),
        owner.label("responsible"),
        func.coalesce(_DEPUTY.c.name, "").label("deputy"),
        func.coalesce(_DEPARTMENT.c.name, "").label("department"),
    )


def _measure(row: RowMapping, parts: Mapping[str, Mapping[int, Any]], today: date) -> Measure:
    values = {name: _CONVERTED.get(name, _as_is)(value) for name, value in row.items()}
    belonging = {name: found.get(row["id"], ()) for name, found in parts.items()}
    verdict = light_of(_facts(values, belonging["steps"]), today)
    return Measure(**values, **belonging, verdict=verdict)


def _facts(values: Mapping[str, Any], steps: Iterable[Step]) -> MeasureFacts:
    light = values["light_override"]
    return MeasureFacts(
        status=values["status"],
        begins=_begins(values),
        due=values["end"],
        steps=tuple(StepFacts(step.due, step.done_on is not None, step.begun) for step in steps),
        updated=values["last_news"],
        known_since=values["known_since"],
        review_months=values["review_months"],
        endangered=values["endangered"],
        override=Override(Light(light), values["override_reason"]) if light else None,
    )


def _begins(values: Mapping[str, Any]) -> date | None:
    """What is to start in a quarter is not late before that quarter is over."""
    day: date | None = values["start"]
    point = point_around(day, values["start_precision"]) if day else None
    return point.last if point and values["status"] in NOT_BEGUN else day


def _as_is(value: Any) -> Any:
    return value
