"""Who did what to what, without contents."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String, bindparam, delete, insert
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, rows, table
from models.moment import Moment
from models.prepared import Prepared


class AuditRow(Base):
    """Purpose: to be able to account for changes (Art. 5(2) GDPR). Kept for 24 months.

    `action` is a verb such as "role.given", `entity` and `entity_id` what it was done to.
    """

    __tablename__ = "audit"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(Moment, index=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    action: Mapped[str] = mapped_column(String(32))
    entity: Mapped[str] = mapped_column(String(32))
    entity_id: Mapped[int | None]


AUDIT = table(AuditRow)
RECORD = Prepared(
    lambda _: insert(AUDIT).values(
        at=bindparam("moment"),
        account_id=bindparam("who"),
        action=bindparam("did"),
        entity=bindparam("kind"),
        entity_id=bindparam("number"),
    )
)


def record(
    session: Session,
    at: datetime,
    account_id: int | None,
    action: str,
    what: tuple[str, int | None],
) -> None:
    """One line; `what` is (entity, id), None for what has no number."""
    values = {"moment": at, "who": account_id, "did": action}
    RECORD.touch(session, **values, kind=what[0], number=what[1])


def forget_old(session: Session, before: datetime) -> int:
    """Enforce the period. How many went."""
    old = AUDIT.c.at < before
    return rows(session.execute(delete(AUDIT).where(old)))
