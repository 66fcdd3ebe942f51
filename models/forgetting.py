"""Periods that cross tables: rows of one that outlive what they belong to in another."""

from __future__ import annotations

from datetime import date

from sqlalchemy import delete, exists

from models.asked import TABLE as ASKED
from models.base import Session, rows
from models.feedback import TABLE as FEEDBACK
from models.inbox import OWED
from models.person import TABLE as PERSON
from models.report import TABLE as REPORT


def forget_unfetched(session: Session, seen_before: date) -> int:
    """Owed replies whose person is gone, or was last there before `seen_before`."""
    hers = (PERSON.c.channel == OWED.c.channel) & (PERSON.c.address == OWED.c.address)
    there = exists().where(hers, PERSON.c.last_seen >= seen_before)
    return rows(session.execute(delete(OWED).where(~there)))


def forget_counts(session: Session, before: date, reports_before: date) -> int:
    """Counters, ratings and reports older than their periods."""
    old = [delete(table).where(table.c.day < before) for table in (ASKED, FEEDBACK)]
    old.append(delete(REPORT).where(REPORT.c.day < reports_before))
    return sum(rows(session.execute(statement)) for statement in old)
