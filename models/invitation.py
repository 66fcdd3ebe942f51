"""How a role or a second channel comes to somebody: a secret that works once."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base
from models.moment import Moment


class InvitationRow(Base):
    """Purpose: to give roles to whoever holds the link. Kept 30 days after it expired or was used.

    Only a hash of the secret is stored. `roles` have commas between them; they are limited to
    `organization_id` and `language` where these are set. `account_id` is set when they are for an
    account that exists; else accepting makes one from `name`, `email`, `organization_id` and
    `department_id`. `expires` is the last day on which it can be used.
    """

    __tablename__ = "invitation"

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    roles: Mapped[str] = mapped_column(String(80))
    name: Mapped[str] = mapped_column(String(200), default="")
    email: Mapped[str] = mapped_column(String(254), default="")
    language: Mapped[str] = mapped_column(String(16), default="")
    organization_id: Mapped[int | None] = mapped_column(
        ForeignKey("organization.id", ondelete="SET NULL")
    )
    department_id: Mapped[int | None] = mapped_column(
        ForeignKey("department.id", ondelete="SET NULL")
    )
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    invited_by: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    created: Mapped[date] = mapped_column(Date)
    expires: Mapped[date] = mapped_column(Date, index=True)
    used_on: Mapped[date | None] = mapped_column(Date)


class LinkCodeRow(Base):
    """Purpose: to bring a second channel to the same account. Kept for ten minutes.

    A code's first letters, `selector`, find the row, so that wrong tries at the rest are counted.
    """

    __tablename__ = "link_code"

    selector: Mapped[str] = mapped_column(String(8), primary_key=True)
    code_hash: Mapped[str] = mapped_column(String(64))
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    expires: Mapped[datetime] = mapped_column(Moment, index=True)
    tries: Mapped[int] = mapped_column(default=0)
