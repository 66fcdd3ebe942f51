"""Which rungs of which ladder were decided, for whom, and what became of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import false, func, select, update
from sqlalchemy.orm import Session

from models.base import table
from models.measure import MeasureRow
from models.progress import ReminderRow
from models.upsert import insert_for

REMINDER = table(ReminderRow)
MEASURE = table(MeasureRow)
ALONE = 7_236_741
"""The number of the lock under which one process at a time decides (PostgreSQL)."""

LATER = "later"
"""The rung of "remind me in 3 days"."""


class State(StrEnum):
    """What became of a rung. `planned`: to be sent on its due day. `listed`: on the agenda of the
    steering group. `unreachable`: there is no way to whoever should hear of it.
    """

    PLANNED = "planned"
    SENT = "sent"
    ANSWERED = "answered"
    SKIPPED = "skipped"
    LISTED = "listed"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True, slots=True)
class Reminder:
    """One rung for one account, or for nobody in particular. Fields as in ReminderRow."""

    measure_id: int
    step_id: int
    rung: str
    due: date
    version: int
    account_id: int | None
    state: State
    decided: date
    part: str = ""
    delivery: str = ""


KEY = ("measure_id", "step_id", "rung", "due", "account_id")


def alone(session: Session) -> None:
    """Nobody else decides until this transaction ends: what was decided can be trusted."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(select(func.pg_advisory_xact_lock(ALONE)))
    else:  # the first to write is the only one to write
        session.execute(update(REMINDER).where(false()).values(rung=""))


def load(session: Session) -> list[Reminder]:
    """What was decided about measures that are in the town's table."""
    active = select(MEASURE.c.id).where(MEASURE.c.active)
    query = select(REMINDER).where(REMINDER.c.measure_id.in_(active)).order_by(REMINDER.c.id)
    return [reminder({**row}) for row in session.execute(query).mappings()]


def record(session: Session, decided: Sequence[Reminder]) -> list[Reminder]:
    """Write what was not decided before. Returns what was new."""
    if not decided:
        return []
    into = insert_for(session, REMINDER).on_conflict_do_nothing()
    made = session.execute(
        into.returning(*(REMINDER.c[name] for name in KEY)), [asdict(one) for one in decided]
    )
    new = {tuple(row) for row in made}
    return [one for one in decided if tuple(getattr(one, name) for name in KEY) in new]


def plan(session: Session, planned: Reminder) -> None:
    """To be sent on its due day; planned again, the newest day holds."""
    mine = _same_item(planned.measure_id, planned.step_id) & (REMINDER.c.rung == LATER)
    again = mine & (REMINDER.c.account_id == planned.account_id)
    waiting = again & (REMINDER.c.state == State.PLANNED)
    session.execute(update(REMINDER).where(waiting).values(state=State.ANSWERED))
    same = again & (REMINDER.c.due == planned.due)
    values = {"state": State.PLANNED, "delivery": "", "version": planned.version}
    session.execute(update(REMINDER).where(same).values(**values))
    record(session, [planned])


def send_planned(session: Session, sent: Reminder, day: date) -> None:
    """What was planned is decided now; `sent` is its row as it becomes."""
    same = [REMINDER.c[name] == getattr(sent, name) for name in KEY]
    values = {"state": sent.state, "decided": day, "delivery": sent.delivery}
    session.execute(update(REMINDER).where(*same).values(**values))


def answered(session: Session, measure: int, step: int) -> None:
    """Somebody answered: what was told of this item needs no answer any more."""
    open_ones = REMINDER.c.state.in_((State.SENT, State.PLANNED))
    mine = _same_item(measure, step) & open_ones
    session.execute(update(REMINDER).where(mine).values(state=State.ANSWERED))


def reminder(row: Mapping[str, Any]) -> Reminder:
    """A row of the table."""
    values: dict[str, Any] = {name: value for name, value in row.items() if name != "id"}
    return Reminder(**values | {"state": State(row["state"])})


def _same_item(measure: int, step: int) -> Any:
    return (REMINDER.c.measure_id == measure) & (REMINDER.c.step_id == step)
