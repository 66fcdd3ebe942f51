"""Secret addresses of calendar feeds, revocable one by one."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Date, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class FeedRow(Base):
    """Purpose: to read deadlines in one's own calendar. Kept until revoked.

    `what` is "mine" (an account's measures), "field" with `code`, or "public". Only a hash of the
    secret is stored.
    """

    __tablename__ = "feed"

    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    what: Mapped[str] = mapped_column(String(8))
    code: Mapped[str] = mapped_column(String(16), default="")
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    created: Mapped[date] = mapped_column(Date)
