"""How an offer is reached and in which languages: HSDS `contact`, `phone` and `language`."""

from __future__ import annotations

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class ContactRow(Base):
    """Purpose: whom to ask, as the town published it. Kept until the town removes the offer.

    HSDS 3.0 `contact`.
    """

    __tablename__ = "contact"

    id: Mapped[int] = mapped_column(primary_key=True)
    organization_id: Mapped[int | None] = mapped_column(
        ForeignKey("organization.id", ondelete="CASCADE"), index=True
    )
    service_id: Mapped[int | None] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), index=True
    )
    location_id: Mapped[int | None] = mapped_column(
        ForeignKey("location.id", ondelete="CASCADE"), index=True
    )
    service_at_location_id: Mapped[int | None] = mapped_column(
        ForeignKey("service_at_location.id", ondelete="CASCADE"), index=True
    )
    name: Mapped[str] = mapped_column(default="")
    title: Mapped[str] = mapped_column(default="")
    department: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")


class PhoneRow(Base):
    """Purpose: the number to call, as the town published it. Kept until the town removes it.

    HSDS 3.0 `phone`; the number as written by the town.
    """

    __tablename__ = "phone"

    id: Mapped[int] = mapped_column(primary_key=True)
    service_id: Mapped[int | None] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), index=True
    )
    location_id: Mapped[int | None] = mapped_column(
        ForeignKey("location.id", ondelete="CASCADE"), index=True
    )
    organization_id: Mapped[int | None] = mapped_column(
        ForeignKey("organization.id", ondelete="CASCADE"), index=True
    )
    contact_id: Mapped[int | None] = mapped_column(
        ForeignKey("contact.id", ondelete="CASCADE"), index=True
    )
    service_at_location_id: Mapped[int | None] = mapped_column(
        ForeignKey("service_at_location.id", ondelete="CASCADE"), index=True
    )
    number: Mapped[str] = mapped_column(String(64))
    extension: Mapped[str] = mapped_column(String(16), default="")
    type: Mapped[str] = mapped_column(String(16), default="")
    description: Mapped[str] = mapped_column(default="")


class LanguageRow(Base):
    """Purpose: to say which languages are spoken. Kept until the town removes the offer.

    HSDS 3.0 `language`; `code` is ISO 639 or BCP 47.
    """

    __tablename__ = "language"

    id: Mapped[int] = mapped_column(primary_key=True)
    service_id: Mapped[int | None] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), index=True
    )
    location_id: Mapped[int | None] = mapped_column(
        ForeignKey("location.id", ondelete="CASCADE"), index=True
    )
    phone_id: Mapped[int | None] = mapped_column(
        ForeignKey("phone.id", ondelete="CASCADE"), index=True
    )
    name: Mapped[str] = mapped_column(default="")
    code: Mapped[str] = mapped_column(String(16), default="")
    note: Mapped[str] = mapped_column(default="")
