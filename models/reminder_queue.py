"""Messages with reminders that wait to be delivered: which they are, and taking them back."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import String, cast, delete, select, update
from sqlalchemy.orm import Session

from models.delivery import DELIVERY
from models.delivery import State as Delivered
from models.reminders import LATER, REMINDER, Reminder, State, reminder

UNTIL = DELIVERY.c.not_after
SUPERSEDED = "superseded"
"""Why a message failed that was taken back."""


@dataclass(frozen=True, slots=True)
class Message:
    """A message in the queue, or one that did not arrive, with what it reminds of."""

    key: str
    channel: str
    state: Delivered
    not_after: datetime | None
    reminders: tuple[Reminder, ...]


def waiting(session: Session) -> list[Message]:
    """What has not left yet."""
    return _messages(session, (Delivered.QUEUED,))


def lost(session: Session) -> list[Message]:
    """What will never arrive: its reader blocked Lotse, or her mailbox refused it."""
    return _messages(session, (Delivered.GONE, Delivered.FAILED))


def about(session: Session, measure: int) -> list[str]:
    """The keys of waiting messages that remind of a measure."""
    query = (
        select(DELIVERY.c.key)
        .join(REMINDER, REMINDER.c.delivery == DELIVERY.c.key)
        .where(REMINDER.c.measure_id == measure, DELIVERY.c.state == Delivered.QUEUED)
    )
    return list(dict.fromkeys(session.scalars(query)))


def take_back(session: Session, keys: Collection[str], now: datetime) -> int:
    """Messages that have not left yet never will; what they told of is undecided again.

    Whoever is about to send one finds it taken back (models.delivery_work, `_leave`). The key is
    free again, so that the rest of a message can be decided anew. How many were taken back.
    """
    taken = [key for key in keys if _withdrawn(session, key, now)]
    forget(session, taken)
    return len(taken)


def forget(session: Session, keys: Sequence[str]) -> None:
    """What these messages told of is undecided again, and asked-for reminders wait again."""
    theirs = REMINDER.c.delivery.in_(keys) & (REMINDER.c.state == State.SENT)
    asked = REMINDER.c.rung == LATER
    again = {"state": State.PLANNED, "delivery": ""}
    session.execute(update(REMINDER).where(theirs, asked).values(**again))
    session.execute(delete(REMINDER).where(theirs))


def give_up(session: Session, key: str) -> None:
    """There is no other way to whoever should have had this message."""
    theirs = (REMINDER.c.delivery == key) & (REMINDER.c.state == State.SENT)
    session.execute(update(REMINDER).where(theirs).values(state=State.UNREACHABLE))


def _withdrawn(session: Session, key: str, now: datetime) -> bool:
    untouched = (DELIVERY.c.state == Delivered.QUEUED) & (DELIVERY.c.parts_sent == 0)
    free = {"key": DELIVERY.c.key + ":" + cast(DELIVERY.c.id, String)}
    ended = {"state": Delivered.FAILED, "reason": SUPERSEDED, "finished": now}
    emptied = {"message": b"", "address": "", "worker": ""}
    found = session.execute(
        update(DELIVERY)
        .where(DELIVERY.c.key == key, untouched)
        .values(**free, **ended, **emptied)
        .returning(DELIVERY.c.id)
    )
    return found.one_or_none() is not None


def _messages(session: Session, states: Collection[Delivered]) -> list[Message]:
    query = (
        select(REMINDER, DELIVERY.c.channel, DELIVERY.c.state.label("delivered"), UNTIL)
        .join(DELIVERY, REMINDER.c.delivery == DELIVERY.c.key)
        .where(DELIVERY.c.state.in_(states), REMINDER.c.state == State.SENT)
        .order_by(REMINDER.c.id)
    )
    rows = list(session.execute(query).mappings())
    names = [column.name for column in REMINDER.c]
    found: dict[str, Message] = {}
    for row in rows:
        key, one = row["delivery"], reminder({name: row[name] for name in names})
        before = found[key].reminders if key in found else ()
        delivered = Delivered(row["delivered"])
        found[key] = Message(key, row["channel"], delivered, row["not_after"], (*before, one))
    return list(found.values())
