"""What waits in the queue although its hours are over (`not_after`)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from models import account as one_account
from models import accounts
from models.account import Account
from models.delivery import DELIVERY, Kind, State
from models.mailbox import CHANNEL as MAIL
from models.person import TABLE as PERSON
from models.reminder_queue import SUPERSEDED


@dataclass(frozen=True, slots=True)
class Late:
    """A message that did not leave in time, and to whom it goes."""

    id: int
    channel: str
    address: str


def waiting(session: Session, now: datetime) -> list[Late]:
    """Those that belong to measures and have not begun to arrive, oldest first."""
    untouched = (DELIVERY.c.state == State.QUEUED) & (DELIVERY.c.parts_sent == 0)
    over = (DELIVERY.c.kind == Kind.REMINDER) & (DELIVERY.c.not_after <= now)
    columns = (DELIVERY.c.id, DELIVERY.c.channel, DELIVERY.c.address)
    query = select(*columns).where(untouched, over).order_by(DELIVERY.c.id)
    return [Late(*row) for row in session.execute(query)]


def reader_of(session: Session, late: Late) -> Account | None:
    """Whose address it is; None: nobody's with a task any more."""
    here = (PERSON.c.channel == late.channel) & (PERSON.c.address == late.address)
    id = session.scalar(select(PERSON.c.account_id).where(here))
    if id is not None:
        return one_account.find(session, id)
    named = accounts.with_email(session, late.address) if late.channel == MAIL else []
    return next(iter(named), None)


def put_off(session: Session, late: Late, begin: datetime, end: datetime) -> None:
    """It leaves between these two."""
    hours = {"not_before": begin, "not_after": end, "worker": ""}
    session.execute(update(DELIVERY).where(DELIVERY.c.id == late.id).values(**hours))


def give_up(session: Session, late: Late, now: datetime) -> None:
    """It is no longer wanted."""
    ended = {"state": State.FAILED, "reason": SUPERSEDED, "finished": now}
    emptied = {"message": b"", "address": "", "worker": ""}
    query = update(DELIVERY).where(DELIVERY.c.id == late.id, DELIVERY.c.state == State.QUEUED)
    session.execute(query.values(**ended, **emptied))
