"""How far sendings of news have come: what the job that sends them reads and writes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import and_, delete, exists, func, insert, or_, select, update
from sqlalchemy.orm import Session

from models import news_issue
from models.base import rows
from models.delivery import DELIVERY, State
from models.digest_item import ITEM
from models.news import NEWS, News, NewsState, read
from models.news_audience import Recipient
from models.news_issue import ISSUE, MESSAGE, Issue, IssueState
from models.upsert import insert_for

BEGUN = (IssueState.PREPARING, IssueState.SENDING)
ENDED = (IssueState.CANCELLED, IssueState.WITHDRAWN)


def due(session: Session, now: datetime) -> list[News]:
    """Released news whose time has come; nobody else changes them until the commit."""
    those = (NEWS.c.state == NewsState.SCHEDULED) & (NEWS.c.next_due <= now)
    query = select(NEWS).where(those).order_by(NEWS.c.next_due, NEWS.c.id)
    found = session.execute(query.with_for_update(skip_locked=True))
    return [read(row) for row in found.mappings()]


def begin(session: Session, news: News, following: datetime | None, now: datetime) -> None:
    """Its next sending, prepared from now on; `following` is the one after."""
    last = select(func.max(ISSUE.c.number)).where(ISSUE.c.news_id == news.id)
    number = (session.scalar(last) or 0) + 1
    state = {"state": IssueState.PREPARING, "cursor": "", "total": 0, "weekly": 0, "report": ""}
    values = {"news_id": news.id, "number": number, "due": news.next_due or now, "begun": now}
    session.execute(insert(ISSUE).values(**values, **state))
    sending = {"state": NewsState.SENDING, "next_due": following}
    session.execute(update(NEWS).where(NEWS.c.id == news.id).values(**sending))


def in_hand(session: Session) -> list[tuple[News, Issue]]:
    """Sendings at which there is something to do; nobody else changes them until the commit."""
    live = ISSUE.c.state.in_((*BEGUN, *ENDED)) & ISSUE.c.finished.is_(None)
    edited = (ISSUE.c.state == IssueState.SENT) & ISSUE.c.edited.is_not(None)
    busy = or_(live, edited)
    mine = exists().where(and_(ISSUE.c.news_id == NEWS.c.id, busy))
    query = select(NEWS).where(mine).order_by(NEWS.c.id).with_for_update(skip_locked=True)
    news = {row["id"]: read(row) for row in session.execute(query).mappings()}
    of_them = select(ISSUE).where(ISSUE.c.news_id.in_(news), busy).order_by(ISSUE.c.id)
    found = session.execute(of_them).mappings().all() if news else ()
    return [(news[row["news_id"]], news_issue.read(row)) for row in found]


def change(session: Session, issue: int, **values: object) -> None:
    """Set columns of one sending."""
    session.execute(update(ISSUE).where(ISSUE.c.id == issue).values(**values))


def name(session: Session, issue: int, purpose: str, where: tuple[str, str], shared: int) -> None:
    """The message for a (language, channel) is this one."""
    values = {"issue_id": issue, "purpose": purpose, "language": where[0], "channel": where[1]}
    session.execute(insert(MESSAGE).values(**values, shared_id=shared))


def keep_for_digests(session: Session, issue: int, people: Sequence[Recipient]) -> int:
    """They read it in their weekly digest. How many."""
    if not people:
        return 0
    values = [
        {
            "account_id": one.id if one.is_account else None,
            "person_id": None if one.is_account else one.id,
            "issue_id": issue,
        }
        for one in people
    ]
    session.execute(insert_for(session, ITEM).on_conflict_do_nothing(), values)
    return len(values)


def has_ended(session: Session, news: News) -> None:
    """A sending is through: what repeats is scheduled again."""
    still = (NEWS.c.id == news.id) & (NEWS.c.state == NewsState.SENDING)
    state = NewsState.SENT if news.next_due is None else NewsState.SCHEDULED
    session.execute(update(NEWS).where(still).values(state=state))


def are_leaving(session: Session, shared: Collection[int]) -> bool:
    """Whether any of them is on its way just now."""
    those = DELIVERY.c.shared_id.in_(shared) & (DELIVERY.c.state == State.SENDING)
    return session.scalar(select(DELIVERY.c.id).where(those).limit(1)) is not None


def forget_old(session: Session, before: datetime) -> int:
    """Enforce the period of news, but for what still comes again. How many went."""
    still = (NewsState.SCHEDULED, NewsState.SENDING, NewsState.PAUSED)
    sent = exists().where(ISSUE.c.news_id == NEWS.c.id, ISSUE.c.begun >= before)
    over = (NEWS.c.changed < before) & NEWS.c.state.not_in(still)
    return rows(session.execute(delete(NEWS).where(over, ~sent)))


def forget_digests(session: Session, before: datetime) -> int:
    """Enforce the period of what waits for digests. How many went."""
    old = select(ISSUE.c.id).where(ISSUE.c.begun < before)
    return rows(session.execute(delete(ITEM).where(ITEM.c.issue_id.in_(old))))
