"""Who is away from when to when, and who stands in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, exists, insert, select
from sqlalchemy.orm import Session

from models.account import ACCOUNT, AbsenceRow
from models.base import rows, table

TABLE = table(AbsenceRow)


@dataclass(frozen=True, slots=True)
class Absence:
    """Away from `first` to `last`, both included."""

    id: int
    first: date
    last: date


def add(session: Session, account: int, first: date, last: date) -> None:
    """She is away; what lies within is swallowed, so the same again changes nothing."""
    mine = TABLE.c.account_id == account
    within = mine & (TABLE.c.first >= first) & (TABLE.c.last <= last)
    session.execute(delete(TABLE).where(within))
    around = mine & (TABLE.c.first <= first) & (TABLE.c.last >= last)
    if not session.scalar(select(exists().where(around))):
        session.execute(insert(TABLE).values(account_id=account, first=first, last=last))


def remove(session: Session, account: int, id: int) -> bool:
    """She is there after all. False: it was not hers, or is gone."""
    mine = (TABLE.c.id == id) & (TABLE.c.account_id == account)
    return rows(session.execute(delete(TABLE).where(mine))) == 1


def of(session: Session, account: int, today: date) -> list[Absence]:
    """Hers that are not over, the next first."""
    mine = (TABLE.c.account_id == account) & (TABLE.c.last >= today)
    found = session.execute(select(TABLE).where(mine).order_by(TABLE.c.first, TABLE.c.id))
    return [Absence(row.id, row.first, row.last) for row in found]


def is_away(session: Session, account: int, day: date) -> bool:
    """Whether she is away on that day."""
    then = (TABLE.c.account_id == account) & (TABLE.c.first <= day) & (TABLE.c.last >= day)
    return bool(session.scalar(select(exists().where(then))))


def away_on(session: Session, day: date) -> frozenset[int]:
    """The accounts of all who are away on that day."""
    then = (TABLE.c.first <= day) & (TABLE.c.last >= day)
    return frozenset(session.scalars(select(TABLE.c.account_id).where(then)))


def acting_for(session: Session, account: int, day: date) -> int:
    """Whom to ask instead of `account` on `day`: her, or the first of her deputies who is there.

    A deputy's own deputy stands in for both. When everybody in the chain is away, or the chain
    ends, she is asked herself, so that nothing is lost.
    """
    asked: list[int] = []
    at: int | None = account
    while at is not None and at not in asked:
        if not is_away(session, at, day):
            return at
        asked.append(at)
        at = session.scalar(select(ACCOUNT.c.deputy_id).where(ACCOUNT.c.id == at))
    return account


def forget_past(session: Session, today: date) -> int:
    """Enforce the period: absences that are over. How many went."""
    return rows(session.execute(delete(TABLE).where(TABLE.c.last < today)))
