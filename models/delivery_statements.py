"""The statements that run for whatever is sent unasked, many rows to each."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ARRAY,
    ClauseElement,
    ColumnElement,
    Dialect,
    Integer,
    String,
    any_,
    bindparam,
    func,
    literal_column,
    or_,
    select,
    update,
)
from sqlalchemy.orm import Session

from models.delivery import DELIVERY, State
from models.prepared import Prepared
from models.shared_message import SHARED

WANTED = (
    *(DELIVERY.c.id, DELIVERY.c.kind, DELIVERY.c.channel, DELIVERY.c.address),
    *(DELIVERY.c.message, DELIVERY.c.attempts, DELIVERY.c.parts_sent, DELIVERY.c.priority),
    *(DELIVERY.c.shared_id, DELIVERY.c.edits),
)
NOW = bindparam("now", type_=DELIVERY.c.not_before.type)
WAITS = DELIVERY.c.state == literal_column("'queued'")
"""Written out, so that indexes of only those that wait are found in any plan."""
IN_TIME = or_(
    DELIVERY.c.not_after.is_(None),
    DELIVERY.c.not_after > NOW,
    DELIVERY.c.parts_sent > 0,  # what has begun to arrive arrives as a whole
)
OPEN = (
    SHARED.c.held.is_(False)
    & or_(SHARED.c.opens.is_(None), SHARED.c.opens <= NOW)
    & or_(SHARED.c.closes.is_(None), SHARED.c.closes > NOW)
)
"""A shared message may leave now."""
FREE = or_(
    DELIVERY.c.shared_id.is_(None),
    DELIVERY.c.parts_sent > 0,
    select(SHARED.c.id).where(SHARED.c.id == DELIVERY.c.shared_id, OPEN).exists(),
)
SOONEST = (
    select(func.min(DELIVERY.c.not_before))
    .where(DELIVERY.c.shared_id == SHARED.c.id, WAITS)
    .scalar_subquery()
)
"""When the first row of a shared message that waits is due."""


def these(dialect: Dialect) -> ColumnElement[bool]:
    """The row is one of `ids`, given as `listed` gives them.

    One parameter however many there are, so that the statement stays the same: SQLAlchemy's own
    IN is written anew for each number of ids, and that takes longer than to find the rows.
    """
    if dialect.name == "postgresql":
        return DELIVERY.c.id == any_(bindparam("ids", type_=ARRAY(Integer)))
    each = func.json_each(bindparam("ids", type_=String)).table_valued("value")
    return DELIVERY.c.id.in_(select(each.c.value))


def listed(session: Session, ids: Sequence[int]) -> Sequence[int] | str:
    """Ids for `these`: an array, or JSON where there are no arrays."""
    return list(ids) if session.get_bind().dialect.name == "postgresql" else json.dumps(ids)


def _claim(_: Dialect) -> ClauseElement:
    """What has a message of its own, those of a lower priority first."""
    between = DELIVERY.c.priority.between(bindparam("lowest"), bindparam("highest"))
    order = (DELIVERY.c.priority, DELIVERY.c.not_before, DELIVERY.c.id)
    return _claimed(DELIVERY.c.shared_id.is_(None) & between, *order)


def _claim_shared(_: Dialect) -> ClauseElement:
    """What shares one message. Their priority is the message's."""
    shared = DELIVERY.c.shared_id == bindparam("shared")
    return _claimed(shared, DELIVERY.c.not_before, DELIVERY.c.id)


def _claimed(which: ColumnElement[bool], *order: ColumnElement[Any]) -> ClauseElement:
    due = (
        select(DELIVERY.c.id)
        .where(DELIVERY.c.channel == bindparam("of"), WAITS, which)
        .where(DELIVERY.c.not_before <= NOW, IN_TIME)
        .order_by(*order)
        .limit(bindparam("most", type_=Integer))
        .with_for_update(skip_locked=True)
        .cte("due")
    )
    return (
        update(DELIVERY)
        .where(DELIVERY.c.id.in_(select(due.c.id)))
        .values(worker=bindparam("by"), not_before=bindparam("until"))
        .returning(*WANTED)
    )


def _due_shared(_: Dialect) -> ClauseElement:
    """Shared messages of a channel that may leave, of which rows are due: `(id, priority)`."""
    may = (SHARED.c.channel == bindparam("of")) & OPEN & (SOONEST <= NOW)
    return select(SHARED.c.id, SHARED.c.priority).where(may).order_by(SHARED.c.id)


def _leave(dialect: Dialect) -> ClauseElement:
    ours = WAITS & (DELIVERY.c.worker == bindparam("by"))
    return (
        update(DELIVERY)
        .where(these(dialect), ours, IN_TIME, FREE)
        .values(state=State.SENDING.value, attempts=DELIVERY.c.attempts + 1)
        .returning(DELIVERY.c.id)
    )


def _finish(dialect: Dialect) -> ClauseElement:
    ended: dict[str, Any] = {
        "state": bindparam("ended"),
        "reason": bindparam("why"),
        "parts_sent": bindparam("parts"),
        "finished": bindparam("at"),
    }
    forgotten = {"message": b"", "address": "", "worker": ""}
    return update(DELIVERY).where(these(dialect)).values(**ended, **forgotten)


CLAIM = Prepared(_claim)
CLAIM_SHARED = Prepared(_claim_shared)
DUE_SHARED = Prepared(_due_shared)
LEAVE = Prepared(_leave)
FINISH = Prepared(_finish)
