"""Measures (Maßnahmen) of the integration concept, and obligations that work like them."""

from __future__ import annotations

from datetime import date, time

from sqlalchemy import Date, ForeignKey, Numeric, String, Time, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class MeasureRow(Base):
    """Purpose: to remind owners and to report progress. Kept for the concept's period and one more.

    `scope` is "own" or "delegated" (eigener oder übertragener Wirkungskreis). `gender` is what the
    gender check says. `binding_since`: as a measure that there was before the concept was recorded.
    `evaluation`: when its effects are looked at, which may be long after its end. `merged_into` is
    the number of the measure that has taken its place. `evidence` says what proves that an
    obligation is met, `submitted_on` when that was handed in. `link` leads to the call or the plan.

    `kind` is "measure", or for obligations "decision" (Beschluss), "evidence" (Nachweis) or "call"
    (Förderaufruf, which closes at `due_time`). Dates are the first day of the start's and the last
    day of the end's point; `…_precision` is one of analysis.measures.period.Precision. `version`
    grows with every changed date, so that reminders planned before are void. `statutory` dates
    (gesetzlich, Förderbescheid) are never moved to a working day. `visibility` is "internal",
    "network" or "public". `known_since` is the day on which Lotse learnt of the measure.
    """

    __tablename__ = "measure"
    __table_args__ = (UniqueConstraint("source", "source_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    source: Mapped[str] = mapped_column(String(64))
    source_id: Mapped[str] = mapped_column(String(64))
    kind: Mapped[str] = mapped_column(String(16), default="measure")
    number: Mapped[str] = mapped_column(String(32), index=True)
    title: Mapped[str] = mapped_column(String(500))
    field: Mapped[str] = mapped_column(String(16), index=True)
    goal_id: Mapped[int | None] = mapped_column(ForeignKey("goal.id", ondelete="SET NULL"))
    description: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")
    target_group: Mapped[str] = mapped_column(default="")
    district: Mapped[str] = mapped_column(String(80), default="")
    type: Mapped[str] = mapped_column(String(24), default="")
    scope: Mapped[str] = mapped_column(String(12), default="")
    guidelines: Mapped[str] = mapped_column(default="")
    gender: Mapped[str] = mapped_column(default="")
    origin: Mapped[str] = mapped_column(String(16), default="")
    priority: Mapped[str] = mapped_column(String(8), default="")
    priority_reason: Mapped[str] = mapped_column(default="")
    status: Mapped[str] = mapped_column(String(32))
    merged_into: Mapped[str] = mapped_column(String(32), default="")
    light_override: Mapped[str] = mapped_column(String(8), default="")
    override_reason: Mapped[str] = mapped_column(default="")
    endangered: Mapped[bool] = mapped_column(default=False)
    start: Mapped[date | None] = mapped_column(Date)
    start_precision: Mapped[str] = mapped_column(String(12), default="open")
    end: Mapped[date | None] = mapped_column(Date, index=True)
    end_precision: Mapped[str] = mapped_column(String(12), default="open")
    due_time: Mapped[time | None] = mapped_column(Time)
    running: Mapped[bool] = mapped_column(default=False)
    statutory: Mapped[bool] = mapped_column(default=False)
    review_months: Mapped[int] = mapped_column(default=3)
    evaluation: Mapped[date | None] = mapped_column(Date)
    binding_since: Mapped[date | None] = mapped_column(Date)
    evidence: Mapped[str] = mapped_column(default="")
    submitted_on: Mapped[date | None] = mapped_column(Date)
    link: Mapped[str] = mapped_column(String(500), default="")
    responsible_id: Mapped[int | None] = mapped_column(
        ForeignKey("account.id", ondelete="SET NULL")
    )
    responsible_unit: Mapped[str] = mapped_column(String(200), default="")
    department_id: Mapped[int | None] = mapped_column(
        ForeignKey("department.id", ondelete="SET NULL")
    )
    deputy_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    partners: Mapped[str] = mapped_column(default="")
    cost_plan: Mapped[float | None] = mapped_column(Numeric(12, 2, asdecimal=False))
    cost_actual: Mapped[float | None] = mapped_column(Numeric(12, 2, asdecimal=False))
    funding: Mapped[str] = mapped_column(default="")
    staff: Mapped[str] = mapped_column(default="")
    decision_body: Mapped[str] = mapped_column(String(200), default="")
    decision_date: Mapped[date | None] = mapped_column(Date)
    decision_number: Mapped[str] = mapped_column(String(64), default="")
    decision_result: Mapped[str] = mapped_column(String(64), default="")
    visibility: Mapped[str] = mapped_column(String(12), default="internal")
    completion: Mapped[int | None]
    last_news: Mapped[date | None] = mapped_column(Date)
    known_since: Mapped[date | None] = mapped_column(Date)
    version: Mapped[int] = mapped_column(default=1)
    active: Mapped[bool] = mapped_column(default=True)
