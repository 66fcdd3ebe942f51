"""What happens to a measure: steps, indicators and their values, notes, changed dates."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, Index, Numeric, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base
from models.moment import Moment


class StepRow(Base):
    """Purpose: the milestones of a measure. Kept with the measure.

    `position` is the town's order, negative when its table no longer has the step. `begun`: work on
    it has begun.
    """

    __tablename__ = "step"

    id: Mapped[int] = mapped_column(primary_key=True)
    measure_id: Mapped[int] = mapped_column(
        ForeignKey("measure.id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int] = mapped_column(default=0)
    name: Mapped[str] = mapped_column(String(300))
    due: Mapped[date | None] = mapped_column(Date)
    due_precision: Mapped[str] = mapped_column(String(12), default="open")
    done_on: Mapped[date | None] = mapped_column(Date)
    begun: Mapped[bool] = mapped_column(default=False)
    comment: Mapped[str] = mapped_column(default="")


class IndicatorRow(Base):
    """Purpose: to see whether a measure reaches its target. Kept with the measure.

    `position` as in a step's row.
    """

    __tablename__ = "indicator"

    id: Mapped[int] = mapped_column(primary_key=True)
    measure_id: Mapped[int] = mapped_column(
        ForeignKey("measure.id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int] = mapped_column(default=0)
    name: Mapped[str] = mapped_column(String(300))
    unit: Mapped[str] = mapped_column(String(40), default="")
    baseline: Mapped[float | None] = mapped_column(Numeric(14, 3, asdecimal=False))
    baseline_date: Mapped[date | None] = mapped_column(Date)
    target: Mapped[float | None] = mapped_column(Numeric(14, 3, asdecimal=False))
    target_date: Mapped[date | None] = mapped_column(Date)


class IndicatorValueRow(Base):
    """Purpose: the course of an indicator. Kept with the measure."""

    __tablename__ = "indicator_value"
    __table_args__ = (UniqueConstraint("indicator_id", "day"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    indicator_id: Mapped[int] = mapped_column(ForeignKey("indicator.id", ondelete="CASCADE"))
    day: Mapped[date] = mapped_column(Date)
    value: Mapped[float] = mapped_column(Numeric(14, 3, asdecimal=False))


class StatusNoteRow(Base):
    """Purpose: the dated history of a measure's state. Kept with the measure.

    `answer` is the one-tap answer it came from ("done", "on_track", "delayed", "help",
    "not_mine", "later") or "note", "status", "import", "assigned", "unassigned".
    `suggested_id` is whom somebody named who is not responsible. `told`: those whom the note
    concerns were written to, where it concerns somebody.
    """

    __tablename__ = "status_note"

    id: Mapped[int] = mapped_column(primary_key=True)
    measure_id: Mapped[int] = mapped_column(
        ForeignKey("measure.id", ondelete="CASCADE"), index=True
    )
    at: Mapped[datetime] = mapped_column(Moment)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    answer: Mapped[str] = mapped_column(String(16))
    status: Mapped[str] = mapped_column(String(32), default="")
    text: Mapped[str] = mapped_column(default="")
    suggested_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    told: Mapped[bool] = mapped_column(default=False)


class DateChangeRow(Base):
    """Purpose: the history of a deadline with its reasons. Kept with the measure.

    `which` is "start" or "end" of the measure, or "step" for the date of the step `step_id`.
    """

    __tablename__ = "date_change"

    id: Mapped[int] = mapped_column(primary_key=True)
    measure_id: Mapped[int] = mapped_column(
        ForeignKey("measure.id", ondelete="CASCADE"), index=True
    )
    at: Mapped[datetime] = mapped_column(Moment)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    which: Mapped[str] = mapped_column(String(8), default="end")
    step_id: Mapped[int] = mapped_column(default=0)
    old: Mapped[date | None] = mapped_column(Date)
    old_precision: Mapped[str] = mapped_column(String(12), default="open")
    new: Mapped[date | None] = mapped_column(Date)
    new_precision: Mapped[str] = mapped_column(String(12), default="open")
    reason: Mapped[str] = mapped_column(default="")


class ReminderRow(Base):
    """Purpose: that each rung of a reminder's ladder is sent at most once. Kept with the measure.

    `rung` names it in ladder.toml, or is "later" for what somebody asked to be reminded of once
    more. `step_id` is 0 for the measure itself. `due` is the date that the ladder leads to: another
    date is another ladder. `version` is the measure's when it was decided, so that a message that
    still waits is void when a date changes. `part` says why this account hears of it
    (analysis.measures.rungs.Recipient). `state` is one of models.reminders.State, and `delivery`
    the key of the message that tells of it. Without an account: on a list, or skipped.
    """

    __tablename__ = "reminder"
    __table_args__ = (
        UniqueConstraint("measure_id", "step_id", "rung", "due", "account_id"),
        Index(
            "ix_reminder_nobodys",
            *("measure_id", "step_id", "rung", "due"),
            unique=True,
            postgresql_where=text("account_id IS NULL"),
            sqlite_where=text("account_id IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    measure_id: Mapped[int] = mapped_column(
        ForeignKey("measure.id", ondelete="CASCADE"), index=True
    )
    step_id: Mapped[int] = mapped_column(default=0)
    rung: Mapped[str] = mapped_column(String(16))
    due: Mapped[date] = mapped_column(Date)
    version: Mapped[int]
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    part: Mapped[str] = mapped_column(String(16), default="")
    state: Mapped[str] = mapped_column(String(12))
    decided: Mapped[date] = mapped_column(Date)
    delivery: Mapped[str] = mapped_column(String(160), default="", index=True)
