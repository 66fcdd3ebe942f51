"""Submitted interviews that wait for others to be mixed with, sealed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from random import Random

from sqlalchemy import (
    ForeignKey,
    LargeBinary,
    String,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from models import submission_file, survey_key
from models.base import Base, rows, table
from models.draft import DRAFT
from models.drawing import drawn
from models.participation import Who, mark
from models.response import Content, random_id
from models.sealing import NotSealed, seal, tag, unseal
from models.secrets import code
from surveys.media.checking import File

CODE_LETTERS = 12
COMPANY = 20
"""So many that wait are written anew with each new one."""
WAITING, MIXED = "waiting", "erasure"
"""What a code is called while its response waits, and after; the two names cannot be compared."""


class SubmissionRow(Base):
    """Purpose: that no response is written alone, at a moment that tells whose it is. Kept until
    four others of the same language and mode wait, or the survey closes.

    `sealed` can be read with the survey's key only, and shows no length. `erasure` is a hash of
    the code that its author has.
    """

    __tablename__ = "submission"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012  SQLAlchemy's own way

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    survey_id: Mapped[int] = mapped_column(ForeignKey("survey.id", ondelete="CASCADE"), index=True)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    erasure: Mapped[str] = mapped_column(String(64), index=True)


@dataclass(frozen=True, slots=True)
class Submitting:
    """A finished interview. `who` is None where staff asks somebody or types paper: then several
    come from one person. `draft` is the number of hers, which ends with this. `files` are by the
    concrete paths of their questions.
    """

    survey: int
    content: Content
    who: Who | None = None
    draft: int | None = None
    files: Mapping[str, File] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A submission with its seal open; `erasure` is the code's name from now on."""

    id: str
    content: Content
    erasure: str


SUBMISSION = table(SubmissionRow)


def submit(session: Session, key: bytes, rng: Random, finished: Submitting) -> str | None:
    """Take an interview in, in one transaction. The code with which its author can erase it while
    the survey is open, which is kept nowhere. None: she took part before; her draft goes anyway.
    Raises KeyDestroyed when the survey is closed.
    """
    survey_key.hold(session, finished.survey)
    if finished.draft is not None:
        session.execute(delete(DRAFT).where(DRAFT.c.id == finished.draft))
    if finished.who is not None and not mark(session, finished.survey, key, finished.who, rng):
        return None
    made, id = code(rng, CODE_LETTERS), random_id(rng)
    values = {
        "id": id,
        "survey_id": finished.survey,
        "sealed": _sealed(key, rng, finished.content, tag(key, MIXED, made)),
        "erasure": tag(key, WAITING, made),
    }
    session.execute(insert(SUBMISSION).values(**values))
    submission_file.keep(session, key, rng, id, finished.files)
    _touch(session, finished.survey, rng)
    return made


def waiting(session: Session, survey: int, key: bytes) -> Iterator[Waiting]:
    """All that wait. What was sealed under another secret of the installation stays closed."""
    query = select(SUBMISSION.c.id, SUBMISSION.c.sealed).where(SUBMISSION.c.survey_id == survey)
    for id, sealed in session.execute(query.order_by(SUBMISSION.c.id)):
        try:
            content, erasure = json.loads(unseal(key, sealed))
        except NotSealed:
            continue
        yield Waiting(id, Content(**content), erasure)


def number(session: Session, survey: int) -> int:
    """How many wait."""
    mine = SUBMISSION.c.survey_id == survey
    return session.scalar(select(func.count()).where(mine)) or 0


def drop(session: Session, ids: list[str]) -> None:
    """These have been mixed."""
    values = [{"waited": id} for id in ids]
    session.execute(delete(SUBMISSION).where(SUBMISSION.c.id == bindparam("waited")), values)


def forget(session: Session, survey: int) -> None:
    """The survey closes: what nobody can open any more goes."""
    session.execute(delete(SUBMISSION).where(SUBMISSION.c.survey_id == survey))


def erase(session: Session, survey: int, key: bytes, typed: str) -> bool:
    """One that still waits goes. False: none with that code does."""
    mine = SUBMISSION.c.erasure == tag(key, WAITING, typed)
    gone = delete(SUBMISSION).where(mine, SUBMISSION.c.survey_id == survey)
    return rows(session.execute(gone)) == 1


def _touch(session: Session, survey: int, rng: Random) -> None:
    """What waits already is written in this transaction too, and does not say which is new."""
    mine = SUBMISSION.c.survey_id == survey
    ids = drawn(session, SUBMISSION.c.id, mine, random_id(rng), COMPANY)
    values = [{"waiting": id} for id in rng.sample(ids, len(ids))]
    again = {"sealed": SUBMISSION.c.sealed}
    same = update(SUBMISSION).where(SUBMISSION.c.id == bindparam("waiting")).values(**again)
    session.execute(same, values)
    submission_file.touch(session, ids)


def _sealed(key: bytes, rng: Random, content: Content, erasure: str) -> bytes:
    plain = json.loads(content.to_json())
    return seal(key, json.dumps([plain, erasure], ensure_ascii=False).encode(), rng)
