"""Who took part in a survey, as marks that only its key can make and read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

from sqlalchemy import ForeignKey, String, delete, exists, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, rows, table
from models.drawing import drawn
from models.person import TABLE as PERSON
from models.sealing import tag
from models.survey import SURVEY

PURPOSE = "participation"
COMPANY = 50
"""So many older marks are written anew with each new one."""


class ParticipationRow(Base):
    """Purpose: that nobody answers a survey twice. Kept until 14 days after the survey closed.

    `token` is an HMAC of the chat's address or the account under the survey's key. No time, and no
    link to what was answered. Without row numbers, so that the order says nothing either.
    """

    __tablename__ = "participation"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012  SQLAlchemy's own way

    token: Mapped[str] = mapped_column(String(64), primary_key=True)
    survey_id: Mapped[int] = mapped_column(ForeignKey("survey.id", ondelete="CASCADE"), index=True)


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody who may take part: a person at a channel, with her account if she has one."""

    person: int
    channel: str
    address: str
    account: int | None = None

    @property
    def name(self) -> str:
        """By what she is marked: the account, so that all its channels count as one."""
        return self.at(self.channel, self.address) if self.account is None else self.hers

    @property
    def hers(self) -> str:
        """The account's name."""
        return f"account:{self.account}"

    @staticmethod
    def at(channel: str, address: str) -> str:
        """A chat's name."""
        return f"{channel}:{address}"


PARTICIPATION = table(ParticipationRow)


def answered(session: Session, key: bytes, who: Who) -> bool:
    """Whether she took part, here or through anything that is linked with her account."""
    tokens = [tag(key, PURPOSE, name) for name in _names(session, who)]
    return bool(session.scalar(select(exists().where(PARTICIPATION.c.token.in_(tokens)))))


def mark(session: Session, survey: int, key: bytes, who: Who, rng: Random) -> bool:
    """She has taken part now; older marks are written with hers, so that neither its place nor its
    transaction says which is new. False: she had before.
    """
    if answered(session, key, who):
        return False
    shuffle(session, survey, rng, COMPANY, tag(key, PURPOSE, who.name))
    return True


def tokens(session: Session, survey: int) -> list[str]:
    """All marks of a survey."""
    mine = PARTICIPATION.c.survey_id == survey
    return list(session.scalars(select(PARTICIPATION.c.token).where(mine)))


def shuffle(session: Session, survey: int, rng: Random, most: int, *new: str) -> None:
    """So many marks, drawn by chance, are written anew in random order, `new` ones among them."""
    pivot, mine = rng.randbytes(32).hex(), PARTICIPATION.c.survey_id == survey
    old = drawn(session, PARTICIPATION.c.token, mine, pivot, most)
    for part in _parts(old):
        session.execute(delete(PARTICIPATION).where(PARTICIPATION.c.token.in_(part)))
    marks = [*old, *new]
    rng.shuffle(marks)
    if marks:
        values = [{"token": token, "survey_id": survey} for token in marks]
        session.execute(insert(PARTICIPATION), values)


def forget_closed(session: Session, before: date) -> int:
    """Enforce the period: of surveys that were closed before that day. How many went."""
    old = select(SURVEY.c.id).where(SURVEY.c.closed_on < before)
    return rows(session.execute(delete(PARTICIPATION).where(PARTICIPATION.c.survey_id.in_(old))))


def _names(session: Session, who: Who) -> list[str]:
    names = [who.at(who.channel, who.address)]
    if who.account is None:
        return names
    linked = select(PERSON.c.channel, PERSON.c.address).where(PERSON.c.account_id == who.account)
    return [who.hers, *names, *(who.at(*row) for row in session.execute(linked))]


def _parts(values: list[str], most: int = 500) -> list[list[str]]:
    return [values[first : first + most] for first in range(0, len(values), most)]
