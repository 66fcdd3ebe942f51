"""The three statements that run for whatever is sent unasked, many rows to each."""

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
    or_,
    select,
    update,
)
from sqlalchemy.orm import Session

from models.delivery import DELIVERY, State
from models.prepared import Prepared

WANTED = (
    *(DELIVERY.c.id, DELIVERY.c.kind, DELIVERY.c.channel, DELIVERY.c.address),
    *(DELIVERY.c.message, DELIVERY.c.attempts, DELIVERY.c.parts_sent, DELIVERY.c.priority),
)
NOW = bindparam("now", type_=DELIVERY.c.not_before.type)
IN_TIME = or_(
    DELIVERY.c.not_after.is_(None),
    DELIVERY.c.not_after > NOW,
    DELIVERY.c.parts_sent > 0,  # what has begun to arrive arrives as a whole
)


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
    due = (
        select(DELIVERY.c.id)
        .where(DELIVERY.c.channel == bindparam("of"), DELIVERY.c.state == State.QUEUED.value)
        .where(DELIVERY.c.not_before <= NOW, IN_TIME)
        .order_by(DELIVERY.c.priority, DELIVERY.c.not_before, DELIVERY.c.id)
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


def _leave(dialect: Dialect) -> ClauseElement:
    ours = (DELIVERY.c.state == State.QUEUED.value) & (DELIVERY.c.worker == bindparam("by"))
    return (
        update(DELIVERY)
        .where(these(dialect), ours, IN_TIME)
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
LEAVE = Prepared(_leave)
FINISH = Prepared(_finish)
