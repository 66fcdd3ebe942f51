"""The picture of a piece of news: one, drawn anew, stored with those that forms show."""

from __future__ import annotations

from sqlalchemy import ForeignKey, String, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, rows, table
from models.upsert import insert_for
from surveys.media.checking import File


class NewsPictureRow(Base):
    """Purpose: to show the picture of a piece of news. Kept with the news.

    `hash` names its content in `form_media`.
    """

    __tablename__ = "news_picture"

    news_id: Mapped[int] = mapped_column(
        ForeignKey("news.id", ondelete="CASCADE"), primary_key=True
    )
    hash: Mapped[str] = mapped_column(ForeignKey("form_media.hash"), index=True)
    media_type: Mapped[str] = mapped_column(String(40))


PICTURE = table(NewsPictureRow)


def of(session: Session, news: int) -> str:
    """The hash of its picture, or ""."""
    return session.scalar(select(PICTURE.c.hash).where(PICTURE.c.news_id == news)) or ""


def put(session: Session, news: int, file: File) -> None:
    """This is its picture from now on; its content is stored already (models.form_media)."""
    values = {"hash": file.hash, "media_type": file.media_type}
    insert = insert_for(session, PICTURE).values(news_id=news, **values)
    session.execute(insert.on_conflict_do_update(index_elements=["news_id"], set_=values))


def remove(session: Session, news: int) -> bool:
    """It has none any more. False: it had none."""
    return rows(session.execute(delete(PICTURE).where(PICTURE.c.news_id == news))) == 1
