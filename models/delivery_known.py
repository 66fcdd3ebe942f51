"""What was queued before, for those to whom it is work to find out what to say."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.delivery import DELIVERY


def is_known(session: Session, key: str) -> bool:
    """Whether something was queued under this key, in the last 30 days at least."""
    return session.scalar(select(DELIVERY.c.id).where(DELIVERY.c.key == key)) is not None
