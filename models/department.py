"""Where people work and meet: departments (Dezernat, Amt) and groups (Steuerungsgruppe, AG)."""

from __future__ import annotations

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class DepartmentRow(Base):
    """Purpose: to know whom to tell when a deadline is long over. Kept until removed by the town.

    `kind` is "dezernat", "amt" or "other". Its head is the account of it that `leads`.
    """

    __tablename__ = "department"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(32), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(16), default="amt")
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("department.id", ondelete="SET NULL"))


class GroupRow(Base):
    """Purpose: to reach a body as a whole. Kept until the town removes it.

    `kind` is "steering" (Steuerungsgruppe), "working" (Arbeitsgruppe) or "network".
    """

    __tablename__ = "working_group"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(32), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(16))
    field: Mapped[str] = mapped_column(String(16), default="")


class GroupMemberRow(Base):
    """Purpose: who belongs to a group. Kept as long as she does."""

    __tablename__ = "group_member"

    group_id: Mapped[int] = mapped_column(
        ForeignKey("working_group.id", ondelete="CASCADE"), primary_key=True
    )
    account_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), primary_key=True
    )
