"""How offers are sorted: HSDS `taxonomy`, `taxonomy_term` and `attribute`."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base

ENTITY = "taxonomy_term"
FIELDS = "fields_of_action"
TOPICS = "topics"
TARGET_GROUPS = "target_groups"
DISTRICTS = "districts"

WOMEN = "women"
KNOWN_TARGET_GROUPS = (
    WOMEN,
    "men",
    "children",
    "youth",
    "parents",
    "seniors",
    "students",
    "workers",
    "refugees",
    "disability",
    "lgbtq",
)
"""The codes of target groups (Zielgruppen)."""


class TaxonomyRow(Base):
    """Purpose: to browse offers by a list of the town's. Kept until the town removes it.

    HSDS 3.0 `taxonomy`: fields of action (Handlungsfelder), topics, target groups, districts.
    """

    __tablename__ = "taxonomy"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(64), unique=True)
    description: Mapped[str] = mapped_column(default="")
    uri: Mapped[str] = mapped_column(default="")
    version: Mapped[str] = mapped_column(default="")


class TaxonomyTermRow(Base):
    """Purpose: one entry of such a list. Kept until the town removes it.

    HSDS 3.0 `taxonomy_term`; ours: `position` in the town's order,
    negative when the list no longer has it. `name` is German.
    """

    __tablename__ = "taxonomy_term"
    __table_args__ = (UniqueConstraint("taxonomy_id", "code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    taxonomy_id: Mapped[int] = mapped_column(ForeignKey("taxonomy.id", ondelete="CASCADE"))
    code: Mapped[str] = mapped_column(String(255))
    name: Mapped[str]
    description: Mapped[str] = mapped_column(default="")
    parent_id: Mapped[int | None] = mapped_column(
        ForeignKey("taxonomy_term.id", ondelete="SET NULL"), index=True
    )
    language: Mapped[str] = mapped_column(String(16), default="de")
    term_uri: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)


class AttributeRow(Base):
    """Purpose: which terms a row of another table has. Kept until the town removes that row.

    HSDS 3.0 `attribute`: `link_entity` is that table, `link_id` the row; ours: `position`, the
    main term first. A field of action has its topics in the same way.
    """

    __tablename__ = "attribute"
    __table_args__ = (Index("ix_attribute_link", "link_entity", "link_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    link_entity: Mapped[str] = mapped_column(String(32))
    link_id: Mapped[int]
    link_type: Mapped[str] = mapped_column(String(32), default="")
    taxonomy_term_id: Mapped[int] = mapped_column(
        ForeignKey("taxonomy_term.id", ondelete="CASCADE"), index=True
    )
    value: Mapped[str] = mapped_column(default="")
    label: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)


def term_ids(session: Session, taxonomy: str, codes: Iterable[str]) -> dict[str, int]:
    """The ids of all terms of a taxonomy by code; the terms of `codes` are made when missing."""
    owner = _taxonomy(session, taxonomy)
    known = _known(session, owner)
    missing = [code for code in dict.fromkeys(codes) if code not in known]
    if missing:
        rows = [{"taxonomy_id": owner, "code": code, "name": code} for code in missing]
        session.execute(insert(TaxonomyTermRow), rows)
    return _known(session, owner) if missing else known


def _taxonomy(session: Session, name: str) -> int:
    found = session.scalar(select(TaxonomyRow.id).where(TaxonomyRow.name == name))
    if found is not None:
        return found
    made = insert(TaxonomyRow).values(name=name).returning(TaxonomyRow.id)
    return session.execute(made).scalar_one()


def _known(session: Session, taxonomy: int) -> dict[str, int]:
    query = select(TaxonomyTermRow.code, TaxonomyTermRow.id)
    rows = session.execute(query.where(TaxonomyTermRow.taxonomy_id == taxonomy))
    return {row.code: row.id for row in rows}
