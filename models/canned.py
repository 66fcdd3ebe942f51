"""Canned answers (Textbausteine) for counsellors, in all languages."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, table
from models.language import chain


class CannedRow(Base):
    """Purpose: to answer in every language what is asked often. Kept until the town removes it.

    `code` names it in the town's file; what vanished from there is not `active`. `topic` is a code
    of the taxonomy, "" for any.
    """

    __tablename__ = "canned"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(32), unique=True)
    topic: Mapped[str] = mapped_column(String(48), default="")
    active: Mapped[bool] = mapped_column(default=True)


class CannedTextRow(Base):
    """Purpose: to have a canned answer in one language. Kept with the answer."""

    __tablename__ = "canned_text"

    canned_id: Mapped[int] = mapped_column(
        ForeignKey("canned.id", ondelete="CASCADE"), primary_key=True
    )
    language: Mapped[str] = mapped_column(String(16), primary_key=True)
    title: Mapped[str] = mapped_column(String(80))
    text: Mapped[str]


@dataclass(frozen=True, slots=True)
class CannedText:
    """Its words in one language."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Canned:
    """A canned answer; `texts` by language."""

    id: int
    code: str
    topic: str
    texts: dict[str, CannedText] = field(hash=False)

    def language_for(self, language: str) -> str:
        """The language in which it is there for somebody: hers, else English, else German."""
        return next((one for one in chain(language) if one in self.texts), next(iter(self.texts)))

    def for_reader(self, language: str) -> CannedText:
        """What somebody reads."""
        return self.texts[self.language_for(language)]


CANNED = table(CannedRow)
TEXT = table(CannedTextRow)


def everything(session: Session, topic: str = "") -> list[Canned]:
    """All that may be used, those about `topic` first, by code."""
    found = session.execute(select(CANNED).where(CANNED.c.active).order_by(CANNED.c.code)).all()
    texts = _texts(session)
    those = [Canned(row.id, row.code, row.topic, texts[row.id]) for row in found if texts[row.id]]
    return sorted(those, key=lambda one: not topic or one.topic != topic)


def find(session: Session, id: int) -> Canned | None:
    """One that may be used."""
    return next((one for one in everything(session) if one.id == id), None)


def _texts(session: Session) -> dict[int, dict[str, CannedText]]:
    found: dict[int, dict[str, CannedText]] = defaultdict(dict)
    for row in session.execute(select(TEXT).order_by(TEXT.c.language)):
        found[row.canned_id][row.language] = CannedText(row.title, row.text)
    return found
