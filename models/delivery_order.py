"""What people say to each other arrives in the order in which it was said, whatever has to wait.

A message of a conversation that is put off puts off those behind it to the same chat, also when
they are in somebody's hand already, and what is said meanwhile.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import bindparam, func, or_, select, update
from sqlalchemy.orm import Session

from models import delivery
from models.delivery import DELIVERY, Kind, Planned, State
from models.prepared import Prepared

WAITS = (DELIVERY.c.kind == Kind.HANDOFF) & (DELIVERY.c.state == State.QUEUED)
PLACE = (DELIVERY.c.channel, DELIVERY.c.address)
LATEST = Prepared(
    lambda _: select(func.max(DELIVERY.c.not_before)).where(
        WAITS,
        DELIVERY.c.worker == "",
        DELIVERY.c.channel == bindparam("channel"),
        DELIVERY.c.address == bindparam("address"),
    )
)


def queue(session: Session, planned: Sequence[Planned], now: datetime) -> int:
    """Queue what was not queued before, a conversation's behind what waits in its chat."""
    return delivery.queue(session, [_behind(session, one) for one in planned], now)


def put_off_others(session: Session, id: int, until: datetime) -> None:
    """Those behind this row leave no sooner; whoever has claimed them does not send them."""
    mine = select(*PLACE).where(DELIVERY.c.id == id, DELIVERY.c.kind == Kind.HANDOFF)
    found = session.execute(mine).one_or_none()
    if found is None:
        return
    here = (DELIVERY.c.channel == found.channel) & (DELIVERY.c.address == found.address)
    sooner = or_(DELIVERY.c.worker != "", DELIVERY.c.not_before < until)
    behind = update(DELIVERY).where(WAITS, here, DELIVERY.c.id > id, sooner)
    session.execute(behind.values(worker="", not_before=until))


def _behind(session: Session, one: Planned) -> Planned:
    if one.kind is not Kind.HANDOFF:
        return one
    latest = next(iter(LATEST.scalars(session, channel=one.channel, address=one.address)), None)
    return replace(one, not_before=max(one.not_before, latest)) if latest else one
