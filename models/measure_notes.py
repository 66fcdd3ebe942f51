"""Status notes one by one, to add to them."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.measure_parts import NOTE


@dataclass(frozen=True, slots=True)
class Written:
    """A status note: who wrote it about what, and its lines."""

    id: int
    measure_id: int
    account_id: int | None
    text: str


def find(session: Session, id: int) -> Written | None:
    """One note."""
    columns = (NOTE.c.id, NOTE.c.measure_id, NOTE.c.account_id, NOTE.c.text)
    row = session.execute(select(*columns).where(NOTE.c.id == id)).one_or_none()
    return None if row is None else Written(*row)
