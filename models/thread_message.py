"""What is said in a thread, sealed: who has only the database cannot read it."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, LargeBinary, String, bindparam, insert, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, table
from models.moment import Moment
from models.prepared import Prepared
from models.sealing import NotSealed, seal, unseal
from models.thread import THREAD
from models.vault import SHORT, Vault

LONGEST = 4000
"""Letters of one message; what is longer is cut by whoever takes it in."""


class Side(StrEnum):
    """Who says it: the `asker`, a `counsellor` to her, or one in a `note` for colleagues."""

    ASKER = "asker"
    COUNSELLOR = "counsellor"
    NOTE = "note"


class ThreadMessageRow(Base):
    """Purpose: that both can read what was said, and a colleague can go on. Kept with the thread.

    `text` and `translation` are sealed. `at` is a whole minute. `account_id` is the counsellor's;
    the asker never learns it. `file` is the kind of a file that was only handed on.
    """

    __tablename__ = "thread_message"

    id: Mapped[int] = mapped_column(primary_key=True)
    thread_id: Mapped[int] = mapped_column(ForeignKey("thread.id", ondelete="CASCADE"), index=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    side: Mapped[str] = mapped_column(String(10))
    language: Mapped[str] = mapped_column(String(16))
    text: Mapped[bytes] = mapped_column(LargeBinary)
    translation: Mapped[bytes | None] = mapped_column(LargeBinary)
    translated_to: Mapped[str] = mapped_column(String(16), default="")
    file: Mapped[str] = mapped_column(String(16), default="")
    at: Mapped[datetime] = mapped_column(Moment)

    __table_args__ = ({"sqlite_autoincrement": True},)  # a key of delivery is never made twice


@dataclass(frozen=True, slots=True)
class Message:
    """One message, opened. `translation` is in the language `translated_to`; "" while there is
    none, or where it was sealed under another secret.
    """

    id: int
    thread_id: int
    account_id: int | None
    side: Side
    language: str
    text: str
    translation: str
    translated_to: str
    file: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Words:
    """What somebody says, in which language; `file` is a file's kind ("photo") or ""."""

    text: str
    language: str
    file: str = ""


MESSAGE = table(ThreadMessageRow)
NAMES = (*(column.name for column in MESSAGE.c), "salt")
WITH_SALT = select(MESSAGE, THREAD.c.salt).join_from(
    MESSAGE, THREAD, MESSAGE.c.thread_id == THREAD.c.id
)
BY_NUMBER = Prepared(lambda _: WITH_SALT.where(MESSAGE.c.id == bindparam("number")))
SALT = Prepared(lambda _: select(THREAD.c.salt).where(THREAD.c.id == bindparam("number")))
ADD = Prepared(
    lambda _: (
        insert(MESSAGE)
        .values(
            thread_id=bindparam("number"),
            account_id=bindparam("writer"),
            side=bindparam("whose"),
            text=bindparam("words"),
            language=bindparam("spoken"),
            file=bindparam("kind"),
            translated_to="",
            at=bindparam("minute"),
        )
        .returning(MESSAGE.c.id)
    )
)


def add(
    session: Session, vault: Vault, thread: int, said: Words, by: tuple[Side, int | None, datetime]
) -> int:
    """Store one; `by` is (side, account, moment). Returns its id, by which keys of delivery go."""
    side, account, at = by
    sealed = _sealed(session, vault, thread, said.text)
    values: dict[str, Any] = {"number": thread, "writer": account, "whose": side.value}
    values |= {"words": sealed, "spoken": said.language, "kind": said.file}
    minute = at.replace(second=0, microsecond=0)
    return int(ADD.only(session, **values, minute=minute)[0])


def translate(session: Session, vault: Vault, id: int, text: str, language: str) -> None:
    """Keep what a machine made of it."""
    thread = session.scalar(select(MESSAGE.c.thread_id).where(MESSAGE.c.id == id))
    if thread is not None:
        sealed = _sealed(session, vault, thread, text)
        values = {"translation": sealed, "translated_to": language}
        session.execute(update(MESSAGE).where(MESSAGE.c.id == id).values(**values))


def find(session: Session, vault: Vault, id: int) -> Message | None:
    """One of them; None: it was deleted."""
    row = BY_NUMBER.first(session, number=id)
    return _message(dict(zip(NAMES, row, strict=True)), vault) if row else None


def messages(session: Session, vault: Vault, thread: int, *sides: Side) -> list[Message]:
    """All of a thread, or those of some sides, in the order in which they were said."""
    mine = MESSAGE.c.thread_id == thread
    return _read(session, vault, mine & MESSAGE.c.side.in_(sides) if sides else mine)


def said_to_asker(session: Session, vault: Vault, thread: int) -> list[Message]:
    """What the asker may see: her own words and those to her."""
    return messages(session, vault, thread, Side.ASKER, Side.COUNSELLOR)


def _read(session: Session, vault: Vault, condition: Any) -> list[Message]:
    found = session.execute(WITH_SALT.where(condition).order_by(MESSAGE.c.id)).mappings()
    return [_message(dict(row), vault) for row in found]


def _message(row: dict[str, Any], vault: Vault) -> Message:
    key = _key(vault, row.pop("salt"))
    words = {name: _opened(key, row[name]) for name in ("text", "translation")}
    return Message(**{**row, **words, "side": Side(row["side"])})


def _opened(key: bytes, sealed: bytes | None) -> str:
    try:
        return unseal(key, sealed).decode() if sealed else ""
    except NotSealed:
        return ""


def _sealed(session: Session, vault: Vault, thread: int, text: str) -> bytes:
    salt = SALT.only(session, number=thread)[0]
    return seal(_key(vault, salt), text.encode(), vault.rng, SHORT)


def _key(vault: Vault, salt: bytes) -> bytes:
    return hmac.digest(vault.secret.encode(), b"thread\0" + salt, "sha256")
