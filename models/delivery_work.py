"""What whoever delivers writes of its rows: that they leave, and what became of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, bindparam, case, update
from sqlalchemy.orm import Session

from models.delivery import DELIVERY, SENT_AGAIN, State
from models.delivery_order import put_off_others
from models.delivery_receipt import arrived
from models.delivery_statements import FINISH, LEAVE, listed

AGAIN = DELIVERY.c.resend & (DELIVERY.c.unsure == 0)
AFTER_A_SILENCE = AGAIN & DELIVERY.c.kind.in_(SENT_AGAIN)


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a row. `parts` have arrived in all.

    Queued again: no sooner than `not_before`, to `address` if that is not empty. Without
    `not_before` the row stays claimed: it is between two parts. Unknown: it is sent once more if
    its kind allows and it was not before, no sooner than `not_before`. `place` is the channel's
    name of what arrived (models.delivery_receipt).
    """

    id: int
    state: State
    parts: int = 0
    reason: str = ""
    not_before: datetime | None = None
    address: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Entries:
    """What is written together: `results` of rows, and `leaving` ones, which `worker` claimed."""

    worker: str
    results: Sequence[Result]
    leaving: Sequence[int]
    now: datetime


def write(session: Session, entries: Entries) -> set[int]:
    """Record results, then what leaves: the ids that may, being still its worker's."""
    arrived(session, [(result.id, result.place) for result in entries.results if result.place])
    by_state: dict[State, list[Result]] = defaultdict(list)
    for result in entries.results:
        by_state[result.state].append(result)
    _requeue(session, by_state.pop(State.QUEUED, []))
    _doubt(session, by_state.pop(State.UNKNOWN, []), entries.now)
    for state, results in by_state.items():
        _finish(session, state, results, entries.now)
    return _leave(session, entries) if entries.leaving else set()


def _leave(session: Session, entries: Entries) -> set[int]:
    ids = listed(session, entries.leaving)
    return set(LEAVE.scalars(session, ids=ids, by=entries.worker, now=entries.now))


def _finish(session: Session, state: State, results: list[Result], now: datetime) -> None:
    """Most are alike (sent, in one part), so one statement ends many rows."""
    alike: dict[tuple[str, int], list[int]] = defaultdict(list)
    for result in results:
        alike[result.reason, result.parts].append(result.id)
    for (reason, parts), ids in alike.items():
        these = listed(session, ids)
        FINISH.touch(session, ids=these, ended=state.value, why=reason, parts=parts, at=now)


def _requeue(session: Session, results: list[Result]) -> None:
    for result in results:
        later = {"worker": "", "not_before": result.not_before} if result.not_before else {}
        moved = {"address": result.address} if result.address else {}
        values: dict[str, Any] = {"state": State.QUEUED, "parts_sent": result.parts}
        values |= {"reason": result.reason, **later, **moved}
        session.execute(update(DELIVERY).where(DELIVERY.c.id == result.id).values(**values))
        if result.not_before:
            put_off_others(session, result.id, result.not_before)


def _doubt(session: Session, results: list[Result], now: datetime) -> None:
    for result in results:
        values = unsure(now, result.not_before or now, result.reason, AFTER_A_SILENCE)
        values["parts_sent"] = result.parts
        session.execute(update(DELIVERY).where(DELIVERY.c.id == result.id).values(**values))


def unsure(
    now: datetime, again: datetime, reason: str, allowed: ColumnElement[bool] = AGAIN
) -> dict[str, Any]:
    """The columns of a row of which nobody knows whether it came.

    Once more if that is `allowed` and was not done before; the row remembers either way."""
    moment = DELIVERY.c.finished.type
    return {
        "state": case((allowed, State.QUEUED.value), else_=State.UNKNOWN.value),
        "finished": case((allowed, None), else_=bindparam(None, now, type_=moment)),
        "unsure": DELIVERY.c.unsure + 1,
        "not_before": again,
        "worker": "",
        "reason": reason,
    }
