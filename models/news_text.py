"""What a piece of news says, in each language."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import ForeignKey, String, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, rows, table
from models.language import chain
from models.upsert import insert_for

GERMAN = "de"
LONGEST_TITLE, LONGEST_BODY, LONGEST_ALT = 150, 3000, 300
"""Letters. A title and a text are one message of every channel."""


class NewsTextRow(Base):
    """Purpose: to tell news in the reader's language. Kept with the news.

    `alt` says what the picture shows. `machine`: made by a machine and not looked at by anybody.
    `source_hash` is that of the German text it was made from, to see that it is out of date.
    """

    __tablename__ = "news_text"

    news_id: Mapped[int] = mapped_column(
        ForeignKey("news.id", ondelete="CASCADE"), primary_key=True
    )
    language: Mapped[str] = mapped_column(String(16), primary_key=True)
    title: Mapped[str] = mapped_column(String(LONGEST_TITLE))
    body: Mapped[str]
    alt: Mapped[str] = mapped_column(String(LONGEST_ALT), default="")
    machine: Mapped[bool] = mapped_column(default=False)
    source_hash: Mapped[str] = mapped_column(String(64), default="")


@dataclass(frozen=True, slots=True)
class NewsText:
    """One language's version."""

    language: str
    title: str
    body: str
    alt: str = ""
    machine: bool = False
    source_hash: str = ""

    @property
    def hash(self) -> str:
        """SHA-256 of what it says, in 64 hexadecimal digits: what versions of it were made from."""
        return hashlib.sha256(f"{self.title}\0{self.body}\0{self.alt}".encode()).hexdigest()


TEXT = table(NewsTextRow)
COLUMNS = ("language", "title", "body", "alt", "machine", "source_hash")


def of(session: Session, news: int) -> dict[str, NewsText]:
    """All versions by language, German first."""
    query = select(*(TEXT.c[name] for name in COLUMNS)).where(TEXT.c.news_id == news)
    ordered = query.order_by(TEXT.c.language != GERMAN, TEXT.c.language)
    return {row.language: NewsText(*row) for row in session.execute(ordered)}


def chosen(texts: Mapping[str, NewsText], language: str) -> NewsText | None:
    """The whole version for a reader of `language`: hers, else English, German, or any."""
    found = (texts[one] for one in (*chain(language), *texts) if one in texts)
    return next(found, None)


def outdated(texts: Mapping[str, NewsText]) -> list[str]:
    """The languages whose version was made from a German text that is another by now."""
    german = texts.get(GERMAN)
    if german is None:
        return []
    return [one.language for one in texts.values() if one.source_hash not in ("", german.hash)]


def keep(session: Session, news: int, text: NewsText) -> None:
    """A new version, or another one of its language. `models.news_changes` writes for people."""
    values = {name: getattr(text, name) for name in COLUMNS} | {"news_id": news}
    insert = insert_for(session, TEXT).values(**values)
    changed = {name: values[name] for name in COLUMNS[1:]}
    keys = ["news_id", "language"]
    session.execute(insert.on_conflict_do_update(index_elements=keys, set_=changed))


def remove(session: Session, news: int, language: str) -> bool:
    """Away with one version. False: there was none."""
    mine = (TEXT.c.news_id == news) & (TEXT.c.language == language)
    return rows(session.execute(delete(TEXT).where(mine))) == 1
