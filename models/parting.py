"""What becomes of an account when nothing is hers any more, or when she wants it all deleted."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, Select, delete, exists, insert, literal, or_, select
from sqlalchemy.orm import Session

from models import audit, person, subscription_moving, thread_release, withdrawing
from models.account import ACCOUNT, ROLE
from models.base import table
from models.department import GroupMemberRow
from models.invitation import InvitationRow
from models.measure import MeasureRow
from models.progress import StatusNoteRow
from models.thread_release import Deleted

INVITATION = table(InvitationRow)
MEASURE = table(MeasureRow)
MEMBER = table(GroupMemberRow)
NOTE = table(StatusNoteRow)
UNASSIGNED = "unassigned"
"""The answer of a status note that says: the one responsible is gone."""


def forget(session: Session, at: datetime, account: int) -> list[Deleted]:
    """Delete an account with its roles, absences and all its channels (Art. 17 GDPR).

    What waits to be sent to her goes too. Her measures stay, without anybody responsible; a note
    says so to whoever looks after them. Conversations in which she counselled wait for somebody
    else; those in which she asked are deleted, and returned.
    """
    _note_unassigned(session, at, account)
    thread_release.release(session, at, None, account)
    deleted = thread_release.forget_people_of(session, at, account)
    withdrawing.forget_account(session, account)
    audit.record(session, at, None, "account.deleted", ("account", account))
    session.execute(delete(person.TABLE).where(person.TABLE.c.account_id == account))
    session.execute(delete(ACCOUNT).where(ACCOUNT.c.id == account))
    return deleted


def drop_if_idle(session: Session, account: int) -> bool:
    """Delete an account without roles when nothing is hers any more; its channels stay askers'."""
    if session.scalar(select(or_(*(exists().where(one) for one in _ties(account))))):
        return False
    subscription_moving.give_back(session, account)
    session.execute(delete(ACCOUNT).where(ACCOUNT.c.id == account))
    return True


def measures(session: Session, account: int) -> int:
    """How many measures she is responsible for."""
    mine = MEASURE.c.active & (MEASURE.c.responsible_id == account)
    return len(session.scalars(select(MEASURE.c.id).where(mine)).all())


def _ties(account: int) -> tuple[ColumnElement[bool], ...]:
    """What keeps an account: a role, a task, a place in a group, or an invitation to come back."""
    return (
        ROLE.c.account_id == account,
        or_(MEASURE.c.responsible_id == account, MEASURE.c.deputy_id == account),
        MEMBER.c.account_id == account,
        (ACCOUNT.c.deputy_id == account) | ((ACCOUNT.c.id == account) & ACCOUNT.c.leads),
        (INVITATION.c.account_id == account) & INVITATION.c.used_on.is_(None),
    )


def _note_unassigned(session: Session, at: datetime, account: int) -> None:
    names = ["measure_id", "at", "account_id", "answer", "status", "text"]
    session.execute(insert(NOTE).from_select(names, _unassigned(at, account)))


def _unassigned(at: datetime, account: int) -> Select[tuple[object, ...]]:
    return select(
        MEASURE.c.id,
        literal(at, NOTE.c.at.type),
        literal(None, NOTE.c.account_id.type),
        literal(UNASSIGNED),
        MEASURE.c.status,
        literal(""),
    ).where(MEASURE.c.responsible_id == account)
