"""What Telegram calls pictures and sounds of forms that were sent there before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

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


TELEGRAM_FILE = table(TelegramFileRow)


def known(session: Session, bot: str, hashes: Iterable[str]) -> dict[str, str]:
    """Hash → Telegram's name, of those that the bot has sent before."""
    mine = (TELEGRAM_FILE.c.bot == bot) & TELEGRAM_FILE.c.hash.in_(list(hashes))
    found = session.execute(select(TELEGRAM_FILE.c.hash, TELEGRAM_FILE.c.file_id).where(mine))
    return {row.hash: row.file_id for row in found}


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
