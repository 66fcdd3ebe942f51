"""What Telegram calls pictures and sounds of forms that were sent there before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import ForeignKey, String, delete, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, table
from models.form_media import MEDIA


class TelegramFileRow(Base):
    """Purpose: to show a picture of a form again without handing it over again. Kept with the
    picture.

    `bot` is the number of the bot that sent it: another one has to send it anew.
    """

    __tablename__ = "telegram_file"

    bot: Mapped[str] = mapped_column(String(20), primary_key=True)
    hash: Mapped[str] = mapped_column(
        ForeignKey("form_media.hash", ondelete="CASCADE"), primary_key=True
    )
    file_id: Mapped[str] = mapped_column(String(255))


@dataclass(frozen=True, slots=True)
class Known:
    """What a picture or a sound is, and its name at Telegram, "" where it was not sent yet."""

    media_type: str
    file_id: str = ""


TELEGRAM_FILE = table(TelegramFileRow)


def of(session: Session, bot: str, hashes: Iterable[str]) -> dict[str, Known]:
    """What is there of these pictures, by hash, and what the bot calls them at Telegram."""
    mine = (TELEGRAM_FILE.c.hash == MEDIA.c.hash) & (TELEGRAM_FILE.c.bot == bot)
    columns = (MEDIA.c.hash, MEDIA.c.media_type, TELEGRAM_FILE.c.file_id)
    query = select(*columns).outerjoin(TELEGRAM_FILE, mine)
    found = session.execute(query.where(MEDIA.c.hash.in_(list(hashes))))
    return {row.hash: Known(row.media_type, row.file_id or "") for row in found}


def remember(session: Session, bot: str, files: Mapping[str, str]) -> None:
    """Hash → Telegram's name; of pictures that are gone meanwhile nothing is kept."""
    there = set(session.scalars(select(MEDIA.c.hash).where(MEDIA.c.hash.in_(list(files)))))
    forget(session, bot, there)
    values = [{"bot": bot, "hash": each, "file_id": files[each]} for each in sorted(there)]
    if values:
        session.execute(insert(TELEGRAM_FILE), values)


def forget(session: Session, bot: str, hashes: Iterable[str]) -> None:
    """Telegram does not know these any more."""
    mine = (TELEGRAM_FILE.c.bot == bot) & TELEGRAM_FILE.c.hash.in_(list(hashes))
    session.execute(delete(TELEGRAM_FILE).where(mine))
