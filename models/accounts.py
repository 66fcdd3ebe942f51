"""Accounts made, changed, found, and linked to the channels through which they are reached."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, exists, func, insert, select, update
from sqlalchemy.orm import Session

from models import subscription
from models.account import ACCOUNT, ROLE, Account
from models.person import TABLE as PERSON
from models.person import change_row
from models.role import Role

COLUMNS = (
    ACCOUNT.c.id,
    ACCOUNT.c.name,
    ACCOUNT.c.email,
    ACCOUNT.c.language,
    ACCOUNT.c.organization_id,
    ACCOUNT.c.department_id,
    ACCOUNT.c.deputy_id,
    ACCOUNT.c.hour,
)


@dataclass(frozen=True, slots=True)
class Channel:
    """One way to somebody: the person's id and the channel's name."""

    person: int
    channel: str


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody with roles, at an address of a channel."""

    address: str
    language: str
    roles: frozenset[Role]


def make(session: Session, today: date, name: str, **others: Any) -> int:
    """A new account without roles. `others` are further columns of AccountRow. Returns its id."""
    empty = {"email": "", "email_verified": False, "language": "de", "leads": False}
    values = empty | {"source": "", "source_id": ""} | others | {"name": name, "created": today}
    made = session.execute(insert(ACCOUNT).values(**values).returning(ACCOUNT.c.id))
    return int(made.scalar_one())


def change(session: Session, account: int, **values: Any) -> None:
    """Set columns of one account."""
    session.execute(update(ACCOUNT).where(ACCOUNT.c.id == account).values(**values))


def everyone(session: Session, role: Role | None = None) -> list[Account]:
    """All accounts, or those that hold `role`, by name."""
    if role is None:
        return read(session)
    return read(session, exists().where(ROLE.c.account_id == ACCOUNT.c.id, ROLE.c.role == role))


def with_email(session: Session, email: str) -> list[Account]:
    """The accounts with an e-mail address, in whatever case it is written."""
    return read(session, func.lower(ACCOUNT.c.email) == email.lower()) if email else []


def read(session: Session, *conditions: ColumnElement[bool]) -> list[Account]:
    """Accounts with their roles, by name."""
    by_name = (func.lower(ACCOUNT.c.name), ACCOUNT.c.id)
    found = session.execute(select(*COLUMNS).where(*conditions).order_by(*by_name)).all()
    held = _roles(session, [row.id for row in found])
    return [Account(roles=frozenset(held[row.id]), **row._mapping) for row in found]


def channels(session: Session, account: int) -> list[Channel]:
    """Through what she is reached besides e-mail, oldest first. Where she blocked Lotse is none."""
    mine = (PERSON.c.account_id == account) & PERSON.c.gone_on.is_(None)
    query = select(PERSON.c.id, PERSON.c.channel).where(mine).order_by(PERSON.c.id)
    return [Channel(row.id, row.channel) for row in session.execute(query)]


def at_channel(session: Session, channel: str) -> list[Holder]:
    """Everybody with a role who is there, except where she blocked Lotse."""
    there = (PERSON.c.channel == channel) & PERSON.c.gone_on.is_(None)
    spoken = func.coalesce(func.nullif(PERSON.c.language, ""), ACCOUNT.c.language)
    query = select(PERSON.c.address, spoken, ROLE.c.role).join_from(PERSON, ACCOUNT)
    held: dict[tuple[str, str], set[Role]] = defaultdict(set)
    for address, language, role in session.execute(query.join(ROLE).where(there)):
        held[address, language].add(Role(role))
    return [Holder(*where, frozenset(roles)) for where, roles in held.items()]


def link(session: Session, person: int, account: int | None) -> None:
    """This person acts for that account from now on, or for none.

    Who acts by e-mail followed a link that only her mailbox got: the address is proven. News that
    she subscribed to come to the account.
    """
    change_row(session, person, account_id=account)
    if account is not None:
        subscription.merge(session, person, account)
    by_mail = (PERSON.c.id == person) & (PERSON.c.channel == "mail")
    address = session.scalar(select(PERSON.c.address).where(by_mail))
    if address and account is not None:
        change(session, account, email=address, email_verified=True)


def _roles(session: Session, ids: Sequence[int]) -> dict[int, list[Role]]:
    held: dict[int, list[Role]] = defaultdict(list)
    for row in session.execute(select(ROLE).where(ROLE.c.account_id.in_(ids))):
        held[row.account_id].append(Role(row.role))
    return held
