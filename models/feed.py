"""Secret addresses of calendar feeds, revocable one by one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from sqlalchemy import Date, ForeignKey, Row, String, delete, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models import audit
from models.base import Base, rows, table
from models.role import Role
from models.roles import ACCOUNT, Deed
from models.secrets import hashed, secret

MINE, FIELD = "mine", "field"
FIELD_ROLES = (Role.NETWORK, Role.MANAGER, Role.ADMINISTRATOR)
"""Who may read the deadlines of a whole field of action."""
MOST = 20
"""Feeds an account may have at a time."""
KEY = 16


class FeedRow(Base):
    """Purpose: to read deadlines in one's own calendar. Kept until revoked.

    `what` is "mine" (an account's measures) or "field" with `code`. Only a hash of the secret is
    stored.
    """

    __tablename__ = "feed"

    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    what: Mapped[str] = mapped_column(String(8))
    code: Mapped[str] = mapped_column(String(16), default="")
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    created: Mapped[date] = mapped_column(Date)


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as it is stored. `key` tells it from the account's others and opens nothing."""

    key: str
    what: str
    code: str
    account_id: int
    created: date


TABLE = table(FeedRow)


def make(session: Session, rng: Random, deed: Deed, what: str, code: str = "") -> str:
    """A new feed of the account that does the deed. Returns its secret, which is kept nowhere."""
    made = secret(rng)
    values = {"what": what, "code": code, "account_id": deed.by, "created": deed.at.date()}
    session.execute(insert(TABLE).values(token_hash=hashed(made), **values))
    _account_for(session, deed, "feed.made")
    return made


def find(session: Session, token: str) -> Feed | None:
    """The feed behind a secret: one look into an index, whatever was asked for."""
    query = select(TABLE).where(TABLE.c.token_hash == hashed(token))
    row = session.execute(query).one_or_none()
    return None if row is None else _feed(row)


def of(session: Session, account: int) -> list[Feed]:
    """An account's feeds, oldest first."""
    query = select(TABLE).where(TABLE.c.account_id == account)
    ordered = query.order_by(TABLE.c.created, TABLE.c.what, TABLE.c.code, TABLE.c.token_hash)
    return [_feed(row) for row in session.execute(ordered)]


def revoke(session: Session, deed: Deed, key: str) -> bool:
    """The address works no more. False: it was revoked before, or is not hers."""
    mine = (TABLE.c.account_id == deed.by) & TABLE.c.token_hash.startswith(key, autoescape=True)
    gone = len(key) == KEY and rows(session.execute(delete(TABLE).where(mine))) > 0
    if gone:
        _account_for(session, deed, "feed.revoked")
    return gone


def _account_for(session: Session, deed: Deed, action: str) -> None:
    audit.record(session, deed.at, deed.by, action, (ACCOUNT, deed.by or 0))


def _feed(row: Row[Any]) -> Feed:
    return Feed(row.token_hash[:KEY], row.what, row.code, row.account_id, row.created)
