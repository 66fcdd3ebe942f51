"""What keeps news from being sent: something is missing, few are meant, or only one saw it."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import news_button, news_text
from models.audit import AuditRow
from models.base import table
from models.news import ENTITY, News
from models.news_audience import Reach, check
from models.news_button import Leads
from models.news_changes import WRITTEN

AUDIT = table(AuditRow)


class OwnNews(Exception):
    """Whoever wrote it does not release it."""


class Lack(StrEnum):
    """What is missing before it can be sent."""

    TEXT = "text"
    AUDIENCE = "audience"
    LABEL = "label"


class NotReady(Exception):
    """It cannot be sent like this: `lacks` says why."""

    def __init__(self, lacks: list[Lack]) -> None:
        super().__init__(*lacks)
        self.lacks = lacks


def lacks(session: Session, news: News) -> list[Lack]:
    """What is missing before it can be sent."""
    texts = news_text.of(session, news.id)
    buttons = news_button.of(session, news.id).values()
    found = {
        Lack.TEXT: not texts,
        Lack.AUDIENCE: news.audience.is_empty and not news.public,
        Lack.LABEL: any(one.kind is Leads.LINK and not one.labels for one in buttons),
    }
    return [lack for lack, is_so in found.items() if is_so]


def ready(session: Session, news: News, reach: Reach) -> None:
    """Raises NotReady, TooSmall."""
    if missing := lacks(session, news):
        raise NotReady(missing)
    check(session, reach)


def wrote(session: Session, news: int, account: int) -> bool:
    """Whether somebody made or changed what it says."""
    hers = (AUDIT.c.account_id == account) & AUDIT.c.action.in_(WRITTEN)
    mine = (AUDIT.c.entity == ENTITY) & (AUDIT.c.entity_id == news)
    return session.scalar(select(AUDIT.c.id).where(hers, mine).limit(1)) is not None
