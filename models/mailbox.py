"""Mailboxes: who stands behind an e-mail address, and who proved to read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import case, delete, func, literal, select, union_all
from sqlalchemy.orm import Session

from models import accounts
from models import person as people
from models.account import ACCOUNT
from models.base import rows, table
from models.inbox import OWED
from models.invitation import InvitationRow
from models.person import TABLE as PERSON
from models.turn import Sender

CHANNEL = "mail"
INVITATION = table(InvitationRow)
INVITED = INVITATION.outerjoin(ACCOUNT, ACCOUNT.c.id == INVITATION.c.account_id)
# Accepted, an invitation has handed its address on to the account.
OFFERED = case((INVITATION.c.email != "", INVITATION.c.email), else_=ACCOUNT.c.email)
BOXES = union_all(
    select(literal("a").label("kind"), ACCOUNT.c.id, func.lower(ACCOUNT.c.email).label("address")),
    select(literal("p"), PERSON.c.id, PERSON.c.address).where(PERSON.c.channel == CHANNEL),
    select(literal("v"), INVITATION.c.id, func.lower(OFFERED)).select_from(INVITED),
).subquery("boxes")


@dataclass(frozen=True, slots=True)
class Mailbox:
    """`key` says what knows the address: "a7" an account, "p12" a person, "v3" an invitation."""

    key: str
    address: str


def of_address(session: Session, address: str) -> Mailbox | None:
    """Who is behind an address: an account, else a person, else an invitation; of several the
    newest. None: nobody any more.
    """
    wanted = address.lower()
    by_kind = (BOXES.c.kind, BOXES.c.id.desc())
    query = select(BOXES.c.kind, BOXES.c.id).where(BOXES.c.address == wanted).order_by(*by_kind)
    found = session.execute(query.limit(1)).one_or_none()
    return Mailbox(f"{found.kind}{found.id}", wanted) if wanted and found else None


def behind(session: Session, key: str) -> Mailbox | None:
    """The mailbox a link names, which comes from outside. None: it is no more."""
    kind, number = key[:1], key[1:]
    if not (number.isascii() and number.isdecimal() and len(number) < 10):
        return None
    meant = (BOXES.c.kind == kind) & (BOXES.c.id == int(number))
    address = session.scalar(select(BOXES.c.address).where(meant))
    return Mailbox(key, address) if address else None


def enter(session: Session, mailbox: Mailbox, language: str, today: date) -> None:
    """Somebody followed a link that only this mailbox got: she is a person here from now on, reads
    the language of her first mail, and acts for the account whose address it is.
    """
    person = people.meet(session, Sender(CHANNEL, mailbox.address), today)
    if not (person.language or mailbox.key.startswith("p")):
        people.choose_language(session, person, language)
    if mailbox.key.startswith("a") and person.account_id is None:
        accounts.link(session, person.id, int(mailbox.key[1:]))


def close(session: Session, address: str, today: date) -> None:
    """There is no such mailbox, says its server: she counts as having left it, until a link from
    there is followed or those who left are forgotten. Nothing for addresses that are nobody's.
    """
    sender = Sender(CHANNEL, address.lower())
    if people.known(session, sender) or accounts.with_email(session, address):
        people.leave(session, people.meet(session, sender, today), today)


def forget_replies(session: Session, before: date) -> int:
    """Drop what was said on pages behind links to those who have not been here since. How many."""
    lately = select(PERSON.c.address).where(
        PERSON.c.channel == CHANNEL, PERSON.c.last_seen >= before
    )
    old = (OWED.c.channel == CHANNEL) & OWED.c.address.not_in(lately)
    return rows(session.execute(delete(OWED).where(old)))
