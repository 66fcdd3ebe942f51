"""Files of submitted interviews that wait for others to be mixed with, sealed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from random import Random

from sqlalchemy import ForeignKey, LargeBinary, String, insert, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, table
from models.response import random_id
from models.sealing import NotSealed, padded, seal, unseal
from surveys.media.checking import File

SEPARATOR = b"\0"


class SubmissionFileRow(Base):
    """Purpose: that no file is written alone, at a moment that tells whose it is. Kept with its
    submission.

    `sealed` can be read with the survey's key only: kind, question and content.
    """

    __tablename__ = "submission_file"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012  SQLAlchemy's own way

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    submission_id: Mapped[str] = mapped_column(
        ForeignKey("submission.id", ondelete="CASCADE"), index=True
    )
    sealed: Mapped[bytes] = mapped_column(LargeBinary)


SUBMISSION_FILE = table(SubmissionFileRow)


def keep(
    session: Session, key: bytes, rng: Random, submission: str, files: Mapping[str, File]
) -> None:
    """The files of one submission by the concrete paths of their questions."""
    for path, file in files.items():
        values = {"id": random_id(rng), "submission_id": submission}
        sealed = _sealed(key, rng, path, file)
        session.execute(insert(SUBMISSION_FILE).values(sealed=sealed, **values))


def touch(session: Session, submissions: Sequence[str]) -> None:
    """Written anew, with the submissions that they belong to."""
    mine = SUBMISSION_FILE.c.submission_id.in_(submissions)
    same = {"submission_id": SUBMISSION_FILE.c.submission_id}
    session.execute(update(SUBMISSION_FILE).where(mine).values(**same))


def ids(session: Session, submission: str) -> list[str]:
    """Of one submission."""
    mine = SUBMISSION_FILE.c.submission_id == submission
    return list(session.scalars(select(SUBMISSION_FILE.c.id).where(mine)))


def opened(session: Session, key: bytes, id: str) -> Iterator[tuple[str, File]]:
    """The file and its question's path; nothing where another key sealed it."""
    query = select(SUBMISSION_FILE.c.sealed).where(SUBMISSION_FILE.c.id == id)
    try:
        plain = unseal(key, session.scalars(query).one())
    except NotSealed:
        return
    path, media_type, content = plain.split(SEPARATOR, 2)
    yield path.decode(), File(media_type.decode(), content)


def _sealed(key: bytes, rng: Random, path: str, file: File) -> bytes:
    plain = SEPARATOR.join((path.encode(), file.media_type.encode(), file.content))
    return seal(key, plain, rng, block=padded(plain))
