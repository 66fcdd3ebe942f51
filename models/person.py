"""Who writes to Lotse: what is needed to answer, and nothing more."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import (
    Date,
    ForeignKey,
    String,
    UniqueConstraint,
    bindparam,
    false,
    insert,
    select,
    update,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, table
from models.dialogue import DIALOGUE, Dialogue, Filters
from models.prepared import Prepared
from models.turn import Sender


class PersonRow(Base):
    """Purpose: to answer in the person's language and to send what she asked for.

    No name, no user name, no phone. Kept until /delete, 30 days after she blocked Lotse, or 24
    months after her last turn.
    """

    __tablename__ = "person"
    __table_args__ = (UniqueConstraint("channel", "address"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    channel: Mapped[str] = mapped_column(String(16))
    address: Mapped[str] = mapped_column(String(254))
    language: Mapped[str] = mapped_column(String(16), default="")
    filters: Mapped[str] = mapped_column(default="{}")
    dialogue: Mapped[str] = mapped_column(default="")
    quiet: Mapped[bool] = mapped_column(default=False)
    asked_language: Mapped[bool] = mapped_column(default=False, server_default=false())
    last_seen: Mapped[date] = mapped_column(Date, index=True)
    gone_on: Mapped[date | None] = mapped_column(Date, index=True)
    last_press: Mapped[str] = mapped_column(String(64), default="")
    account_id: Mapped[int | None] = mapped_column(
        ForeignKey("account.id", ondelete="SET NULL"), index=True
    )


TABLE = table(PersonRow)
NO_FILTERS = Filters()
KNOWN = (
    *TABLE.c["id", "language", "filters", "dialogue", "quiet", "asked_language"],
    *TABLE.c["last_seen", "gone_on", "last_press", "account_id"],
)
BY_ADDRESS = Prepared(
    lambda _: select(*KNOWN).where(
        TABLE.c.channel == bindparam("channel"), TABLE.c.address == bindparam("address")
    )
)
HER = TABLE.c.id == bindparam("person")
PRESS = Prepared(lambda _: update(TABLE).where(HER).values(last_press=bindparam("pressed")))
DOES = Prepared(lambda _: update(TABLE).where(HER).values(dialogue=bindparam("what")))


@dataclass(frozen=True, slots=True)
class Person:
    """A person as she is at the beginning of a turn. `language` is empty until she chose one,
    `asked_language` whether she was asked if she would rather have another.
    """

    id: int
    channel: str
    address: str
    language: str
    filters: Filters
    dialogue: Dialogue | None
    quiet: bool
    last_seen: date
    gone_on: date | None
    last_press: str
    account_id: int | None = None
    hint: str = ""
    asked_language: bool = False

    @property
    def is_group(self) -> bool:
        """Whether many people write here: Telegram's ids of groups are negative."""
        return self.channel == "telegram" and self.address.startswith("-")


def meet(session: Session, sender: Sender, today: date) -> Person:
    """The person behind `sender`, made when new; her last day is kept up to date."""
    person = find(session, sender)
    if person is None:
        return _new(session, sender, today)
    if person.last_seen == today and person.gone_on is None:
        return person
    change_row(session, person.id, last_seen=today, gone_on=None)
    return replace(person, last_seen=today, gone_on=None)


def find(session: Session, sender: Sender) -> Person | None:
    """The person behind `sender`, only looked at."""
    row = BY_ADDRESS.first(session, channel=sender.channel, address=sender.address)
    if row is None:
        return None
    id, language, filters, dialogue, quiet, asked, last_seen, gone_on, last_press, account = row
    return Person(
        id=id,
        channel=sender.channel,
        address=sender.address,
        language=language,
        filters=_filters(filters),
        dialogue=DIALOGUE.validate_json(dialogue) if dialogue else None,
        quiet=quiet,
        last_seen=last_seen,
        gone_on=gone_on,
        last_press=last_press,
        account_id=account,
        hint=sender.hint,
        asked_language=asked,
    )


def choose_language(session: Session, person: Person, language: str) -> None:
    """She picked her language; what she was asked before is done."""
    change_row(session, person.id, language=language, dialogue="")


def keep_filters(session: Session, person: Person, filters: Filters) -> None:
    """Her filters, kept until she changes them."""
    change_row(session, person.id, filters=filters.model_dump_json(exclude_defaults=True))


def be_in(session: Session, person: Person, dialogue: Dialogue | None) -> None:
    """What she is in the middle of, or nothing."""
    DOES.touch(session, person=person.id, what=dialogue.model_dump_json() if dialogue else "")


def be_quiet(session: Session, person: Person, quiet: bool) -> None:
    """Whether Lotse may write to her unasked."""
    change_row(session, person.id, quiet=quiet)


def press(session: Session, person: Person, pressed: str) -> None:
    """The last button she pressed, to know a double tap by."""
    PRESS.touch(session, person=person.id, pressed=pressed)


def leave(session: Session, person: Person, today: date) -> None:
    """She blocked Lotse: nothing is sent any more, the row goes after 30 days."""
    change_row(session, person.id, gone_on=today)


def change_row(session: Session, person: int, **values: Any) -> None:
    """Set columns of one person's row."""
    session.execute(update(TABLE).where(TABLE.c.id == person).values(**values))


def known(session: Session, sender: Sender) -> bool:
    """Whether anything is stored about the person behind `sender`."""
    return BY_ADDRESS.first(session, channel=sender.channel, address=sender.address) is not None


def nobody(language: str, today: date) -> Person:
    """Somebody of whom nothing is stored."""
    return Person(
        id=0,
        channel="",
        address="",
        language=language,
        filters=Filters(),
        dialogue=None,
        quiet=False,
        last_seen=today,
        gone_on=None,
        last_press="",
    )


def _new(session: Session, sender: Sender, today: date) -> Person:
    values = {"channel": sender.channel, "address": sender.address, "last_seen": today}
    empty = {"language": "", "filters": "{}", "dialogue": "", "quiet": False, "last_press": ""}
    made = session.execute(insert(TABLE).values(**values, **empty).returning(TABLE.c.id))
    known = {"id": made.scalar_one(), "channel": sender.channel, "address": sender.address}
    return replace(nobody("", today), **known, hint=sender.hint)


def _filters(stored: str) -> Filters:
    return NO_FILTERS if stored == "{}" else Filters.model_validate_json(stored)
