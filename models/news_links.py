"""Addresses that count how often a button was followed, and lead only where the news says."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.base import table
from models.news import NEWS, NewsState
from models.news_button import Leads, NewsButtonRow
from models.news_issue import ISSUE

BUTTON = table(NewsButtonRow)
SEPARATOR = "."
PATH = "/go/"


@dataclass(frozen=True, slots=True)
class Click:
    """Which button of which sending was followed, by readers of a language in a channel."""

    issue: int
    button: int
    language: str
    channel: str

    @property
    def token(self) -> str:
        """What stands behind /go/."""
        return SEPARATOR.join((str(self.issue), str(self.button), self.language, self.channel))


def clicked(token: str) -> Click | None:
    """The click behind a token, which comes from outside; None when it is none."""
    parts = token.split(SEPARATOR)
    if len(parts) != 4 or not all(one.isascii() and len(one) <= 16 for one in parts):
        return None
    issue, button, language, channel = parts
    if not (issue.isdigit() and button.isdigit() and len(issue) < 10):
        return None
    return Click(int(issue), int(button), language, channel)


def target(session: Session, click: Click) -> str | None:
    """The address that this button leads to; None: there is none, or the news are withdrawn."""
    of_issue = (ISSUE.c.id == click.issue) & (ISSUE.c.news_id == NEWS.c.id)
    mine = (BUTTON.c.news_id == NEWS.c.id) & (BUTTON.c.number == click.button)
    is_link = (BUTTON.c.kind == Leads.LINK) & (NEWS.c.state != NewsState.WITHDRAWN)
    query = select(BUTTON.c.target).where(of_issue, mine, is_link)
    return session.scalar(query)
