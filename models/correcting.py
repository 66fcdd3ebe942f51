"""What was delivered to many and is to be corrected there, or taken away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, String, func, literal, select
from sqlalchemy.orm import Session

from models.base import rows
from models.delivery import DELIVERY, LATER, Kind, State
from models.delivery_receipt import AWAY, RECEIPT
from models.delivery_wake import wake
from models.upsert import insert_for

AT_ONCE = 5000


@dataclass(frozen=True, slots=True)
class Correction:
    """The shared message as it was rewritten goes to all whom it reached before; `away`: it is
    taken away there, and where that is too late replaced by what it says now.

    `version` makes the keys of its rows, so that each correction reaches everybody once. With
    `into` another shared message, with hours of its own, takes its place there.
    """

    shared: int
    version: int
    away: bool = False
    into: int | None = None


def queue(
    session: Session, correction: Correction, after: int, now: datetime, limit: int = AT_ONCE
) -> int:
    """Queue the next `limit` edits. Where to go on (`after` is 0 at first); 0: those were all."""
    chosen = _reached(correction.shared, after, limit)
    last: int | None = session.scalar(select(func.max(chosen.c.id)))
    if last is None:
        return 0
    wake(session)
    given = {name: literal(value, DELIVERY.c[name].type) for name, value in _same(now).items()}
    suffix, sign = f":v{correction.version}", AWAY if correction.away else ""
    varying = {
        "key": chosen.c.key.concat(literal(suffix, String)),
        "channel": chosen.c.channel,
        "address": chosen.c.address,
        "shared_id": _message(correction),
        "edits": literal(sign, String).concat(chosen.c.place),
    }
    values = varying | given
    insert = insert_for(session, DELIVERY).from_select(
        list(values), select(*values.values()).where(chosen.c.id > after), False
    )
    rows(session.execute(insert.on_conflict_do_nothing(index_elements=["key"])))
    return last


def _message(correction: Correction) -> ColumnElement[int]:
    into = correction.shared if correction.into is None else correction.into
    return literal(into, DELIVERY.c.shared_id.type)


def _reached(shared: int, after: int, limit: int) -> Any:
    columns = (RECEIPT.c.delivery_id.label("id"), RECEIPT.c.key, RECEIPT.c.channel)
    rest = (RECEIPT.c.address, RECEIPT.c.place)
    return (
        select(*columns, *rest)
        .join(DELIVERY, DELIVERY.c.id == RECEIPT.c.delivery_id)
        .where(DELIVERY.c.shared_id == shared, RECEIPT.c.delivery_id > after)
        .order_by(RECEIPT.c.delivery_id)
        .limit(limit)
        .subquery()
    )


def _same(now: datetime) -> dict[str, Any]:
    return {
        "kind": Kind.NEWS.value,
        "message": b"",
        "state": State.QUEUED.value,
        "resend": True,
        "unsure": 0,
        "attempts": 0,
        "not_before": now,
        "priority": LATER,
        "worker": "",
        "reason": "",
        "parts_sent": 0,
        "created": now,
    }
