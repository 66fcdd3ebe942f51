"""Pictures, sound and film that forms and news show: each stored once, under its content's hash."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import ForeignKey, LargeBinary, String, delete, exists, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, rows, table
from models.news_picture import PICTURE
from surveys.media.checking import File
from surveys.media.kinds import Kind, kind_of


class FormMediaRow(Base):
    """Purpose: to show the pictures and play the sounds that a form or a piece of news names. Kept
    as long as a version of a form, or news, names it.

    `hash` is SHA-256 of the content: what is behind an address never changes.
    """

    __tablename__ = "form_media"

    hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    media_type: Mapped[str] = mapped_column(String(40))
    content: Mapped[bytes] = mapped_column(LargeBinary)


class FormMediaNameRow(Base):
    """Purpose: to know which picture or sound a form means by a name. Kept with the version of the
    form.
    """

    __tablename__ = "form_media_name"

    version_id: Mapped[int] = mapped_column(
        ForeignKey("survey_version.id", ondelete="CASCADE"), primary_key=True
    )
    name: Mapped[str] = mapped_column(primary_key=True)
    hash: Mapped[str] = mapped_column(ForeignKey("form_media.hash"), index=True)


@dataclass(frozen=True, slots=True)
class Named:
    """What a form's name stands for."""

    hash: str
    kind: Kind


MEDIA = table(FormMediaRow)
NAME = table(FormMediaNameRow)


def keep(session: Session, version: int, files: Mapping[str, File]) -> None:
    """The files of a version by the names that the form has for them. What came before under the
    same name goes; what is missing now stays.
    """
    for name, file in files.items():
        store(session, file)
        same = (NAME.c.version_id == version) & (NAME.c.name == name)
        session.execute(delete(NAME).where(same))
        session.execute(insert(NAME).values(version_id=version, name=name, hash=file.hash))
    if files:
        forget_unused(session)


def are_kept(session: Session, version: int, files: Mapping[str, File]) -> bool:
    """Whether all of them are there already."""
    known = names(session, version)
    return all(name in known and known[name].hash == file.hash for name, file in files.items())


def names(session: Session, version: int) -> dict[str, Named]:
    """What a version's form shows, by name."""
    columns = (NAME.c.name, NAME.c.hash, MEDIA.c.media_type)
    query = select(*columns).join(MEDIA, MEDIA.c.hash == NAME.c.hash)
    found = session.execute(query.where(NAME.c.version_id == version))
    return {row.name: Named(row.hash, kind_of(row.media_type)) for row in found}


def content(session: Session, digest: str) -> File | None:
    """What is behind a hash."""
    query = select(MEDIA.c.media_type, MEDIA.c.content).where(MEDIA.c.hash == digest)
    row = session.execute(query).one_or_none()
    return None if row is None else File(row.media_type, row.content)


def forget_unused(session: Session) -> int:
    """Enforce the period. How many went."""
    used = exists().where(NAME.c.hash == MEDIA.c.hash)
    shown = exists().where(PICTURE.c.hash == MEDIA.c.hash)
    return rows(session.execute(delete(MEDIA).where(~used, ~shown)))


def store(session: Session, file: File) -> None:
    """Its content, unless it is known. Whoever stores it also names it."""
    known = select(MEDIA.c.hash).where(MEDIA.c.hash == file.hash)
    if session.scalar(known) is None:
        values = {"hash": file.hash, "media_type": file.media_type, "content": file.content}
        session.execute(insert(MEDIA).values(**values))
