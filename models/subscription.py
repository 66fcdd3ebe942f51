"""Who wants news: what about, for which part of the town, at once or once a week."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Date, ForeignKey, String, delete, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, rows, table
from models.person import Person
from models.upsert import insert_for


class Rhythm(StrEnum):
    """When somebody wants news."""

    AT_ONCE = "at_once"
    WEEKLY = "weekly"


class SubscriptionRow(Base):
    """Purpose: to send news to those who want them, and to nobody else.

    Of somebody with a task it is the account's, of everybody else the person's. `topics` and
    `district` are what she wants to hear of, empty for all. `consent` is the version of the text
    that she agreed to on `since`, "" when she did not subscribe. `refused`: with a task, she wants
    no news for that either. Kept until she ends it.
    """

    __tablename__ = "subscription"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int | None] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), unique=True
    )
    person_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), unique=True
    )
    topics: Mapped[str] = mapped_column(default="")
    district: Mapped[str] = mapped_column(String(80), default="")
    rhythm: Mapped[str] = mapped_column(String(8), default=Rhythm.AT_ONCE)
    consent: Mapped[str] = mapped_column(String(32), default="")
    since: Mapped[date] = mapped_column(Date)
    refused: Mapped[bool] = mapped_column(default=False)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody subscribes to: `topics` empty is all, `district` "" the whole town."""

    topics: frozenset[str] = frozenset()
    district: str = ""
    rhythm: Rhythm = Rhythm.AT_ONCE


@dataclass(frozen=True, slots=True)
class Subscription:
    """A subscription as it is stored. `consent` "": she did not subscribe, or ended it."""

    wanted: Wanted
    consent: str
    since: date
    refused: bool = False

    @property
    def is_on(self) -> bool:
        """Whether she gets news that are for everybody who subscribed."""
        return bool(self.consent)


@dataclass(frozen=True, slots=True)
class Agreed:
    """The version of the text that somebody agreed to, and the day."""

    consent: str
    day: date


SUBSCRIPTION = table(SubscriptionRow)
NAMES = ("topics", "district", "rhythm", "consent", "since", "refused")


def of(session: Session, person: Person) -> Subscription | None:
    """Hers, or her account's."""
    row = session.execute(select(SUBSCRIPTION).where(_hers(person))).mappings().one_or_none()
    if row is None:
        return None
    wanted = Wanted(unpacked(row["topics"]), row["district"], Rhythm(row["rhythm"]))
    return Subscription(wanted, row["consent"], row["since"], row["refused"])


def begin(session: Session, person: Person, wanted: Wanted, agreed: Agreed) -> None:
    """She wants news from now on, and agreed to how. Raises ValueError without a consent."""
    if not agreed.consent:
        raise ValueError("news are sent to those who agreed")
    consented = {"consent": agreed.consent, "since": agreed.day}
    _keep(session, person, _columns(wanted) | consented | {"refused": False})


def change(session: Session, person: Person, wanted: Wanted) -> bool:
    """Other topics, another district or rhythm. False: she has no subscription."""
    mine = _hers(person) & (SUBSCRIPTION.c.consent != "")
    return rows(session.execute(update(SUBSCRIPTION).where(mine).values(**_columns(wanted)))) == 1


def end(session: Session, person: Person) -> bool:
    """She wants no news any more. False: she had none. That she refuses news for her task stays."""
    mine = _hers(person)
    had = session.scalar(select(SUBSCRIPTION.c.id).where(mine, SUBSCRIPTION.c.consent != ""))
    session.execute(delete(SUBSCRIPTION).where(mine, SUBSCRIPTION.c.refused.is_(False)))
    empty = {"consent": "", "topics": "", "district": "", "rhythm": Rhythm.AT_ONCE}
    session.execute(update(SUBSCRIPTION).where(mine).values(**empty))
    return had is not None


def refuse(session: Session, person: Person, today: date) -> bool:
    """With a task, she wants no news for that either; what she subscribed to ends too. False:
    she has no account, or refused before.
    """
    if person.account_id is None:
        return False
    known = of(session, person)
    if known is not None and known.refused:
        return False
    _keep(session, person, _columns(Wanted()) | {"consent": "", "since": today, "refused": True})
    return True


def accept(session: Session, person: Person) -> bool:
    """She takes news for her task again. False: she never refused them."""
    mine = _hers(person) & SUBSCRIPTION.c.refused
    back = rows(session.execute(update(SUBSCRIPTION).where(mine).values(refused=False))) == 1
    session.execute(delete(SUBSCRIPTION).where(_hers(person), SUBSCRIPTION.c.consent == ""))
    return back


def merge(session: Session, person: int, account: int) -> None:
    """A channel comes to an account: what the person subscribed to becomes the account's, unless
    that has decided for itself.
    """
    hers = SUBSCRIPTION.c.person_id == person
    theirs = SUBSCRIPTION.c.account_id == account
    if session.scalar(select(SUBSCRIPTION.c.id).where(theirs)) is not None:
        session.execute(delete(SUBSCRIPTION).where(hers))
        return
    moved = {"person_id": None, "account_id": account}
    session.execute(update(SUBSCRIPTION).where(hers).values(**moved))


def everything(session: Session, person: Person) -> dict[str, Any] | None:
    """What is stored, as plain values, to show her."""
    mine = of(session, person)
    if mine is None:
        return None
    wanted = mine.wanted
    plain = {"topics": sorted(wanted.topics), "district": wanted.district, "rhythm": wanted.rhythm}
    agreed = {"consent": mine.consent, "since": mine.since.isoformat()}
    return {**plain, **agreed, "refused": mine.refused}


def packed(topics: Sequence[str] | frozenset[str]) -> str:
    """As it is stored: ",work,health,", so that a whole topic can be looked for."""
    return f",{','.join(sorted(topics))}," if topics else ""


def unpacked(topics: str) -> frozenset[str]:
    """As it was given."""
    return frozenset(filter(None, topics.split(",")))


def _columns(wanted: Wanted) -> dict[str, Any]:
    values = {"topics": packed(wanted.topics), "district": wanted.district}
    return values | {"rhythm": wanted.rhythm}


def _keep(session: Session, person: Person, values: dict[str, Any]) -> None:
    whose = "person_id" if person.account_id is None else "account_id"
    key = person.id if person.account_id is None else person.account_id
    insert = insert_for(session, SUBSCRIPTION).values(**{whose: key}, **values)
    session.execute(insert.on_conflict_do_update(index_elements=[whose], set_=values))


def _hers(person: Person) -> ColumnElement[bool]:
    if person.account_id is not None:
        return SUBSCRIPTION.c.account_id == person.account_id
    return SUBSCRIPTION.c.person_id == person.id
