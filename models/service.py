"""What is offered: the service (Angebot), HSDS `service`, its German texts in its own row."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base

ENTITY = "service"
OFFER = "offer"
DOCUMENT_SEPARATOR = "; "
ACTIVE, INACTIVE, DEFUNCT, CLOSED = "active", "inactive", "defunct", "temporarily closed"

TEXTS: Mapping[str, str] = MappingProxyType(
    {
        "title": "name",
        "alternate_name": "alternate_name",
        "short_answer": "short_answer",
        "description": "description",
        "alert": "alert",
        "eligibility": "eligibility_description",
        "cost": "fees_description",
        "application": "application_process",
        "accreditations": "accreditations",
        "interpretation": "interpretation_services",
        "hours_note": "hours_note",
        "page": "page",
    }
)
"""The texts of an `Offer` and the columns that hold them in German."""


class ServiceRow(Base):
    """Purpose: to answer what the town offers. Kept until the town removes it.

    HSDS 3.0 `service`; the columns from `source` on are ours, `kind` {offer, page, event} among
    them. What vanished from its source becomes inactive and stays.
    """

    __tablename__ = "service"
    __table_args__ = (UniqueConstraint("source", "source_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    organization_id: Mapped[int] = mapped_column(ForeignKey("organization.id"), index=True)
    name: Mapped[str]
    alternate_name: Mapped[str] = mapped_column(default="")
    description: Mapped[str] = mapped_column(default="")
    url: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    status: Mapped[str] = mapped_column(String(24), default=ACTIVE)
    interpretation_services: Mapped[str] = mapped_column(default="")
    application_process: Mapped[str] = mapped_column(default="")
    fees_description: Mapped[str] = mapped_column(default="")
    accreditations: Mapped[str] = mapped_column(default="")
    eligibility_description: Mapped[str] = mapped_column(default="")
    minimum_age: Mapped[int | None]
    maximum_age: Mapped[int | None]
    assured_date: Mapped[date | None]
    assurer_email: Mapped[str] = mapped_column(default="")
    alert: Mapped[str] = mapped_column(default="")
    last_modified: Mapped[datetime | None]
    source: Mapped[str] = mapped_column(String(64))
    source_id: Mapped[str] = mapped_column(String(64))
    source_name: Mapped[str] = mapped_column(default="")
    source_url: Mapped[str] = mapped_column(default="")
    short_answer: Mapped[str] = mapped_column(default="")
    hours_note: Mapped[str] = mapped_column(default="")
    interpretation: Mapped[bool] = mapped_column(default=False)
    first_contact: Mapped[bool] = mapped_column(default=False)
    online: Mapped[bool] = mapped_column(default=False)
    by_appointment: Mapped[bool] = mapped_column(default=False)
    review_due: Mapped[date | None]
    keeper: Mapped[str] = mapped_column(default="")
    valid_until: Mapped[date | None]
    kind: Mapped[str] = mapped_column(String(8), default=OFFER)
    open_on_holidays: Mapped[bool] = mapped_column(default=False)
    page: Mapped[str] = mapped_column(default="")
