"""When an offer is open: HSDS `schedule`, which is an RRULE (RFC 5545) in columns."""

from __future__ import annotations

from datetime import date, time

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from analysis.hours.schedule import WEEKLY
from models.base import Base


class ScheduleRow(Base):
    """Purpose: to say when an offer is open. Kept until the town removes the offer.

    HSDS 3.0 `schedule`. Times are wall times of the town; `timezone` (hours from UTC) is only what
    a source said. Midnight as `closes_at` is the end of the day, and a span that closes before it
    opens ends on the next day. Ours: `by_appointment`, and `instead`, an exception on its days.
    """

    __tablename__ = "schedule"

    id: Mapped[int] = mapped_column(primary_key=True)
    service_id: Mapped[int | None] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), index=True
    )
    location_id: Mapped[int | None] = mapped_column(
        ForeignKey("location.id", ondelete="CASCADE"), index=True
    )
    service_at_location_id: Mapped[int | None] = mapped_column(
        ForeignKey("service_at_location.id", ondelete="CASCADE"), index=True
    )
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    dtstart: Mapped[date | None]
    timezone: Mapped[float | None]
    until: Mapped[date | None]
    count: Mapped[int | None]
    wkst: Mapped[str] = mapped_column(String(2), default="")
    freq: Mapped[str] = mapped_column(String(8), default=WEEKLY)
    interval: Mapped[int] = mapped_column(default=1)
    byday: Mapped[str] = mapped_column(default="")
    byweekno: Mapped[str] = mapped_column(default="")
    bymonthday: Mapped[str] = mapped_column(default="")
    byyearday: Mapped[str] = mapped_column(default="")
    description: Mapped[str] = mapped_column(default="")
    opens_at: Mapped[time | None]
    closes_at: Mapped[time | None]
    schedule_link: Mapped[str] = mapped_column(default="")
    attending_type: Mapped[str] = mapped_column(default="")
    notes: Mapped[str] = mapped_column(default="")
    by_appointment: Mapped[bool] = mapped_column(default=False)
    instead: Mapped[bool] = mapped_column(default=False)
