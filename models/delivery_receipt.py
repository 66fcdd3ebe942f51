"""Where a message arrived that may have to be corrected or taken away there."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, String, delete
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, rows, table


class DeliveryReceiptRow(Base):
    """Purpose: to correct news where it was delivered, or to take it away there.

    `place` is the channel's own name of the message ("t4711"). Kept: as long as the row of
    `delivery` that it tells of, 30 days; gone at once when its reader says `/stop` or has
    everything deleted.
    """

    __tablename__ = "delivery_receipt"

    delivery_id: Mapped[int] = mapped_column(
        ForeignKey("delivery.id", ondelete="CASCADE"), primary_key=True
    )
    key: Mapped[str] = mapped_column(String(160))
    channel: Mapped[str] = mapped_column(String(16))
    address: Mapped[str] = mapped_column(String(254))
    place: Mapped[str] = mapped_column(String(64))

    __table_args__ = (Index("ix_delivery_receipt_address", "channel", "address"),)


RECEIPT = table(DeliveryReceiptRow)


def forget(session: Session, channel: str, address: str) -> int:
    """Nothing that she got there is corrected any more. How many receipts went."""
    hers = (RECEIPT.c.channel == channel) & (RECEIPT.c.address == address)
    return rows(session.execute(delete(RECEIPT).where(hers)))
