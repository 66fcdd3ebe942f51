"""What waits to be sent to somebody who does not want it any more."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, delete, func, literal_column, or_, select, update
from sqlalchemy.orm import Session

from models import accounts, delivery_receipt
from models.account import ACCOUNT
from models.base import rows
from models.delivery import DELIVERY, State
from models.mailbox import CHANNEL as MAIL
from models.person import TABLE as PERSON
from models.person import Person

UNWANTED = "unwanted"
"""Why a row is gone that was turned away."""
HER_KEYS = ("reminder", "offers", "offers-told")
"""How the keys of what is for an account begin, before its number."""
NEWS_KEYS = ("news:", "digest:")
"""How the keys of news begin: an invitation to a survey is none."""


def forget(session: Session, channel: str, address: str) -> int:
    """She is forgotten: what has not left goes, what is just leaving goes once at most, and of what
    nobody knows whether it came the address goes. How many rows went.
    """
    hers = _to(channel, address)
    gone = rows(session.execute(delete(DELIVERY).where(hers, DELIVERY.c.state == State.QUEUED)))
    leaving, unknown = (hers & (DELIVERY.c.state == x) for x in (State.SENDING, State.UNKNOWN))
    session.execute(update(DELIVERY).where(leaving).values(resend=False))
    session.execute(update(DELIVERY).where(unknown).values(address=""))
    delivery_receipt.forget(session, channel, address)
    return gone


def forget_account(session: Session, account: int) -> int:
    """The same for all channels of an account. A mailbox that others' mails go to as well is not
    hers alone, and they get theirs. How many rows went.
    """
    reminders = or_(*(DELIVERY.c.key.startswith(f"{key}:{account}:") for key in HER_KEYS))
    hers = delete(DELIVERY).where(reminders, DELIVERY.c.state == State.QUEUED)
    gone = rows(session.execute(hers))
    return gone + sum(forget(session, *where) for where in _addresses(session, account))


def turn_away(session: Session, channel: str, address: str, now: datetime) -> int:
    """She wants nothing here: what waits is gone, and who decided it finds another way to her. What
    came before is not corrected any more. How many rows.
    """
    delivery_receipt.forget(session, channel, address)
    return _end(session, _to(channel, address), now)


def turn_away_news(session: Session, person: Person, now: datetime) -> int:
    """She wants no news any more, nor those that wait already, in whatever channel. How many."""
    ways = {(person.channel, person.address)}
    if person.account_id is not None:
        ways |= _addresses(session, person.account_id)
    is_news = or_(*(DELIVERY.c.key.startswith(key) for key in NEWS_KEYS))
    return sum(_end(session, _to(*way) & is_news, now) for way in ways)


def _end(session: Session, which: ColumnElement[bool], now: datetime) -> int:
    waiting = which & (DELIVERY.c.state == State.QUEUED)
    ended = {"state": State.GONE, "reason": UNWANTED, "finished": now}
    emptied = {"message": b"", "address": "", "worker": ""}
    return rows(session.execute(update(DELIVERY).where(waiting).values(**ended, **emptied)))


def _to(channel: str, address: str) -> ColumnElement[bool]:
    """A mailbox is the same in whatever case its address is written."""
    there = (DELIVERY.c.channel == channel) & (DELIVERY.c.address != literal_column("''"))
    if channel == MAIL:
        return there & (func.lower(DELIVERY.c.address) == address.lower())
    return there & (DELIVERY.c.address == address)


def _addresses(session: Session, account: int) -> set[tuple[str, str]]:
    mine = select(PERSON.c.channel, PERSON.c.address).where(PERSON.c.account_id == account)
    email = session.scalar(select(ACCOUNT.c.email).where(ACCOUNT.c.id == account))
    found = {(row.channel, row.address) for row in session.execute(mine)} | {(MAIL, email or "")}
    return {way for way in found if way[0] != MAIL or not _is_shared(session, way[1], account)}


def _is_shared(session: Session, email: str, account: int) -> bool:
    return any(other.id != account for other in accounts.with_email(session, email))
