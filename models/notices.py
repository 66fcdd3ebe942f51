"""Status notes that concern somebody who does not know of them yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from models.measure_parts import NOTE

TO_MANAGERS = ("help", "not_mine", "fixed", "unassigned")
"""Answers that the coordination (Integrationsmanagement) has to hear of."""
TO_OWNER = "assigned"


@dataclass(frozen=True, slots=True)
class Notice:
    """A note to tell of, and whom its author named as responsible."""

    id: int
    measure_id: int
    answer: str
    account_id: int | None
    text: str
    suggested_id: int | None


def untold(session: Session, before: datetime) -> list[Notice]:
    """Notes from before that moment which concern somebody and were not told, oldest first."""
    concerns = NOTE.c.answer.in_((*TO_MANAGERS, TO_OWNER)) & NOTE.c.told.is_(False)
    names = ("id", "measure_id", "answer", "account_id", "text", "suggested_id")
    columns = [NOTE.c[name] for name in names]
    query = select(*columns).where(concerns, NOTE.c.at <= before).order_by(NOTE.c.id)
    return [Notice(**row) for row in session.execute(query).mappings()]


def told(session: Session, note: int) -> None:
    """Those whom it concerns were written to."""
    session.execute(update(NOTE).where(NOTE.c.id == note).values(told=True))
