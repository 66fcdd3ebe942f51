"""Where an offer is: HSDS `location`, `address`, `accessibility` and `service_at_location`."""

from __future__ import annotations

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base

ENTITY = "location"
PHYSICAL = "physical"
COUNTRY = "DE"


class LocationRow(Base):
    """Purpose: to show the way to an offer. Kept until the town removes it.

    HSDS 3.0 `location`, coordinates in degrees (WGS 84); ours: `source` and `source_id`. Each
    service has its own row: those of one source with the same `source_id` are the same place.
    """

    __tablename__ = "location"

    id: Mapped[int] = mapped_column(primary_key=True)
    organization_id: Mapped[int | None] = mapped_column(
        ForeignKey("organization.id", ondelete="CASCADE"), index=True
    )
    location_type: Mapped[str] = mapped_column(String(16), default=PHYSICAL)
    url: Mapped[str] = mapped_column(default="")
    name: Mapped[str] = mapped_column(default="")
    alternate_name: Mapped[str] = mapped_column(default="")
    description: Mapped[str] = mapped_column(default="")
    transportation: Mapped[str] = mapped_column(default="")
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    external_identifier: Mapped[str] = mapped_column(default="")
    external_identifier_type: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(String(64))
    source_id: Mapped[str] = mapped_column(String(255), default="")


class AddressRow(Base):
    """Purpose: to show the way to an offer. Kept until the town removes its location.

    HSDS 3.0 `address`; `address_1` is street and number, `country` ISO 3166-1.
    """

    __tablename__ = "address"

    id: Mapped[int] = mapped_column(primary_key=True)
    location_id: Mapped[int] = mapped_column(
        ForeignKey("location.id", ondelete="CASCADE"), index=True
    )
    attention: Mapped[str] = mapped_column(default="")
    address_1: Mapped[str] = mapped_column(default="")
    address_2: Mapped[str] = mapped_column(default="")
    city: Mapped[str] = mapped_column(default="")
    region: Mapped[str] = mapped_column(default="")
    state_province: Mapped[str] = mapped_column(default="")
    postal_code: Mapped[str] = mapped_column(String(16), default="")
    country: Mapped[str] = mapped_column(String(2), default=COUNTRY)
    address_type: Mapped[str] = mapped_column(String(16), default=PHYSICAL)


class ServiceAtLocationRow(Base):
    """Purpose: to know what is offered where. Kept until the town removes either.

    HSDS 3.0 `service_at_location`.
    """

    __tablename__ = "service_at_location"
    __table_args__ = (UniqueConstraint("service_id", "location_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    service_id: Mapped[int] = mapped_column(ForeignKey("service.id", ondelete="CASCADE"))
    location_id: Mapped[int] = mapped_column(
        ForeignKey("location.id", ondelete="CASCADE"), index=True
    )
    description: Mapped[str] = mapped_column(default="")


class AccessibilityRow(Base):
    """Purpose: to say who can get in. Kept until the town removes the location.

    HSDS 3.0 `accessibility`; ours: `wheelchair` {yes, no, partly}, empty when nobody said.
    """

    __tablename__ = "accessibility"

    id: Mapped[int] = mapped_column(primary_key=True)
    location_id: Mapped[int] = mapped_column(
        ForeignKey("location.id", ondelete="CASCADE"), index=True
    )
    description: Mapped[str] = mapped_column(default="")
    details: Mapped[str] = mapped_column(default="")
    url: Mapped[str] = mapped_column(default="")
    wheelchair: Mapped[str] = mapped_column(String(8), default="")
