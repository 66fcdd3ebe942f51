"""What waits for weekly digests, by reader."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import Session

from models import news_readers
from models.base import rows
from models.digest_item import ITEM
from models.news import NEWS, News, NewsState
from models.news import read as read_news
from models.news_audience import Recipient
from models.news_audience_record import Audience
from models.news_issue import ISSUE, Issue
from models.news_issue import read as read_issue
from models.news_readers import Limits
from models.person import Person

EVERYBODY = Audience(staff=True, public=True)
"""Whoever may get news at all: by a role, or because she subscribed."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for one reader: the numbers of the sendings, in their order."""

    account_id: int | None
    person_id: int | None
    issues: tuple[int, ...]


def waiting(session: Session, before: datetime, limit: int) -> list[Waiting]:
    """What was sent before that and not told yet, of so many readers at most, accounts first."""
    accounts = _waiting(session, ITEM.c.account_id, before, limit)
    if accounts:
        return [Waiting(id, None, issues) for id, issues in accounts]
    persons = _waiting(session, ITEM.c.person_id, before, limit)
    return [Waiting(None, id, issues) for id, issues in persons]


def readers(
    session: Session, found: Sequence[Waiting], channels: frozenset[str], default: str
) -> dict[Waiting, Recipient]:
    """The way to each of them who still wants news and can be reached."""
    limits = Limits(EVERYBODY, channels, default, None)
    accounts = {one.account_id: one for one in found if one.account_id is not None}
    persons = {one.person_id: one for one in found if one.person_id is not None}
    ways = {}
    for known, query, is_account in (
        (accounts, news_readers.accounts, True),
        (persons, news_readers.persons, False),
    ):
        if known:
            between = (min(known) - 1, max(known))
            people = news_readers.read(session, query(limits, between))
            ways.update(
                {known[row[0]]: Recipient(is_account, *row) for row in people if row[0] in known}
            )
    return ways


def told(session: Session, found: Iterable[Waiting], before: datetime) -> int:
    """They were told, or cannot be. How many items went."""
    issues = select(ISSUE.c.id).where(ISSUE.c.begun < before)
    listed = list(found)
    accounts = [one.account_id for one in listed if one.account_id is not None]
    persons = [one.person_id for one in listed if one.person_id is not None]
    theirs = ITEM.c.account_id.in_(accounts) | ITEM.c.person_id.in_(persons)
    return rows(session.execute(delete(ITEM).where(theirs, ITEM.c.issue_id.in_(issues))))


def forget(session: Session, person: Person) -> int:
    """She wants none of it any more. How many items went."""
    hers: ColumnElement[bool] = ITEM.c.person_id == person.id
    if person.account_id is not None:
        hers |= ITEM.c.account_id == person.account_id
    return rows(session.execute(delete(ITEM).where(hers)))


def sendings(session: Session, ids: Collection[int]) -> dict[int, tuple[News, Issue]]:
    """The news of these sendings, by the sendings' numbers; withdrawn ones are none."""
    issues = session.execute(select(ISSUE).where(ISSUE.c.id.in_(ids))).mappings().all()
    of_them = NEWS.c.id.in_([row["news_id"] for row in issues])
    there = of_them & NEWS.c.state.not_in((NewsState.WITHDRAWN, NewsState.CANCELLED))
    news = {
        row["id"]: read_news(row) for row in session.execute(select(NEWS).where(there)).mappings()
    }
    found = (read_issue(row) for row in issues)
    return {one.id: (news[one.news_id], one) for one in found if one.news_id in news}


def _waiting(
    session: Session, whose: ColumnElement[int | None], before: datetime, limit: int
) -> list[tuple[int, tuple[int, ...]]]:
    """The first readers and what waits for each."""
    there = (whose.is_not(None), ISSUE.c.begun < before)
    listed = select(whose).join_from(ITEM, ISSUE).where(*there).group_by(whose)
    first = listed.order_by(whose).limit(limit).subquery()
    joined = select(whose, ITEM.c.issue_id).join_from(ITEM, ISSUE)
    mine = joined.where(whose.in_(select(first.c[0])), *there).order_by(whose, ITEM.c.issue_id)
    found = groupby(session.execute(mine), key=lambda row: row[0])
    return [(id, tuple(row[1] for row in rows)) for id, rows in found]
