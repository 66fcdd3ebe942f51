"""Queues one message for very many people at once, as fast as the database takes rows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ARRAY,
    ClauseElement,
    ColumnElement,
    Dialect,
    String,
    bindparam,
    cast,
    func,
    select,
    true,
)
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
    given = {"kind": kind.value, "priority": FIRST[kind], "created": now}
    return MANY.touch(session, **given, **_listed(session, rows))


def _listed(session: Session, rows: Sequence[Bulk]) -> dict[str, Any]:
    """As parameters, few however many rows: arrays, or JSON where there are no arrays."""
    dialect = session.get_bind().dialect
    times = {moment: _written(moment, dialect) for moment in {row[-1] for row in rows}}
    written = [(*row[:-1], times[row[-1]]) for row in rows]
    if dialect.name != "postgresql":
        return {"rows": json.dumps(written)}
    return dict(zip(VARYING, map(list, zip(*written, strict=True)), strict=True))


def _written(moment: datetime, dialect: Dialect) -> str:
    """As the database keeps it. Most rows have the same, and each takes as long as its row."""
    processor = DELIVERY.c.not_before.type.dialect_impl(dialect).bind_processor(dialect)
    return str(processor(moment) if processor else moment)


def _many(dialect: Dialect) -> ClauseElement:
    arrays = dialect.name == "postgresql"
    columns, source = _arrays() if arrays else _json()
    rest = {name: bindparam(name, type_=DELIVERY.c[name].type) for name in GIVEN}
    rest |= {name: bindparam(None, value, DELIVERY.c[name].type) for name, value in SAME.items()}
    chosen = select(*columns, *rest.values()).select_from(source)
    # Without a condition SQLite would read ON CONFLICT as that of a join.
    into = insert_in(dialect, DELIVERY).from_select([*VARYING, *rest], chosen.where(true()), False)
    unique: ClauseElement = into.on_conflict_do_nothing(index_elements=["key"])
    return unique


def _arrays() -> tuple[list[ColumnElement[Any]], Any]:
    kinds = {name: DELIVERY.c[name].type for name in VARYING} | {"not_before": String()}
    given = [bindparam(name, type_=ARRAY(kind)) for name, kind in kinds.items()]
    each = func.unnest(*given).table_valued(*VARYING, name="each").render_derived()
    return [cast(each.c[name], DELIVERY.c[name].type) for name in VARYING], each


def _json() -> tuple[list[ColumnElement[Any]], Any]:
    each = func.json_each(bindparam("rows", type_=String)).table_valued("value")
    return [func.json_extract(each.c.value, f"$[{n}]") for n in range(len(VARYING))], each


MANY = Prepared(_many)
