"""Queues one message for very many people at once, as fast as the database takes rows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ClauseElement,
    ColumnElement,
    Dialect,
    String,
    bindparam,
    cast,
    column,
    func,
    select,
    true,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Session

from models.delivery import DELIVERY, FIRST, Kind, State
from models.delivery_wake import wake
from models.prepared import Prepared
from models.upsert import insert_in

Bulk = tuple[str, str, str, int, datetime]
"""`(key, channel, address, shared message, not before)` of a row, as in `delivery.Planned`."""
VARYING = ("key", "channel", "address", "shared_id", "not_before")
GIVEN = ("kind", "priority", "created")
"""What is the same for all rows of a call."""
SAME: dict[str, Any] = {
    "message": b"",
    "state": State.QUEUED.value,
    "resend": True,
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
    wake(session)
    given: dict[str, Any] = {"kind": kind.value, "priority": FIRST[kind], "created": now}
    return MANY.touch(session, **given, rows=_listed(rows, session.get_bind().dialect))


def _listed(rows: Sequence[Bulk], dialect: Dialect) -> str:
    """One parameter, however many rows."""
    times = {moment: _written(moment, dialect) for moment in {row[-1] for row in rows}}
    return json.dumps([(*row[:-1], times[row[-1]]) for row in rows])


def _written(moment: datetime, dialect: Dialect) -> str:
    """As the database keeps it. Most rows have the same, and each takes as long as its row."""
    processor = DELIVERY.c.not_before.type.dialect_impl(dialect).bind_processor(dialect)
    return str(processor(moment) if processor else moment)


def _many(dialect: Dialect) -> ClauseElement:
    columns, source = _elements() if dialect.name == "postgresql" else _each()
    rest = {name: bindparam(name, type_=DELIVERY.c[name].type) for name in GIVEN}
    rest |= {name: bindparam(None, value, DELIVERY.c[name].type) for name, value in SAME.items()}
    chosen = select(*columns, *rest.values()).select_from(source)
    # Without a condition SQLite would read ON CONFLICT as that of a join.
    into = insert_in(dialect, DELIVERY).from_select([*VARYING, *rest], chosen.where(true()), False)
    unique: ClauseElement = into.on_conflict_do_nothing(index_elements=["key"])
    return unique


def _elements() -> tuple[list[ColumnElement[Any]], Any]:
    """PostgreSQL's way: its arrays take the driver longer to write than JSON."""
    given = cast(bindparam("rows", type_=String), JSONB)
    each = func.jsonb_array_elements(given).table_valued(column("one", JSONB), name="each")
    one = each.render_derived().c.one
    cells = zip(VARYING, range(len(VARYING)), strict=True)
    return [cast(one[number].astext, DELIVERY.c[name].type) for name, number in cells], one.table


def _each() -> tuple[list[ColumnElement[Any]], Any]:
    each = func.json_each(bindparam("rows", type_=String)).table_valued("value")
    return [func.json_extract(each.c.value, f"$[{n}]") for n in range(len(VARYING))], each


MANY = Prepared(_many)
