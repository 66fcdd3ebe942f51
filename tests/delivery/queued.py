"""Rows for tests, and what became of them."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from bot.message import Line, Message, to_json
from models import delivery
from models.base import Session
from models.delivery import DELIVERY, Kind, Planned
from models.delivery_claim import Claim, Outgoing, claim
from models.delivery_work import Entries, Result, write
from tests.clock import MONDAY_MORNING

NOW = MONDAY_MORNING
LEASE = timedelta(minutes=5)


def said(*lines: str) -> bytes:
    """A rendered message of these lines."""
    return to_json(Message("de", "ltr", text=tuple(Line(line, "de") for line in lines)))


def to(address: object, kind: Kind = Kind.REMINDER, **given: Any) -> Planned:
    """A message to somebody on Telegram, due now."""
    planned = Planned(
        kind, f"{kind}:{address}", "telegram", str(address), said("Guten Tag"), not_before=NOW
    )
    return replace(planned, **given)


def put(session: Session, *planned: Planned, now: datetime = NOW) -> int:
    """Queue these."""
    return delivery.queue(session, planned, now)


def claimed(
    session: Session, worker: str = "one", limit: int = 100, now: datetime = NOW
) -> list[Outgoing]:
    """What a worker gets on Telegram."""
    return claim(session, Claim("telegram", worker, limit, now + LEASE), now)


def leave(session: Session, *ids: int, worker: str = "one", now: datetime = NOW) -> set[int]:
    """These are about to be sent."""
    return write(session, Entries(worker, (), ids, now))


def record(session: Session, *results: Result, now: datetime = NOW) -> None:
    """These came to that."""
    write(session, Entries("one", results, (), now))


def all_rows(session: Session) -> list[Any]:
    """Every row, oldest first."""
    return list(session.execute(select(DELIVERY).order_by(DELIVERY.c.id)))


def row_of(session: Session, address: object) -> Any:
    """The row that was queued for this address."""
    key_ends = DELIVERY.c.key.endswith(f":{address}")
    return session.execute(select(DELIVERY).where(key_ends)).one()
