"""Periods that cross tables: rows of one that outlive what they belong to in another."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import case, delete, exists, func, or_, select, update

from models.asked import TABLE as ASKED
from models.base import Session, rows
from models.feedback import TABLE as FEEDBACK
from models.inbox import OWED
from models.person import TABLE as PERSON
from models.report import TABLE as REPORT
from models.survey import SURVEY

SHOWN_AT = '{"kind":"shown","at":'
"""How what somebody was shown is kept (models.dialogue_shown), and then the second."""
ASKED_FOR = ("withdrawing", "contributing")
SECOND = 18
"""Where in `last_press` the second begins (handlers.presses): 16 digits and @ come before it."""


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


def forget_presses(session: Session, before: datetime) -> int:
    """The last button is known for a double tap's time: afterwards it would say who submitted."""
    second = func.substr(PERSON.c.last_press, SECOND)
    old = (PERSON.c.last_press != "") & (second < str(int(before.timestamp())))
    return rows(session.execute(update(PERSON).where(old).values(last_press="")))


def forget_shown(session: Session, before: datetime) -> int:
    """What people were shown: it would tell what they asked. How many rows; who was greeted, and
    had no answer yet, stays so.
    """
    second = func.substr(PERSON.c.dialogue, len(SHOWN_AT) + 1, 10)
    old = PERSON.c.dialogue.startswith(SHOWN_AT) & (second < str(int(before.timestamp())))
    left = case((PERSON.c.dialogue.contains('"greeted":true'), '{"kind":"greeted"}'), else_="")
    return rows(session.execute(update(PERSON).where(old).values(dialogue=left)))


def forget_closed(session: Session, since: date) -> int:
    """Nobody is in the middle of a survey any more that was closed `since` then. How many were."""
    closed = session.scalars(select(SURVEY.c.id).where(SURVEY.c.closed_on >= since)).all()
    begun = [f'{{"kind":"surveying","survey":{survey},' for survey in closed]
    there = or_(False, *map(PERSON.c.dialogue.startswith, begun))
    return rows(session.execute(update(PERSON).where(there).values(dialogue="")))


def forget_asked(session: Session, before: date) -> int:
    """Whoever was asked for her code or her idea on an earlier day is not waited for any more: it
    would say that she has one. How many.
    """
    kinds = (PERSON.c.dialogue.startswith(f'{{"kind":"{kind}"') for kind in ASKED_FOR)
    old = (PERSON.c.last_seen < before) & or_(*kinds)
    return rows(session.execute(update(PERSON).where(old).values(dialogue="")))
