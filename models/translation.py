"""The town's texts in other languages, apart from the German rows they belong to."""

from __future__ import annotations

from hashlib import sha256

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base

GERMAN = "de"
HUMAN, MACHINE = "human", "machine"
MADE, REVIEWED = "made", "reviewed"
"""What Lotse had a machine make, and what of that, or of a source's, somebody has read over."""
BY_MACHINE = frozenset({MACHINE, MADE})
MARK = "::"
"""Between the name of a text and its language, as in XLSForm: title::ar."""

_HASH = 16


class TranslationRow(Base):
    """Purpose: to answer in the person's language. Kept until the town removes what it translates.

    `entity` is the table, `entity_id` the row, `field` the column there. `source_hash` is that of
    the German text it was made from: when the German text changes, the translation shows as
    outdated. `status` {human, machine, made, reviewed} says who
    translated: for the source a human or a machine; or here a machine, and whether a human has read
    it over.
    """

    __tablename__ = "translation"
    __table_args__ = (UniqueConstraint("entity", "entity_id", "field", "language"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    entity: Mapped[str] = mapped_column(String(32))
    entity_id: Mapped[int]
    field: Mapped[str] = mapped_column(String(32))
    language: Mapped[str] = mapped_column(String(16))
    text: Mapped[str]
    status: Mapped[str] = mapped_column(String(8), default=HUMAN)
    source_hash: Mapped[str] = mapped_column(String(16), default="")


def source_hash(german: str) -> str:
    """What `TranslationRow.source_hash` holds: the first 64 bits of SHA-256, in hex."""
    return sha256(german.encode()).hexdigest()[:_HASH]
