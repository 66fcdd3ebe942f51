"""The town's measures (Maßnahmen), as they are asked for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.orm import Session

from analysis.measures.status import Status
from models import absences, measure_parts
from models.account import ACCOUNT, AbsenceRow
from models.base import table
from models.measure_reading import MEASURE, read
from models.measure_record import DateChange, Measure, Note

ABSENCE = table(AbsenceRow)
HISTORY = 1000
"""As many notes as one measure shows when all are wanted."""


def load(session: Session, today: date) -> tuple[Measure, ...]:
    """All that are in the town's table, by number, with their lights as of `today`."""
    return read(session, MEASURE.c.active, today)


def find(session: Session, id: int, today: date) -> Measure | None:
    """One measure, also one that has left the town's table."""
    return next(iter(read(session, MEASURE.c.id == id, today)), None)


def mine(session: Session, account: int, today: date) -> tuple[Measure, ...]:
    """What an account is asked about that day: its own, and what it stands in for."""
    return read(session, MEASURE.c.active & is_asked(account, today), today)


def is_asked(account: int, today: date) -> ColumnElement[bool]:
    """Whether an account is the one to ask that day, for queries of measures."""
    own = MEASURE.c.responsible_id == account
    return or_(own, and_(_absent(today), _deputy() == account))


def asked(session: Session, id: int, today: date) -> int | None:
    """The account to ask: who is responsible or, while she is away, the deputy. None: nobody's."""
    deputy = select(_deputy()).where(MEASURE.c.id == id, _absent(today))
    owner = select(MEASURE.c.responsible_id).where(MEASURE.c.id == id)
    return session.scalar(deputy) or session.scalar(owner)


def acting(session: Session, id: int, today: date) -> int | None:
    """The same, or whoever stands in for a deputy who is away too. None: nobody is responsible."""
    account = asked(session, id, today)
    return None if account is None else absences.acting_for(session, account, today)


def deputy_of(session: Session, id: int) -> int | None:
    """The measure's own deputy, else the deputy of who is responsible."""
    return session.scalar(select(_deputy()).where(MEASURE.c.id == id))


def history(session: Session, id: int) -> tuple[Note, ...]:
    """All notes on a measure, newest first."""
    found = measure_parts.notes(session, _only(id), HISTORY)
    return found.get(id, ())


def date_changes(session: Session, id: int) -> tuple[DateChange, ...]:
    """How a measure's dates moved, oldest first."""
    return measure_parts.date_changes(session, _only(id)).get(id, ())


def all_date_changes(session: Session) -> Mapping[int, tuple[DateChange, ...]]:
    """How the dates of all measures moved, by measure."""
    return measure_parts.date_changes(session, select(MEASURE.c.id))


def by_field_and_state(session: Session) -> dict[tuple[str, Status], int]:
    """How many measures each field of action has in each state; only what there is."""
    kinds = MEASURE.c.active & (MEASURE.c.kind == "measure")
    query = select(MEASURE.c.field, MEASURE.c.status, func.count()).where(kinds)
    rows = session.execute(query.group_by(MEASURE.c.field, MEASURE.c.status))
    return {(field, Status(status)): count for field, status, count in rows}


def _only(id: int) -> Select[tuple[int]]:
    return select(MEASURE.c.id).where(MEASURE.c.id == id)


def _deputy() -> ColumnElement[int | None]:
    theirs = select(ACCOUNT.c.deputy_id).where(ACCOUNT.c.id == MEASURE.c.responsible_id)
    return func.coalesce(MEASURE.c.deputy_id, theirs.correlate(MEASURE).scalar_subquery())


def _absent(today: date) -> ColumnElement[bool]:
    hers = ABSENCE.c.account_id == MEASURE.c.responsible_id
    now = (ABSENCE.c.first <= today) & (ABSENCE.c.last >= today)
    return exists().where(hers, now).correlate(MEASURE)
