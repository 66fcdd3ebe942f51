"""What calendars show: the ends of measures and of their steps, also of those that vanished."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from itertools import chain as chained

from sqlalchemy import ColumnElement, func, select, true
from sqlalchemy.orm import Session

from analysis.calendar import Deadline, Standing
from analysis.measures.status import Status
from models import offers
from models.account import Account
from models.audit import AuditRow
from models.base import table
from models.feed import FIELD, FIELD_ROLES, Feed
from models.language import chain
from models.measure_changes import ENTITY
from models.measure_reading import MEASURE, read
from models.measure_record import Measure, Step
from models.measures import is_asked
from models.role import LEADING

AUDIT = table(AuditRow)
PUBLIC, NETWORK = "public", "network"
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)

_STANDING = {
    Status.DECIDED: Standing.AHEAD,
    Status.IN_REALISATION: Standing.BEGUN,
    Status.IN_REALISATION_BEFORE_DECISION: Standing.BEGUN,
    Status.REALISED: Standing.DONE,
    Status.ESTABLISHED: Standing.DONE,
    Status.REJECTED: Standing.CANCELLED,
    Status.MERGED: Standing.CANCELLED,
}


@dataclass(frozen=True, slots=True)
class Shown:
    """How deadlines are shown: as of `today`, with the names of fields in `language`.

    `link` is what the address of a measure begins with, before its id; "" for none.
    """

    today: date
    language: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class _Around:
    """What a deadline needs besides its measure: names of fields, last changes by measure."""

    fields: Mapping[str, str]
    changed: Mapping[int, datetime]
    link: str


def public(session: Session, shown: Shown) -> tuple[Deadline, ...]:
    """The dates that the town shows everyone, without steps, which are its own affair."""
    found = read(session, MEASURE.c.visibility == PUBLIC, shown.today)
    around = _around(session, shown)
    return tuple(chained.from_iterable(_ends(measure, around) for measure in found))


def readable(
    session: Session, feed: Feed, account: Account, shown: Shown
) -> tuple[Deadline, ...] | None:
    """What an account reads in its feed with the roles that it holds today; None: nothing at all.

    Only who leads sees what is internal in a field of action.
    """
    if not may_read(account, feed.what):
        return None
    condition = is_asked(account.id, shown.today)
    if feed.what == FIELD:
        condition = (MEASURE.c.field == feed.code) & _visible(account)
    around = _around(session, shown)
    found = read(session, condition, shown.today)
    each = ((*_ends(measure, around), *_steps(measure, around)) for measure in found)
    return tuple(chained.from_iterable(each))


def may_read(account: Account, what: str) -> bool:
    """Whether an account may have a feed of this kind."""
    return bool(account.roles.intersection(FIELD_ROLES) if what == FIELD else account.roles)


def field_names(session: Session, language: str) -> dict[str, str]:
    """The fields of action by code, each named in `language` or the next best."""
    languages = chain(language)
    return {
        field.code: next((field.names[x] for x in languages if x in field.names), field.code)
        for field in offers.fields_of_action(session)
    }


def _visible(account: Account) -> ColumnElement[bool]:
    if account.roles.intersection(LEADING):
        return true()
    return MEASURE.c.visibility.in_((PUBLIC, NETWORK))


def _around(session: Session, shown: Shown) -> _Around:
    query = select(AUDIT.c.entity_id, func.max(AUDIT.c.at)).where(AUDIT.c.entity == ENTITY)
    rows = session.execute(query.group_by(AUDIT.c.entity_id))
    changed = {row[0]: row[1] for row in rows}
    return _Around(field_names(session, shown.language), changed, shown.link)


def _ends(measure: Measure, around: _Around) -> Iterator[Deadline]:
    if measure.end:
        deadline = _deadline(measure, measure.end, around)
        yield replace(deadline, at=measure.due_time, percent=measure.completion)


def _steps(measure: Measure, around: _Around) -> Iterator[Deadline]:
    for step in measure.steps:
        if step.due:
            deadline = _deadline(measure, step.due, around)
            title = f"{measure.number}: {step.name}"
            standing = _step_standing(step, deadline.standing)
            yield replace(deadline, name=f"step-{step.id}", title=title, standing=standing)


def _deadline(measure: Measure, day: date, around: _Around) -> Deadline:
    return Deadline(
        name=f"measure-{measure.id}",
        title=f"{measure.number} {measure.title}",
        day=day,
        changed=around.changed.get(measure.id, LONG_AGO),
        version=measure.version,
        standing=_standing(measure),
        category=around.fields.get(measure.field, measure.field),
        description=measure.description,
        url=f"{around.link}{measure.id}" if around.link else "",
    )


def _standing(measure: Measure) -> Standing:
    if not measure.active:
        return Standing.CANCELLED
    return _STANDING.get(measure.status, Standing.PROPOSED)


def _step_standing(step: Step, whole: Standing) -> Standing:
    if step.done_on and whole is not Standing.CANCELLED:
        return Standing.DONE
    return whole
