"""Files in interviews that are not finished: the person's own, like all of her draft."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import ForeignKey, LargeBinary, String, delete, func, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, rows, table
from models.draft import DRAFT, Draft
from models.participation import Who
from models.response import random_id
from models.sealing import padded
from models.vault import Vault
from surveys.media.checking import File

MOST = 60_000_000
"""Bytes in one draft."""


class DraftFileRow(Base):
    """Purpose: to go on with a survey in which a picture, a sound or a file was sent. Kept with the
    draft.

    `id` is what the draft's answer says. There is no name and no time. `sealed` can be read with
    the survey's key only.
    """

    __tablename__ = "draft_file"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"), index=True)
    media_type: Mapped[str] = mapped_column(String(40))
    sealed: Mapped[bytes] = mapped_column(LargeBinary)


DRAFT_FILE = table(DraftFileRow)
COLUMNS = (DRAFT_FILE.c.id, DRAFT_FILE.c.media_type, DRAFT_FILE.c.sealed)


def keep(session: Session, vault: Vault, draft: Draft, file: File) -> str:
    """Its id, which says nothing."""
    id = random_id(vault.rng)
    sealed = vault.seal(session, draft.survey, file.content, padded(file.content))
    values = {"id": id, "draft_id": draft.id, "media_type": file.media_type}
    session.execute(insert(DRAFT_FILE).values(sealed=sealed, **values))
    return id


def has_room(session: Session, draft: int, file: File) -> bool:
    """Whether the draft may hold one more."""
    mine = DRAFT_FILE.c.draft_id == draft
    held = session.scalar(select(func.sum(func.length(DRAFT_FILE.c.sealed))).where(mine)) or 0
    return int(held) + len(file.content) <= MOST


def find(session: Session, vault: Vault, draft: Draft, id: str) -> File | None:
    """A file of a draft that is resumed."""
    mine = (DRAFT_FILE.c.draft_id == draft.id) & (DRAFT_FILE.c.id == id)
    query = select(DRAFT_FILE.c.media_type, DRAFT_FILE.c.sealed).where(mine)
    row = session.execute(query).one_or_none()
    if row is None:
        return None
    return File(row.media_type, vault.open(session, draft.survey, row.sealed))


def prune(session: Session, draft: int, answers: Iterable[str]) -> int:
    """What no answer of the draft means any more goes. How many."""
    mine = DRAFT_FILE.c.draft_id == draft
    unused = mine & DRAFT_FILE.c.id.not_in(list(answers))
    return rows(session.execute(delete(DRAFT_FILE).where(unused)))


def everything(session: Session, vault: Vault, who: Who) -> Sequence[tuple[str, File]]:
    """All of hers with their ids, for her (Art. 15 GDPR)."""
    hers = DRAFT.c.person_id == who.person
    if who.account is not None:
        hers |= DRAFT.c.account_id == who.account
    query = select(*COLUMNS, DRAFT.c.survey_id).join(DRAFT, DRAFT.c.id == DRAFT_FILE.c.draft_id)
    return [
        (row.id, File(row.media_type, vault.open(session, row.survey_id, row.sealed)))
        for row in session.execute(query.where(hers).order_by(DRAFT_FILE.c.id))
    ]


def meant(
    session: Session, vault: Vault, draft: Draft, answers: Mapping[str, str]
) -> dict[str, File]:
    """The files that answers mean, by the concrete paths of their questions."""
    found = {path: find(session, vault, draft, id) for path, id in answers.items()}
    return {path: file for path, file in found.items() if file is not None}
