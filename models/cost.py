"""What an offer asks for: HSDS `cost_option` and `required_document`."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, Numeric, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base

EURO = "EUR"


class CostOptionRow(Base):
    """Purpose: to say what an offer costs. Kept until the town removes the offer.

    HSDS 3.0 `cost_option`; `amount` in units of `currency` (ISO 4217), 0 is free of charge.
    """

    __tablename__ = "cost_option"

    id: Mapped[int] = mapped_column(primary_key=True)
    service_id: Mapped[int] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), index=True
    )
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    option: Mapped[str] = mapped_column(default="")
    currency: Mapped[str] = mapped_column(String(3), default=EURO)
    amount: Mapped[float | None] = mapped_column(Numeric(10, 2, asdecimal=False))
    amount_description: Mapped[str] = mapped_column(default="")


class RequiredDocumentRow(Base):
    """Purpose: to say what to bring along. Kept until the town removes the offer.

    HSDS 3.0 `required_document`.
    """

    __tablename__ = "required_document"

    id: Mapped[int] = mapped_column(primary_key=True)
    service_id: Mapped[int] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), index=True
    )
    document: Mapped[str]
    uri: Mapped[str] = mapped_column(default="")
