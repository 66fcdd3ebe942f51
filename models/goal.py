"""The goal tree (Handlungsfeld → Hauptziel → Handlungsziel)."""

from __future__ import annotations

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base

MAIN = "main"
GOAL = "goal"


class GoalRow(Base):
    """Purpose: what measures are for. Kept for the period of the concept and one more.

    `level` is "main" (Hauptziel) or "goal" (Handlungsziel, below a main goal).
    """

    __tablename__ = "goal"
    __table_args__ = (UniqueConstraint("field", "level", "title"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    field: Mapped[str] = mapped_column(String(16), index=True)
    level: Mapped[str] = mapped_column(String(8))
    title: Mapped[str] = mapped_column(String(500))
    explanation: Mapped[str] = mapped_column(default="")
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("goal.id", ondelete="CASCADE"))
