"""The ways by which somebody comes to her account, and cutting one of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from models import accounts, audit, withdrawing
from models.account import ACCOUNT
from models.mailbox import CHANNEL as MAIL
from models.person import TABLE as PERSON
from models.roles import Deed


@dataclass(frozen=True, slots=True)
class Linked:
    """A person who acts for the account. 0 is its e-mail address while nobody has come from there;
    then there is no day either.
    """

    person: int
    channel: str
    address: str
    last_seen: date | None = None


def linked(session: Session, account: int) -> list[Linked]:
    """What is linked, the newest first. Where she blocked Lotse is no way."""
    names = ("id", "channel", "address", "last_seen")
    mine = (PERSON.c.account_id == account) & PERSON.c.gone_on.is_(None)
    newest = (PERSON.c.last_seen.desc(), PERSON.c.id.desc())
    query = select(*(PERSON.c[name] for name in names)).where(mine).order_by(*newest)
    found = [Linked(*row) for row in session.execute(query)]
    email = session.scalar(select(func.lower(ACCOUNT.c.email)).where(ACCOUNT.c.id == account))
    is_known = any(one.channel == MAIL and one.address == email for one in found)
    return found if is_known or not email else [*found, Linked(0, MAIL, email)]


def unlink(session: Session, deed: Deed, account: int, way: Linked) -> None:
    """She acts for the account no more, and what waits there for her looks for another way. With a
    mailbox goes the account's address, or its next mail would link it again.
    """
    theirs = [one.id for one in accounts.with_email(session, way.address)]
    if way.channel == MAIL and account in theirs:
        accounts.change(session, account, email="", email_verified=False)
    if set(theirs) <= {account}:  # a mailbox of several goes on getting the others' mails
        withdrawing.turn_away(session, way.channel, way.address, deed.at)
    mine = (PERSON.c.id == way.person) & (PERSON.c.account_id == account)
    session.execute(update(PERSON).where(mine).values(account_id=None))
    audit.record(session, deed.at, deed.by, "account.unlinked", ("person", way.person))
