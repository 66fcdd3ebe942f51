"""Who had a part in a piece of news, as the audit tells."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.audit import AuditRow
from models.base import table
from models.news import ENTITY
from models.news_changes import WRITTEN

AUDIT = table(AuditRow)
PROPOSED = "news.proposed"
HAD_A_PART = (*WRITTEN, PROPOSED, "news.taken_up", "news.submitted")


def writers(session: Session, news: int) -> list[int]:
    """Who made it, changed it, took it up or wanted it sent."""
    return _who(session, news, *HAD_A_PART)


def proposer(session: Session, news: int) -> int | None:
    """Who proposed it; None: it was not proposed, or she is gone."""
    return next(iter(_who(session, news, PROPOSED)), None)


def _who(session: Session, news: int, *actions: str) -> list[int]:
    theirs = (AUDIT.c.entity == ENTITY) & (AUDIT.c.entity_id == news) & AUDIT.c.action.in_(actions)
    query = select(AUDIT.c.account_id).where(theirs, AUDIT.c.account_id.is_not(None))
    return sorted(set(session.scalars(query)))
