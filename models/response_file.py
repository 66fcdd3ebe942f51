"""Files in responses: seen by nobody but the one who looks them over, until she releases them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from sqlalchemy import (
    Boolean,
    ForeignKey,
    LargeBinary,
    String,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from models import audit, response
from models.base import Base, rows, table
from models.roles import Deed
from models.survey import ENTITY
from surveys.media.checking import File, named


class ResponseFileRow(Base):
    """Purpose: to know what people show and tell in pictures, sounds and files. Kept with its
    response once somebody has released it, for 90 days at most when nobody has.

    `id` is random and not the one it had before. There is no name, and of pictures
    nothing besides their colours (`surveys.media`).
    """

    __tablename__ = "response_file"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012  SQLAlchemy's own way

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    survey_id: Mapped[int] = mapped_column(ForeignKey("survey.id", ondelete="CASCADE"), index=True)
    response_id: Mapped[str] = mapped_column(String(36), index=True)
    path: Mapped[str]
    media_type: Mapped[str] = mapped_column(String(40))
    content: Mapped[bytes] = mapped_column(LargeBinary)
    week: Mapped[str] = mapped_column(String(8))
    released: Mapped[bool] = mapped_column(Boolean)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file to be looked over; its content comes with `content`. `size` is in bytes."""

    id: str
    survey: int
    path: str
    media_type: str
    size: int


RESPONSE_FILE = table(ResponseFileRow)


def write(session: Session, rng: Random, row: Mapping[str, Any], path: str, file: File) -> None:
    """Into quarantine; `row` is the response's."""
    about = {"survey_id": row["survey_id"], "response_id": row["id"], "week": row["week"]}
    what = {"path": path, "media_type": file.media_type, "content": file.content}
    values = {"id": response.random_id(rng), "released": False, **about, **what}
    session.execute(insert(RESPONSE_FILE).values(**values))


def waiting(session: Session, survey: int, most: int = 20) -> list[Waiting]:
    """Files to be looked over, in an order that says nothing."""
    query = _waiting().where(_unseen(survey)).order_by(RESPONSE_FILE.c.id)
    return [Waiting(**row) for row in session.execute(query.limit(most)).mappings()]


def next_one(session: Session, survey: int, after: str = "") -> Waiting | None:
    """The one behind `after` in that order, round and round. None: all are looked over."""
    query = _waiting().where(_unseen(survey)).order_by(RESPONSE_FILE.c.id).limit(1)
    row = session.execute(query.where(RESPONSE_FILE.c.id > after)).mappings().first()
    row = row or session.execute(query).mappings().first()
    return None if row is None else Waiting(**row)


def number(session: Session, survey: int) -> int:
    """How many wait to be looked over."""
    query = select(func.count()).select_from(RESPONSE_FILE).where(_unseen(survey))
    return session.scalar(query) or 0


def content(session: Session, id: str) -> File | None:
    """One file, for whoever looks it over."""
    query = select(RESPONSE_FILE.c.media_type, RESPONSE_FILE.c.content)
    row = session.execute(query.where(RESPONSE_FILE.c.id == id)).one_or_none()
    return None if row is None else File(row.media_type, row.content)


def release(session: Session, deed: Deed, id: str) -> bool:
    """It joins the response, whose answer is the file's name from now on. False: it is gone."""
    this = (RESPONSE_FILE.c.id == id) & ~RESPONSE_FILE.c.released
    seen = update(RESPONSE_FILE).where(this).values(released=True)
    row = session.execute(seen.returning(RESPONSE_FILE)).one_or_none()
    if row is None:
        return False
    if not response.put_words(session, row.response_id, row.path, named(id, row.media_type)):
        erase(session, row.response_id)
        return False
    audit.record(session, deed.at, deed.by, "response_file.released", (ENTITY, row.survey_id))
    return True


def withhold(session: Session, deed: Deed, id: str) -> bool:
    """Nobody will see it. False: it is gone already, or released."""
    this = (RESPONSE_FILE.c.id == id) & ~RESPONSE_FILE.c.released
    gone = delete(RESPONSE_FILE).where(this).returning(RESPONSE_FILE.c.survey_id)
    survey = session.execute(gone).scalar_one_or_none()
    if survey is not None:
        audit.record(session, deed.at, deed.by, "response_file.withheld", (ENTITY, survey))
    return survey is not None


def released(session: Session, survey: int) -> Iterator[tuple[str, bytes]]:
    """Name and content of each that somebody has released, one after another."""
    mine = (RESPONSE_FILE.c.survey_id == survey) & RESPONSE_FILE.c.released
    seen = select(RESPONSE_FILE.c.id).where(mine).order_by(RESPONSE_FILE.c.id)
    for id in session.scalars(seen).all():
        file = content(session, id)
        if file is not None:
            yield named(id, file.media_type), file.content


def erase(session: Session, response_id: str) -> None:
    """With their response."""
    session.execute(delete(RESPONSE_FILE).where(RESPONSE_FILE.c.response_id == response_id))


def forget_old(session: Session, unseen_before: str, before: str) -> int:
    """Enforce the periods: weeks of those that nobody released, and of all. How many went."""
    unseen = (RESPONSE_FILE.c.week < unseen_before) & ~RESPONSE_FILE.c.released
    old = unseen | (RESPONSE_FILE.c.week < before)
    return rows(session.execute(delete(RESPONSE_FILE).where(old)))


def _unseen(survey: int) -> Any:
    return (RESPONSE_FILE.c.survey_id == survey) & ~RESPONSE_FILE.c.released


def _waiting() -> Any:
    columns = (RESPONSE_FILE.c[name] for name in ("id", "path", "media_type"))
    of = RESPONSE_FILE.c.survey_id.label("survey")
    size = func.length(RESPONSE_FILE.c.content).label("size")
    return select(*columns, of, size)
