"""Queues one message for very many people at once, as fast as the database takes rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ARRAY, ClauseElement, Dialect, bindparam, func, select
from sqlalchemy.orm import Session

from models.delivery import DELIVERY, FIRST, QUEUED, SENT_AGAIN, Kind, State
from models.prepared import Prepared
from models.upsert import insert_in

Bulk = tuple[str, str, str, int, datetime]
"""`(key, channel, address, shared message, not before)` of a row, as in `delivery.Planned`."""
VARYING = ("key", "channel", "address", "shared_id", "not_before")
GIVEN = ("kind", "resend", "priority", "created")
"""What is the same for all rows of a call."""
SAME: dict[str, Any] = {
    "message": b"",
    "state": State.QUEUED.value,
    "unsure": 0,
    "attempts": 0,
    "worker": "",
    "reason": "",
    "parts_sent": 0,
    "edits": "",
}


def queue_many(session: Session, kind: Kind, rows: Sequence[Bulk], now: datetime) -> int:
    """Queue what was not queued before, each row with a shared message. How many were new."""
    if not rows:
        return 0
    session.connection().info[QUEUED] = True
    given: dict[str, Any] = {"kind": kind.value, "resend": kind in SENT_AGAIN}
    given |= {"priority": FIRST[kind], "created": now}
    if session.get_bind().dialect.name == "postgresql":
        columns = zip(VARYING, map(list, zip(*rows, strict=True)), strict=True)
        return MANY.touch(session, **given, **dict(columns))
    return MANY.touch_all(session, [given | dict(zip(VARYING, row, strict=True)) for row in rows])


def _many(dialect: Dialect) -> ClauseElement:
    """PostgreSQL takes columns as arrays, in one statement; SQLite is soonest row by row."""
    arrays = dialect.name == "postgresql"
    insert = (_from_arrays if arrays else _row_by_row)(insert_in(dialect, DELIVERY))
    unique: ClauseElement = insert.on_conflict_do_nothing(index_elements=["key"])
    return unique


def _row_by_row(into: Any) -> Any:
    return into.values(**SAME, **{name: bindparam(name) for name in (*VARYING, *GIVEN)})


def _from_arrays(into: Any) -> Any:
    arrays = [bindparam(name, type_=ARRAY(DELIVERY.c[name].type)) for name in VARYING]
    each = func.unnest(*arrays).table_valued(*VARYING, name="each").render_derived()
    rest = {name: bindparam(name, type_=DELIVERY.c[name].type) for name in GIVEN}
    rest |= {name: bindparam(None, value, DELIVERY.c[name].type) for name, value in SAME.items()}
    chosen = select(*(each.c[name] for name in VARYING), *rest.values())
    return into.from_select([*VARYING, *rest], chosen, include_defaults=False)


MANY = Prepared(_many)
