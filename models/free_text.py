"""Free words in responses: seen by nobody but the one who screens them, until she releases them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from sqlalchemy import ForeignKey, String, delete, func, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models import audit, response
from models.base import Base, rows, table
from models.roles import Deed
from models.survey import ENTITY, SURVEY
from surveys.screening import Trace, traces


class FreeTextRow(Base):
    """Purpose: that nobody is known by what she wrote in her own words. Kept until somebody has
    released or withheld it, for 90 days at most.

    `traces` are what patterns found: telephone, mail, IBAN, case number, birthday, name.
    """

    __tablename__ = "free_text"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012  SQLAlchemy's own way

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    survey_id: Mapped[int] = mapped_column(ForeignKey("survey.id", ondelete="CASCADE"), index=True)
    response_id: Mapped[str] = mapped_column(String(36), index=True)
    path: Mapped[str]
    text: Mapped[str]
    traces: Mapped[str] = mapped_column(String(80))
    week: Mapped[str] = mapped_column(String(8))


@dataclass(frozen=True, slots=True)
class FreeText:
    """Words to be screened, with what patterns found in them."""

    id: str
    survey: int
    path: str
    text: str
    traces: tuple[Trace, ...]


FREE_TEXT = table(FreeTextRow)


def columns(
    rng: Random, row: Mapping[str, Any], texts: Mapping[str, str], names: Iterable[str]
) -> list[dict[str, Any]]:
    """The words of one response; `names` of people are looked for in them."""
    known = tuple(names)
    about = {"survey_id": row["survey_id"], "response_id": row["id"], "week": row["week"]}
    return [
        about
        | {"id": response.random_id(rng), "path": path, "text": text}
        | {"traces": ",".join(traces(text, known))}
        for path, text in texts.items()
    ]


def write(session: Session, shuffled: list[dict[str, Any]]) -> None:
    """Into quarantine, in the order in which they are to lie."""
    if shuffled:
        session.execute(insert(FREE_TEXT), shuffled)


def waiting(session: Session, survey: int, most: int = 20) -> list[FreeText]:
    """Words to be screened, in an order that says nothing."""
    query = select(FREE_TEXT).where(FREE_TEXT.c.survey_id == survey).order_by(FREE_TEXT.c.id)
    return [_free_text(row) for row in session.execute(query.limit(most))]


def number(session: Session, survey: int) -> int:
    """How many wait to be screened."""
    mine = FREE_TEXT.c.survey_id == survey
    return session.scalar(select(func.count()).where(mine)) or 0


def release(session: Session, deed: Deed, id: str, words: str) -> bool:
    """`words`, as they were or without what tells who, join the response. False: it is gone."""
    _hold(session, id)
    row = _taken(session, id)
    if row is None or not response.put_words(session, row.response_id, row.path, words):
        return False
    audit.record(session, deed.at, deed.by, "free_text.released", (ENTITY, row.survey_id))
    return True


def withhold(session: Session, deed: Deed, id: str) -> bool:
    """Nobody will see them. False: they are gone already."""
    row = _taken(session, id)
    if row is not None:
        audit.record(session, deed.at, deed.by, "free_text.withheld", (ENTITY, row.survey_id))
    return row is not None


def erase(session: Session, response_id: str) -> None:
    """With their response."""
    session.execute(delete(FREE_TEXT).where(FREE_TEXT.c.response_id == response_id))


def forget_old(session: Session, before_week: str) -> int:
    """Enforce the period. How many went."""
    return rows(session.execute(delete(FREE_TEXT).where(FREE_TEXT.c.week < before_week)))


def _hold(session: Session, id: str) -> None:
    """While responses of its survey are written anew (models.mixing), the words wait: else they
    would be put into a row that is just being taken out.
    """
    mine = select(FREE_TEXT.c.survey_id).where(FREE_TEXT.c.id == id).scalar_subquery()
    session.execute(select(SURVEY.c.id).where(SURVEY.c.id == mine).with_for_update())


def _taken(session: Session, id: str) -> Any:
    gone = delete(FREE_TEXT).where(FREE_TEXT.c.id == id)
    names = ("survey_id", "response_id", "path")
    return session.execute(gone.returning(*(FREE_TEXT.c[name] for name in names))).one_or_none()


def _free_text(row: Any) -> FreeText:
    found = tuple(Trace(one) for one in row.traces.split(",") if one)
    return FreeText(row.id, row.survey_id, row.path, row.text, found)
