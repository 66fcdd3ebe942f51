"""Word translations that Lotse learned from the town's own translated offers."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Text, delete, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models import revision as revisions
from models.base import Base
from models.moment import Moment
from search.translating.word_translations import WordTranslations

PAUSE = timedelta(minutes=10)  # while many offers change one by one, they are learned from together


class LearnedWordsRow(Base):
    """Purpose: to find German offers by questions in other languages.

    One row, made of the words of published offers alone. Kept until it is learned anew.
    """

    __tablename__ = "learned_words"

    revision: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    learned: Mapped[datetime] = mapped_column(Moment)
    translations: Mapped[str] = mapped_column(Text)


def known(session: Session) -> WordTranslations:
    """What was learned last; nothing before the first time."""
    text = session.scalar(select(LearnedWordsRow.translations))
    return WordTranslations.from_json(text) if text else WordTranslations()


def revision(session: Session) -> int:
    """A number that grows whenever words are learned anew."""
    return revisions.current(session, revisions.WORDS)


def are_due(session: Session, now: datetime) -> bool:
    """Whether offers changed since words were learned from them, and enough time went by."""
    found = session.execute(select(LearnedWordsRow.revision, LearnedWordsRow.learned)).first()
    if found is None:
        return True
    return bool(found.revision != _of_offers(session) and now - found.learned >= PAUSE)


def keep(session: Session, translations: str, of_revision: int, now: datetime) -> None:
    """Put what was learned from the offers of a revision in the place of what was known."""
    before = session.scalar(select(LearnedWordsRow.translations))
    session.execute(delete(LearnedWordsRow))
    row = {"revision": of_revision, "learned": now, "translations": translations}
    session.execute(insert(LearnedWordsRow).values(row))
    if translations != before:
        revisions.bump(session, revisions.WORDS)


def _of_offers(session: Session) -> int:
    return revisions.current(session, revisions.OFFERS)
