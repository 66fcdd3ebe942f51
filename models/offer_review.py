"""Offers that somebody has to look at again: the table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import Date, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, table


class Reason(StrEnum):
    """Why: its review date has come, or people said that something about it is wrong."""

    DUE = "due"
    REPORTED = "reported"


class OfferReviewRow(Base):
    """Purpose: to keep what the town offers true. Kept until somebody says that the offer is still
    right, changes it or takes it out.

    `since` is the day on which it is to be looked at, which may lie ahead. `asked`, `reminded` and
    `told` are the days on which its keepers were asked and reminded, and managers told.
    """

    __tablename__ = "offer_review"

    service_id: Mapped[int] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), primary_key=True
    )
    reason: Mapped[str] = mapped_column(String(8))
    since: Mapped[date] = mapped_column(Date)
    asked: Mapped[date | None] = mapped_column(Date)
    reminded: Mapped[date | None] = mapped_column(Date)
    told: Mapped[date | None] = mapped_column(Date)


OFFER_REVIEW = table(OfferReviewRow)


@dataclass(frozen=True, slots=True)
class Review:
    """A row of it, `offer` is the service's id."""

    offer: int
    reason: Reason
    since: date
    asked: date | None = None
    reminded: date | None = None
    told: date | None = None
