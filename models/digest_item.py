"""News that wait for somebody's weekly digest (Wochenüberblick)."""

from __future__ import annotations

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, table


class DigestItemRow(Base):
    """Purpose: to tell once a week what was new, to those who want it so. Kept until it is told,
    30 days at most.
    """

    __tablename__ = "digest_item"
    __table_args__ = (
        UniqueConstraint("account_id", "issue_id"),
        UniqueConstraint("person_id", "issue_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    issue_id: Mapped[int] = mapped_column(
        ForeignKey("news_issue.id", ondelete="CASCADE"), index=True
    )


ITEM = table(DigestItemRow)
