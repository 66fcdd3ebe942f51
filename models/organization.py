"""Who makes an offer: the organization (Träger), HSDS `organization`."""

from __future__ import annotations

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class OrganizationRow(Base):
    """Purpose: to name who makes an offer. Kept until the town removes it.

    HSDS 3.0 `organization`; ours: `source` and `source_id`, which know it again at an import, and
    `parent`, the source's id of the one that it belongs to.
    """

    __tablename__ = "organization"
    __table_args__ = (UniqueConstraint("source", "source_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    description: Mapped[str] = mapped_column(default="")
    alternate_name: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    website: Mapped[str] = mapped_column(default="")
    uri: Mapped[str] = mapped_column(default="")
    logo: Mapped[str] = mapped_column(default="")
    legal_status: Mapped[str] = mapped_column(default="")
    year_incorporated: Mapped[int | None]
    parent: Mapped[str] = mapped_column(String(255), default="")
    source: Mapped[str] = mapped_column(String(64))
    source_id: Mapped[str] = mapped_column(String(255))
