"""How to write to somebody unasked."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, RowMapping, select
from sqlalchemy.orm import Session

from models.account import ACCOUNT
from models.mailbox import CHANNEL as MAIL
from models.person import TABLE as PERSON

WEB = "web"
"""Last of all: it is seen only by whoever opens the page again."""


@dataclass(frozen=True, slots=True)
class Way:
    """Where to write, and in which language."""

    channel: str
    address: str
    language: str


def way_to(session: Session, account: int, channels: Collection[str]) -> Way | None:
    """The messenger she used last, else e-mail, else the web chat; of `channels` only.

    Where she blocked Lotse or said /stop nothing is written. None: there is no way.
    """
    return next(_ways(session, account, channels), None)


def ways_to(session: Session, account: int, channels: Collection[str]) -> list[Way]:
    """All ways, the best first."""
    return list(_ways(session, account, channels))


def _ways(session: Session, account: int, channels: Collection[str]) -> Iterator[Way]:
    """None is looked for before it is wanted."""
    for those in (_messengers, _mailbox, _pages):
        yield from (way for way in those(session, account) if way.channel in channels)


def reached(session: Session, channels: Collection[str]) -> frozenset[int]:
    """The accounts to which there is a way."""
    there = PERSON.c.gone_on.is_(None) & PERSON.c.quiet.is_(False)
    query = select(PERSON.c.account_id).where(there, PERSON.c.channel.in_(channels))
    found = frozenset(session.scalars(query.where(PERSON.c.account_id.is_not(None)).distinct()))
    if MAIL not in channels:
        return found
    mailed = session.scalars(select(ACCOUNT.c.id).where(ACCOUNT.c.email != ""))
    return found | {id for id in mailed if id not in found and _mailbox(session, id)}


def _messengers(session: Session, account: int) -> list[Way]:
    return _persons(session, account, PERSON.c.channel.not_in((MAIL, WEB)))


def _pages(session: Session, account: int) -> list[Way]:
    return _persons(session, account, PERSON.c.channel == WEB)


def _persons(session: Session, account: int, where: ColumnElement[bool]) -> list[Way]:
    reached = PERSON.c.gone_on.is_(None) & PERSON.c.quiet.is_(False)
    language = select(ACCOUNT.c.language).where(ACCOUNT.c.id == account).scalar_subquery()
    columns = (PERSON.c.channel, PERSON.c.address, PERSON.c.language, language.label("other"))
    query = select(*columns).where(PERSON.c.account_id == account, reached, where)
    newest = (PERSON.c.last_seen.desc(), PERSON.c.id.desc())
    return [_way(row) for row in session.execute(query.order_by(*newest)).mappings()]


def _way(row: RowMapping) -> Way:
    return Way(row["channel"], row["address"], row["language"] or row["other"])


def _mailbox(session: Session, account: int) -> list[Way]:
    """Her address, unless she said in it that she wants no more mails."""
    mine = ACCOUNT.c.id == account
    row = session.execute(select(ACCOUNT.c.email, ACCOUNT.c.language).where(mine)).one_or_none()
    if row is None or not row.email:
        return []
    stopped = PERSON.c.gone_on.is_not(None) | PERSON.c.quiet
    there = (PERSON.c.channel == MAIL) & (PERSON.c.address == row.email.lower())
    if session.scalar(select(PERSON.c.id).where(there, stopped)) is not None:
        return []
    return [Way(MAIL, row.email, row.language)]
