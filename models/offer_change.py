"""What is to become of offers once a manager has said yes: the table, and a row as a value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, table
from models.moment import Moment
from models.offer import Offer

Kind = Literal["change", "gone", "new"]
Origin = Literal["chat", "import"]
ENTITY = "offer"
LONGEST_REASON = 500


class State(StrEnum):
    """`stale`: nothing of it was left to do, because the offer became otherwise meanwhile."""

    DRAFT = "draft"
    WAITING = "waiting"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    STALE = "stale"


class OfferChangeRow(Base):
    """Purpose: to show a manager what a keeper wants to change before it is public. Kept until it
    is decided, and for 30 days after; what was not sent, for 30 days after it was last touched.

    `proposed` is the whole offer as it is to be, in JSON (models.offer_json), `columns` what is
    otherwise in it, with spaces between.
    """

    __tablename__ = "offer_change"
    __table_args__ = (
        Index("ix_offer_change_state", "state", "id"),
        Index("ix_offer_change_service_id", "service_id"),
        {"sqlite_autoincrement": True},  # an old button never means somebody else's change
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    service_id: Mapped[int | None] = mapped_column(ForeignKey("service.id", ondelete="CASCADE"))
    source: Mapped[str] = mapped_column(String(64))
    source_id: Mapped[str] = mapped_column(String(255))
    kind: Mapped[str] = mapped_column(String(8))
    origin: Mapped[str] = mapped_column(String(8))
    state: Mapped[str] = mapped_column(String(8))
    proposed: Mapped[str]
    columns: Mapped[str] = mapped_column(default="")
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    at: Mapped[datetime] = mapped_column(Moment)
    decided: Mapped[datetime | None] = mapped_column(Moment)
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    reason: Mapped[str] = mapped_column(String(LONGEST_REASON), default="")


OFFER_CHANGE = table(OfferChangeRow)


@dataclass(frozen=True, slots=True)
class Change:
    """A row with the offer as it is to be (`offer`) and as it is today (`before`, None: new).

    Until it is decided, what became otherwise meanwhile stands on both sides: `columns` are what it
    would change today, fields of an Offer and texts as "title::ar". `version` names what is shown
    so: who says yes says it to that. `by` is the account that wants it, `reason` what a manager
    said who refused it.
    """

    id: int
    kind: Kind
    origin: Origin
    state: State
    source: str
    offer: Offer
    before: Offer | None
    columns: tuple[str, ...]
    by: int | None
    version: str
    at: datetime
    decided: datetime | None = None
    decided_by: int | None = None
    reason: str = ""
