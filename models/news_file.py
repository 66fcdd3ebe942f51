"""From which file a piece of news was read, to know it again when the file is read again."""

from __future__ import annotations

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, table
from models.upsert import insert_for

LONGEST = 120


class NewsFileRow(Base):
    """Purpose: to change a piece of news when its file is read again, and to make no second one.

    `name` is the file's, without language and ending. Kept with the news.
    """

    __tablename__ = "news_file"

    name: Mapped[str] = mapped_column(String(LONGEST), primary_key=True)
    news_id: Mapped[int] = mapped_column(ForeignKey("news.id", ondelete="CASCADE"), unique=True)


FILE = table(NewsFileRow)


def of(session: Session, name: str) -> int | None:
    """The news that was read from a file of this name last."""
    return session.scalar(select(FILE.c.news_id).where(FILE.c.name == name))


def keep(session: Session, name: str, news: int) -> None:
    """This is the file's news from now on."""
    insert = insert_for(session, FILE).values(name=name, news_id=news)
    changed = {"news_id": news}
    session.execute(insert.on_conflict_do_update(index_elements=["name"], set_=changed))
