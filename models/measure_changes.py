"""What people change of a measure: each change is noted, dated and accounted for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, Table, insert, select, update
from sqlalchemy.orm import Session

from analysis.measures.light import Light
from analysis.measures.point import Point, Precision
from analysis.measures.status import Status
from models import audit, reminder_queue
from models.base import rows
from models.measure_parts import CHANGE, INDICATOR, NOTE, STEP, VALUE
from models.measure_reading import MEASURE
from models.measure_record import Value
from models.upsert import insert_for

ENTITY = "measure"
NO_REASON = "import"
"""The reason of a moved date when the town's table gives none."""

NOWHERE = "no such measure"


class NoReason(ValueError):
    """A change that must be explained came without an explanation."""


class EndsTooEarly(ValueError):
    """A measure would end before it begins."""


@dataclass(frozen=True, slots=True)
class By:
    """Who changes something (None: the command line), and when, in the town's wall time."""

    account_id: int | None
    at: datetime


@dataclass(frozen=True, slots=True)
class News:
    """What somebody says of a measure: `answer` and `text` as in StatusNoteRow.

    A `status` is its state from now on; `endangered` says that it is in danger, or no longer is.
    Not `fresh`: it tells nothing of how the measure stands.
    """

    answer: str
    text: str = ""
    status: Status | None = None
    endangered: bool | None = None
    fresh: bool = True


def report(session: Session, id: int, news: News, by: By) -> int:
    """Keep news. Returns the note's id."""
    heard = by.at.date() if news.fresh else None
    said = {"status": news.status, "endangered": news.endangered, "last_news": heard}
    values = {name: value for name, value in said.items() if value is not None}
    action = "measure.status" if news.status else "measure.note"
    _change(session, id, by, action, **values)
    what = {"answer": news.answer, "status": news.status or "", "text": news.text}
    return _dated(session, NOTE, id, by, what)


def set_status(session: Session, id: int, status: Status, note: str, by: By) -> int:
    """The measure is in another state from now on; `note` may be empty. Returns its id."""
    return report(session, id, News("status", note, status), by)


def add_note(session: Session, id: int, text: str, by: By, answer: str = "note") -> int:
    """News without another state; `answer` is the one-tap answer that it came from."""
    return report(session, id, News(answer, text), by)


def explain(session: Session, note: int, text: str, suggested: int | None = None) -> None:
    """What a note says further, or who is said to be responsible."""
    values = {"text": text} | ({"suggested_id": suggested} if suggested else {})
    session.execute(update(NOTE).where(NOTE.c.id == note).values(**values))


def move_date(session: Session, id: int, point: Point | None, reason: str, by: By) -> None:
    """Another end (None: open). What was planned for the old one is void.

    Raises NoReason, and EndsTooEarly when that is before it begins.
    """
    why, before = _given(reason), _dates(session, id)
    if point and before.start and point.last < before.start:
        raise EndsTooEarly
    day, precision = (point.last, point.precision) if point else (None, Precision.OPEN)
    moved = {"end": day, "end_precision": precision, "version": MEASURE.c.version + 1}
    news = {"last_news": by.at.date()}
    _change(session, id, by, "measure.date", **moved, **news)
    old = {"old": before.end, "old_precision": before.end_precision}
    new = {"new": day, "new_precision": precision, "reason": why}
    _dated(session, CHANGE, id, by, old | new)


def move_step(session: Session, step: int, point: Point, reason: str, by: By) -> None:
    """Another date of a step. Raises NoReason."""
    why = _given(reason)
    query = select(STEP.c.measure_id, STEP.c.due, STEP.c.due_precision).where(STEP.c.id == step)
    before = session.execute(query).one_or_none()
    if before is None:
        raise LookupError(NOWHERE)
    moved = {"due": point.last, "due_precision": point.precision}
    session.execute(update(STEP).where(STEP.c.id == step).values(**moved))
    news = {"version": MEASURE.c.version + 1, "last_news": by.at.date()}
    _change(session, before.measure_id, by, "measure.step_date", **news)
    old = {"old": before.due, "old_precision": before.due_precision}
    new = {"new": point.last, "new_precision": point.precision, "reason": why}
    which = {"which": "step", "step_id": step}
    _dated(session, CHANGE, before.measure_id, by, which | old | new)


def assign(session: Session, id: int, account: int | None, by: By) -> None:
    """Somebody else is responsible from now on; None leaves it to the unit of the town's table."""
    _change(session, id, by, "measure.assigned", responsible_id=account)
    _dated(session, NOTE, id, by, {"answer": "assigned"})


def override_light(session: Session, id: int, light: Light | None, reason: str, by: By) -> None:
    """Another light than the rules give; None gives it back to them. Raises NoReason."""
    values = {"light_override": light or "", "override_reason": _given(reason) if light else ""}
    _change(session, id, by, "measure.light", **values)


def endanger(session: Session, id: int, endangered: bool, by: By) -> None:
    """Whoever is responsible says that the measure is in danger (gefährdet), or no longer is."""
    _change(session, id, by, "measure.danger", endangered=endangered, last_news=by.at.date())


def finish_step(session: Session, step: int, day: date | None, by: By) -> None:
    """A milestone is done since `day`; None opens it again."""
    owner = session.scalar(select(STEP.c.measure_id).where(STEP.c.id == step))
    session.execute(update(STEP).where(STEP.c.id == step).values(done_on=day))
    _change(session, owner, by, "measure.step", last_news=by.at.date())


def begin_step(session: Session, step: int) -> None:
    """Work on a milestone has begun: it is no cause for concern because its date is near."""
    session.execute(update(STEP).where(STEP.c.id == step).values(begun=True))


def add_value(session: Session, indicator: int, value: Value, by: By) -> None:
    """What an indicator stands at; a second value of the same day replaces the first."""
    owner = session.scalar(select(INDICATOR.c.measure_id).where(INDICATOR.c.id == indicator))
    _change(session, owner, by, "measure.value", last_news=by.at.date())
    key = {"indicator_id": indicator, "day": value.day}
    row = insert_for(session, VALUE).values(**key, value=value.value)
    session.execute(
        row.on_conflict_do_update(index_elements=list(key), set_={"value": value.value})
    )


def _change(session: Session, id: int | None, by: By, action: str, **values: Any) -> None:
    """Set columns and account for it; a reminder that still waits may be wrong now.

    Raises LookupError when there is no such measure.
    """
    values = values or {"id": id}  # nothing changes but what is noted
    changed = session.execute(update(MEASURE).where(MEASURE.c.id == id).values(**values))
    if id is None or not rows(changed):
        raise LookupError(NOWHERE)
    audit.record(session, by.at, by.account_id, action, (ENTITY, id))
    reminder_queue.take_back(session, reminder_queue.about(session, id), by.at)


def _dates(session: Session, id: int) -> Row[date | None, date | None, str]:
    query = select(MEASURE.c.start, MEASURE.c.end, MEASURE.c.end_precision)
    found = session.execute(query.where(MEASURE.c.id == id)).one_or_none()
    if found is None:
        raise LookupError(NOWHERE)
    return found


def _dated(session: Session, into: Table, id: int, by: By, what: Mapping[str, Any]) -> int:
    values = {"measure_id": id, "at": by.at, "account_id": by.account_id, **what}
    return int(session.execute(insert(into).values(**values).returning(into.c.id)).scalar_one())


def _given(reason: str) -> str:
    if not reason.strip():
        raise NoReason
    return reason.strip()
