"""Short codes that bring a second channel to an account: ten minutes, few wrong tries."""

from __future__ import annotations

from datetime import datetime, timedelta
from hmac import compare_digest
from random import Random

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from models.base import rows, table
from models.invitation import LinkCodeRow
from models.secrets import LETTERS, code, hashed

TABLE = table(LinkCodeRow)
SELECTOR, LENGTH = 3, 8
VALID = timedelta(minutes=10)
TRIES = 5


def make(session: Session, rng: Random, account: int, now: datetime) -> str:
    """A new code of eight letters for an account; an older one of hers is void."""
    session.execute(delete(TABLE).where(TABLE.c.account_id == account))
    forget_old(session, now)
    taken = set(session.scalars(select(TABLE.c.selector)))
    made = code(rng, LENGTH)
    while made[:SELECTOR] in taken:
        made = code(rng, LENGTH)
    values = {"selector": made[:SELECTOR], "code_hash": hashed(made), "account_id": account}
    session.execute(insert(TABLE).values(**values, expires=now + VALID, tries=0))
    return made


def redeem(session: Session, typed: str, now: datetime) -> int | None:
    """The account of a code, which is used up by it. None: no such code, or no longer.

    Somebody who knows the first letters has five tries at the other five of 32 letters each, so a
    guess succeeds with a chance of at most 5 in 33 million, however many people guess.
    """
    typed = cleaned(typed)
    row = session.execute(select(TABLE).where(TABLE.c.selector == typed[:SELECTOR])).one_or_none()
    if row is None or row.expires <= now or row.tries >= TRIES:
        return None
    mine = TABLE.c.selector == row.selector
    if not compare_digest(row.code_hash, hashed(typed)):
        session.execute(update(TABLE).where(mine).values(tries=TABLE.c.tries + 1))
        return None
    used = rows(session.execute(delete(TABLE).where(mine)))
    return int(row.account_id) if used else None


def cleaned(typed: str) -> str:
    """A code as it was made: capital letters, without blanks and hyphens."""
    return "".join(letter for letter in typed.upper() if letter in LETTERS)


def looks_like_one(typed: str) -> bool:
    """Whether somebody meant to type a code."""
    bare = [letter for letter in typed.upper() if not letter.isspace() and letter != "-"]
    return len(bare) == LENGTH and all(letter in LETTERS for letter in bare)


def forget_old(session: Session, now: datetime) -> int:
    """Enforce the period. How many went."""
    return rows(session.execute(delete(TABLE).where(TABLE.c.expires <= now)))
