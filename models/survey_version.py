"""Versions of a survey's form: what somebody began is finished as it was asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from hashlib import sha256

from sqlalchemy import Date, ForeignKey, String, UniqueConstraint, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, table
from models.survey import SURVEY
from surveys.form import Form
from surveys.form_json import from_json, to_json


class SurveyVersionRow(Base):
    """Purpose: to ask a form as it is now, and to read answers to it as it was. Kept with the
    survey.
    """

    __tablename__ = "survey_version"
    __table_args__ = (UniqueConstraint("survey_id", "fingerprint"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    survey_id: Mapped[int] = mapped_column(ForeignKey("survey.id", ondelete="CASCADE"))
    version: Mapped[str] = mapped_column(String(64))
    form: Mapped[str]
    fingerprint: Mapped[str] = mapped_column(String(64))
    created: Mapped[date] = mapped_column(Date)


@dataclass(frozen=True, slots=True)
class Version:
    """`number` is the row's, `form.version` what the form calls itself."""

    number: int
    form: Form


VERSION = table(SurveyVersionRow)


def add(session: Session, survey: int, form: Form, today: date) -> int:
    """The form becomes the newest version, unless it is that already. Its number."""
    text = to_json(form)
    fingerprint = sha256(text.encode()).hexdigest()
    same = (VERSION.c.survey_id == survey) & (VERSION.c.fingerprint == fingerprint)
    known = session.scalar(select(VERSION.c.id).where(same))
    if known is not None:
        return int(known)
    values = {"survey_id": survey, "version": form.version, "form": text, "created": today}
    made = insert(VERSION).values(**values, fingerprint=fingerprint).returning(VERSION.c.id)
    return int(session.execute(made).scalar_one())


def find(session: Session, number: int) -> Version:
    """A version by its number. Raises LookupError."""
    text = session.scalar(select(VERSION.c.form).where(VERSION.c.id == number))
    if text is None:
        raise LookupError(number)
    return Version(number, _read(text))


def newest(session: Session, survey: int) -> Version | None:
    """What is asked from now on; None: the survey has no form yet."""
    return next(iter(of(session, survey)), None)


def of(session: Session, survey: int) -> list[Version]:
    """All versions, the newest first."""
    query = select(VERSION.c.id, VERSION.c.form).where(VERSION.c.survey_id == survey)
    found = session.execute(query.order_by(VERSION.c.id.desc()))
    return [Version(row.id, _read(row.form)) for row in found]


def is_asked(session: Session, survey: int) -> bool:
    """Whether there is a form to ask."""
    mine = select(VERSION.c.id).join(SURVEY).where(SURVEY.c.id == survey).limit(1)
    return session.scalar(mine) is not None


@lru_cache(maxsize=32)
def _read(text: str) -> Form:
    return from_json(text)
