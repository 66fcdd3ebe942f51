"""Whether somebody is among the readers of a piece of news that was sent."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import news_audience, news_issue, news_readers
from models.news import News
from models.news import find as find_news
from models.news_issue import Issue, IssueState
from models.person import Person
from models.public_news import TOLD


def sent(session: Session, news: int, issue: int) -> tuple[News, Issue] | None:
    """The news and the sending that a button names, which comes from outside; None: it is none, or
    it was taken back.
    """
    known, sending = find_news(session, news), news_issue.find(session, issue)
    if known is None or sending is None or sending.news_id != known.id:
        return None
    is_out = sending.state in (*TOLD, IssueState.PAUSED)
    return (known, sending) if is_out else None


def may_read(
    session: Session, news: News, person: Person, channels: Collection[str], default: str
) -> bool:
    """Whether it was for everybody, or is for her: by her role, or because she subscribed."""
    if news.public:
        return True
    reach = news_audience.reach_of(session, news, {*channels, person.channel}, default)
    if person.account_id is None:
        hers = news_readers.persons(reach.limits, (person.id - 1, person.id))
    else:
        hers = news_readers.accounts(reach.limits, (person.account_id - 1, person.account_id))
    return session.execute(select(hers.c.id).limit(1)).first() is not None
