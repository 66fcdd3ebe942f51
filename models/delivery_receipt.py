"""Where a message arrived that may have to be corrected or taken away there."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ForeignKey, Index, String, bindparam, delete, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, rows, table
from models.delivery import DELIVERY, Kind
from models.prepared import Prepared
from models.upsert import insert_in

AWAY = "-"
"""Before a place that a message edits: take it away there. As a new place: it was."""
COLUMNS = ("delivery_id", "key", "channel", "address", "place")


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
THIS = DELIVERY.c.id == bindparam("this")
ARRIVED = Prepared(
    lambda dialect: (
        insert_in(dialect, RECEIPT)
        .from_select(
            COLUMNS,
            select(
                *(DELIVERY.c.id, DELIVERY.c.key, DELIVERY.c.channel, DELIVERY.c.address),
                bindparam("place", type_=String),
            ).where(THIS, DELIVERY.c.kind == Kind.NEWS.value, DELIVERY.c.edits == ""),
        )
        .on_conflict_do_nothing()
    )
)


def arrived(session: Session, places: Sequence[tuple[int, str]]) -> None:
    """News arrived there: `(delivery, place)`. To be called while the row knows its address.

    Of what replaced an earlier message only what changed is told: it has another place now, or it
    was taken away.
    """
    values = [{"this": id, "place": place} for id, place in places]
    if ARRIVED.touch_all(session, values) < len(places):
        for id, place in places:
            _moved(session, id, place)


def forget(session: Session, channel: str, address: str) -> int:
    """Nothing that she got there is corrected any more. How many receipts went."""
    hers = (RECEIPT.c.channel == channel) & (RECEIPT.c.address == address)
    return rows(session.execute(delete(RECEIPT).where(hers)))


def _moved(session: Session, id: int, place: str) -> None:
    columns = (DELIVERY.c.channel, DELIVERY.c.address, DELIVERY.c.edits)
    row = session.execute(select(*columns).where(DELIVERY.c.id == id)).one()
    old = (RECEIPT.c.channel == row.channel) & (RECEIPT.c.address == row.address)
    old &= RECEIPT.c.place == row.edits.removeprefix(AWAY)
    if not row.edits:
        return
    if place == AWAY:
        session.execute(delete(RECEIPT).where(old))
    else:
        session.execute(update(RECEIPT).where(old).values(place=place))
